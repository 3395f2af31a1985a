// SPDX-License-Identifier: GPL-2.0-or-later
// How queries are read, dates, totals, values of fields, and words that no text has.
#include "searcher_index.hpp"

#include <pinlex/searcher/render.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

QueryReading reading(const Searcher& searcher, const std::string& query) {
  SearchRequest request;
  request.query = query;
  return must(searcher.explain(request));
}

/// Ten articles more than a page, each with one of the words near the other or far from it.
std::string many_articles(int count) {
  std::string text = "---\nkind: treaty\nlanguage: en\ntitle: Treaty on Buoys\n---\n\n";
  for (int i = 1; i <= count; ++i) {
    text += "### Article " + std::to_string(i) + "\n\n";
    text += i == count ? "The buoy bell rings.\n\n"
                       : "The bell of a harbour rings for each red and green buoy.\n\n";
  }
  return text;
}

}  // namespace

TEST_CASE("the plan says what the text decides and what each language makes of a word") {
  struct Case {
    std::string query, read_as;
    bool text_decides;
    std::string text;
    Names english;
  };
  const FixtureIndex index;
  const Searcher searcher = index.open();
  for (const Case& one : std::vector<Case>{
           {"signals", "signals", false, "signals", {"signal"}},
           {"\"light signals\"",
            "\"light signals\"",
            true,
            "\"light signals\"",
            {"light", "signal"}},
           {"exact:Signals", "exact:\"Signals\"", true, "exact:\"Signals\"", {"signals"}},
           {"sign*", "sign*", true, "sign*", {"sign*"}},
           {"lofts AND kind:treaty", "lofts AND kind:treaty", false, "lofts", {"loft"}},
           {"lofts /5 birds", "lofts /5 birds", true, "lofts", {"loft"}},
       }) {
    CAPTURE(one.query);
    const QueryReading read = reading(searcher, one.query);
    CHECK(read.read_as == one.read_as);
    CHECK_FALSE(read.tokens.empty());
    CHECK_FALSE(read.tree.empty());
    REQUIRE(read.plans.size() == 1);
    CHECK(read.plans[0].text_decides == one.text_decides);
    REQUIRE_FALSE(read.plans[0].words.empty());
    const QueryReading::Word& word = read.plans[0].words.front();
    CHECK(word.text == one.text);
    CHECK(word.ranks);
    REQUIRE(word.languages.size() == 2);
    CHECK(word.languages[0].language == "en");
    CHECK(word.languages[0].words == one.english);
    CHECK(word.languages[1].language == "nl");
  }
  CHECK_FALSE(reading(searcher, "the signals").plans[0].words[0].ranks);
}

TEST_CASE("a date is that of the text, by year, month, day or range") {
  TemporaryFolder folder;
  folder.write("texts/buoys.md", many_articles(1));
  folder.write("texts/corpus.toml", "[[file]]\npath = \"buoys.md\"\npublished = \"2013-05\"\n");
  folder.write("texts/ropes.md",
               "---\nkind: treaty\nlanguage: en\ntitle: Treaty on Ropes\nas_of: 2020-02-29\n"
               "published: 2001\n---\n\n### Article 1\n\nThe bell has a rope.\n");
  folder.write("texts/knots.md",
               "---\nkind: treaty\nlanguage: en\ntitle: Treaty on Knots\n---\n\n"
               "### Article 1\n\nThe bell has a knot.\n");
  make_index(folder / "index", {folder / "texts"});
  const Searcher searcher = must(Searcher::open({folder / "index"}));
  struct Case {
    std::string date;
    Names found;
  };
  for (const Case& one : std::vector<Case>{
           {"2013", {"buoys"}},
           {"2013-05", {"buoys"}},
           {"2013-06", {}},
           {"2013-05-31", {"buoys"}},
           {"2020-02-29", {"ropes"}},
           {"2020-02-28", {}},
           {"2001", {}},
           {"2001..2024", {"buoys", "ropes"}},
           {"2013-05..2020-02", {"buoys", "ropes"}},
           {"..2013-05", {"buoys"}},
           {"2013-06..", {"ropes"}},
           {"2020-03-01..", {}},
           {"..1999", {}},
       }) {
    CAPTURE(one.date);
    Names found;
    for (const Hit& hit : search(searcher, "bell date:" + one.date).hits) {
      found.push_back(hit.instrument);
    }
    std::sort(found.begin(), found.end());
    CHECK(found == one.found);
  }
  CHECK(refused(searcher, "bell date:2013-13").message.find("\"2013-13\" is not a date") !=
        std::string::npos);
}

TEST_CASE("a hit behind thousands of misses is found, and totals say what they know") {
  constexpr int count = 1500;
  TemporaryFolder folder;
  folder.write("texts/buoys.md", many_articles(count));
  make_index(folder / "index", {folder / "texts"});
  const Searcher searcher = must(Searcher::open({folder / "index"}));
  const SearchAnswer rare = search(searcher, "\"buoy bell\"");
  REQUIRE(rare.hits.size() == 1);
  CHECK(rare.hits[0].id == "buoys#art_" + std::to_string(count) + "@en");
  CHECK(rare.total.value == 1);
  CHECK(rare.total.exact);
  SearchRequest request;
  request.query = "\"bell of a harbour\"";
  const SearchAnswer some = must(searcher.search(request));
  CHECK(some.hits.size() == 10);
  CHECK_FALSE(some.total.exact);
  CHECK(some.total.value >= 10);
  CHECK(some.total.value < count);
  request.count = true;
  const SearchAnswer all = must(searcher.search(request));
  CHECK(all.total.exact);
  CHECK(all.total.value == count - 1);
  CHECK(pinpoints(all) == pinpoints(some));
  request.query = "bell";
  CHECK(must(searcher.search(request)).total.value == count);
  CHECK(must(searcher.search(request)).total.exact);
}

TEST_CASE("a word that no text has is named with the nearest ones, and nothing replaces it") {
  struct Case {
    std::string query, word;
    Names nearest;
  };
  const FixtureIndex index;
  const Searcher searcher = index.open();
  for (const Case& one : std::vector<Case>{
           {"intercpetion", "intercpetion", {"interception"}},
           {"Intercpetion", "Intercpetion", {"interception"}},
           {"\"lihgt signal\"", "lihgt", {"light"}},
           {"xqzzyv", "xqzzyv", {}},
           {"ligthhouse AND lamp", "ligthhouse", {"lighthouse"}},
       }) {
    CAPTURE(one.query);
    const SearchAnswer answer = search(searcher, one.query);
    REQUIRE(answer.unknown.size() == 1);
    CHECK(answer.unknown[0].word == one.word);
    REQUIRE(answer.unknown[0].nearest.size() >= one.nearest.size());
    if (one.nearest.empty()) {
      CHECK(answer.unknown[0].nearest.empty());
    } else {
      CHECK(answer.unknown[0].nearest[0] == one.nearest[0]);
    }
    CHECK(answer.hits.empty());
    REQUIRE_FALSE(answer.notes.empty());
    CHECK(answer.notes[0].find("no text has \"" + one.word + "\"") == 0);
  }
  for (const char* query : {"interception", "lamp NOT intercpetion", "interc*", "lang:en lamp"}) {
    CAPTURE(query);
    CHECK(search(searcher, query).unknown.empty());
  }
}

TEST_CASE("the values of a field are listed with their passages") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const FieldValues kinds = must(searcher.values("kind"));
  std::uint64_t passages = 0;
  Names names;
  for (const auto& one : kinds.values) {
    names.push_back(one.value);
    passages += one.passages;
  }
  CHECK(names == Names{"commentary", "protocol", "treaty"});
  CHECK(passages == must(searcher.info()).indexes[0].passages);
  passages = 0;
  for (const auto& one : must(searcher.values("version")).values) passages += one.passages;
  CHECK(passages == must(searcher.info()).indexes[0].passages);
  for (const char* name : {"in", "kinds", "", "root"}) {
    const auto values = searcher.values(name);
    REQUIRE_FALSE(values);
    CHECK(values.error().code == Code::usage);
  }
  CHECK(searcher.values("kinds").error().message == "there is no field \"kinds\" with values");
  CHECK(searcher.values("kinds").error().hint.find("did you mean kind? known:") == 0);
}
