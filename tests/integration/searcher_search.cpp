// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher_index.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

TEST_CASE("plain words find the article and the paragraph") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer answer = search(searcher, "keep order confidential");
  REQUIRE(!answer.hits.empty());
  const Hit& hit = answer.hits[0];
  CHECK(hit.pinpoint == "lighthouses#art_3__para_3@en");
  CHECK(hit.citation ==
        "Convention on Lighthouses and the Interception of Light Signals, art. 3(3)");
  CHECK(hit.heading == "Interception of light signals");
  CHECK(hit.rank == 1);
  CHECK(hit.score > 0);
  CHECK(answer.total.exact);
  CHECK(answer.total.value >= answer.hits.size());
  CHECK(highlighted(hit) == Names{"keep", "confidential", "order"});
}

TEST_CASE("what is shown stands in the file at the bytes named") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer answer = search(searcher, "interception of light signals order");
  REQUIRE(answer.hits.size() >= 4);
  for (const Hit& hit : answer.hits) {
    CAPTURE(hit.pinpoint);
    std::string content;
    for (const char* root : {"treaties", "commentary"}) {
      if (content.empty()) content = content_of(fixtures() / root / hit.provenance.file);
    }
    if (content.empty()) content = content_of(index.folder() / "digest" / hit.provenance.file);
    REQUIRE(!content.empty());
    REQUIRE(hit.provenance.range.end <= content.size());
    for (const ShownText& text : hit.texts) {
      REQUIRE(text.source.begin >= hit.provenance.range.begin);
      REQUIRE(text.source.end <= hit.provenance.range.end);
      // Marks inside the words are no part of them, so the ends are what must agree.
      const std::string source =
          content.substr(text.source.begin, text.source.end - text.source.begin);
      CHECK(source.substr(0, 4) == text.text.substr(0, 4));
      CHECK(source.substr(source.size() - 4) == text.text.substr(text.text.size() - 4));
    }
  }
}

TEST_CASE("one article is one hit, the official text before the digest") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer answer = search(searcher, "interception of light signals judge");
  const auto of_article = [](const Hit& hit) {
    return hit.id.substr(0, hit.id.find('@')) == "lighthouses#art_3";
  };
  CHECK(std::count_if(answer.hits.begin(), answer.hits.end(), of_article) == 1);
  REQUIRE(!answer.hits.empty());
  CHECK(answer.hits[0].id == "lighthouses#art_3@en");
  CHECK(answer.hits[0].also == Names{"lighthouses#art_3@en.digest", "lighthouses#art_3@nl"});
}

TEST_CASE("the version shown is of the language that matched") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer dutch = search(searcher, "lichtseinen onderscheppen");
  REQUIRE(!dutch.hits.empty());
  CHECK(dutch.hits[0].id == "lighthouses#art_3@nl");
  CHECK(dutch.hits[0].language == "nl");
  // Only the digest has these words, whatever the Dutch text says.
  const SearchAnswer digest = search(searcher, "flash at each other");
  REQUIRE(!digest.hits.empty());
  CHECK(digest.hits[0].id == "lighthouses#art_3@en.digest");
  CHECK(digest.hits[0].edition == "digest");
}

TEST_CASE("joining words neither find nor rank, unless they are all there is") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer with = search(searcher, "the order of a judge"),
                     without = search(searcher, "order judge");
  CHECK(pinpoints(with) == pinpoints(without));
  CHECK(with.total.value == without.total.value);
  CHECK(!search(searcher, "the of").hits.empty());
  CHECK(search(searcher, "submarine").hits.empty());
  CHECK(search(searcher, "submarine").total.value == 0);
}

TEST_CASE("filters keep to what they name, or to the rest") {
  struct Case {
    Filters filters;
    Names ids;
  };
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const std::vector<Case> cases = {
      {{{"pigeons"}, {}, {}, {}}, {"pigeons#art_1@en"}},
      {{{}, {"protocol"}, {}, {}}, {"pigeons#art_1@en"}},
      {{{}, {"PROTOCOL"}, {}, {}}, {"pigeons#art_1@en"}},
      {{{}, {}, {"digest"}, {}}, {"lighthouses#art_3@en.digest"}},
      {{{"lighthouses"}, {}, {"!digest"}, {}}, {"lighthouses#art_3@en"}},
      {{{"!pigeons", "!watching-the-watchers"}, {}, {}, {}}, {"lighthouses#art_3@en"}},
      {{{}, {}, {}, {"nl"}}, {}},
      {{{}, {}, {}, {"en", "!en"}}, {}},
  };
  for (const Case& one : cases) {
    Names ids;
    for (const Hit& hit : search(searcher, "judge", one.filters).hits) ids.push_back(hit.id);
    CHECK(ids == one.ids);
  }
}

TEST_CASE("a filter value that no text has is refused with what there is") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const Error kind = refused(searcher, "judge", {{}, {"protocoll"}, {}, {}});
  CHECK(kind.code == Code::usage);
  CHECK(kind.message == "no text here is kind:protocoll");
  CHECK(kind.hint == "did you mean protocol? known: commentary, protocol, treaty");
  CHECK(refused(searcher, "judge", {{}, {}, {}, {"fr"}}).hint == "known: en, nl");
  CHECK(refused(searcher, "judge", {{"!lighthouse"}, {}, {}, {}}).code == Code::usage);
  CHECK(refused(searcher, "judge", {{}, {}, {""}, {}}).code == Code::usage);
}

TEST_CASE("pages follow each other without gap or overlap") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const Names all = pinpoints(search(searcher, "signals lamp order"));
  REQUIRE(all.size() > 3);
  Names paged;
  for (std::uint32_t offset = 0; offset < all.size(); offset += 2) {
    SearchRequest request;
    request.query = "signals lamp order";
    request.offset = offset;
    request.limit = 2;
    for (const Hit& hit : must(searcher.search(request)).hits) {
      paged.push_back(hit.pinpoint);
      CHECK(hit.rank == paged.size());
    }
  }
  CHECK(paged == all);
  SearchRequest beyond;
  beyond.query = "lamp";
  for (const std::uint32_t offset : {1000U, 4294967295U}) {
    beyond.offset = offset;
    const SearchAnswer answer = must(searcher.search(beyond));
    CHECK(answer.hits.empty());
    CHECK(answer.total.value > 0);
  }
  beyond.limit = 1001;
  CHECK(searcher.search(beyond).error().code == Code::usage);
}

TEST_CASE("several indexes answer as one, in whatever order they are given") {
  const FixtureIndex index;
  const TemporaryFolder folder;
  make_index(folder / "treaties", {fixtures() / "treaties"});
  make_index(folder / "commentary", {fixtures() / "commentary"});
  const Searcher there = must(Searcher::open({folder / "treaties", folder / "commentary"}));
  const Searcher back = must(Searcher::open({folder / "commentary", folder / "treaties"}));
  const SearchAnswer answer = search(there, "spying by lamplight order");
  CHECK(pinpoints(answer) == pinpoints(search(back, "spying by lamplight order")));
  CHECK(answer.hits.size() >= 2);
  CHECK(must(there.info()).versions.size() == 4);

  // What two indexes hold is shown once.
  const Searcher twice = must(Searcher::open({index.path(), folder / "treaties"}));
  const SearchAnswer same = search(twice, "carrier pigeon letter loft");
  CHECK(std::count_if(same.hits.begin(), same.hits.end(),
                      [](const Hit& hit) { return hit.id == "pigeons#art_1@en"; }) == 1);
  CHECK(same.hits[0].also.empty());
}

TEST_CASE("the same texts answer alike, however they came into the index") {
  const TemporaryFolder folder;
  make_index(folder / "one", {fixtures() / "treaties", fixtures() / "commentary"});
  make_index(folder / "two", {fixtures() / "commentary"});
  make_index(folder / "two", {fixtures() / "treaties"});
  const Searcher one = must(Searcher::open({folder / "one"}));
  const Searcher two = must(Searcher::open({folder / "two"}));
  for (const char* query : {"light signals", "order", "the lamp is trimmed", "lamp OR order"}) {
    const SearchAnswer a = search(one, query), b = search(two, query);
    CHECK(pinpoints(a) == pinpoints(b));
    for (std::size_t i = 0; i < a.hits.size(); ++i) CHECK(a.hits[i].score == b.hits[i].score);
  }
}

TEST_CASE("many threads may ask at once") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const Names queries = {"light signals", "\"light signals\"", "lighthouses#art_3", "signal*"};
  std::vector<Names> expected;
  for (const std::string& query : queries) expected.push_back(pinpoints(search(searcher, query)));
  const Searcher fresh = index.open();
  std::vector<int> wrong(16);
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < wrong.size(); ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < 20; ++i) {
        const std::size_t one = (i + t) % queries.size();
        if (pinpoints(search(fresh, queries[one])) != expected[one]) ++wrong[t];
        if (must(fresh.newer())) ++wrong[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == std::vector<int>(16));
}

TEST_CASE("an opened searcher keeps its snapshot, and says when there is a newer one") {
  const TemporaryFolder folder;
  make_index(folder / "index", {fixtures() / "treaties"});
  const Searcher searcher = must(Searcher::open({folder / "index"}));
  CHECK_FALSE(must(searcher.newer()));
  make_index(folder / "index", {fixtures() / "commentary"});
  CHECK(must(searcher.newer()));
  CHECK(search(searcher, "harbour master").hits.empty());
  CHECK(!search(must(Searcher::open({folder / "index"})), "harbour master").hits.empty());
}

TEST_CASE("what is no index is refused") {
  const TemporaryFolder folder;
  CHECK(Searcher::open({}).error().code == Code::usage);
  CHECK(Searcher::open({folder / "none"}).error().code == Code::no_index);
  CHECK(Searcher::open({fixtures() / "treaties"}).error().code == Code::no_index);
}
