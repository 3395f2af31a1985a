// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher_index.hpp"

#include <pinlex/searcher/render.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

RefsRequest about(const std::string& citation) {
  RefsRequest request;
  request.citation = citation;
  return request;
}

/// "from > target [words]" of each.
Names listed(const ReferenceList& list) {
  Names out;
  for (const FoundReference& one : list.items) {
    std::string line = one.from + " >";
    for (const CitedTarget& target : one.targets) {
      line += " " + target.id + (target.exists ? "" : "?");
    }
    const auto words = one.sentence.substr(one.words.begin, one.words.end - one.words.begin);
    out.push_back(line + " [" + words + "]");
  }
  return out;
}

}  // namespace

TEST_CASE("references lead from a provision and back to it") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const RefsAnswer answer = must(searcher.refs(about("lighthouses#art_4")));
  CHECK(answer.read_as == "lighthouses#art_4");
  CHECK(listed(answer.cites) == Names{"lighthouses#art_4@en > lighthouses#art_3 [Article 3]"});
  CHECK(listed(answer.cited_by) ==
        Names{"lighthouses#art_3__para_4@en > lighthouses#art_4 [Article 4]"});
  REQUIRE(answer.cited_by.items.size() == 1);
  const FoundReference& one = answer.cited_by.items.front();
  CHECK(one.citation ==
        "Convention on Lighthouses and the Interception of Light Signals, art. 3(4)");
  CHECK(one.sentence == "The powers and procedures of this article shall be subject to Article 4.");
  CHECK(one.provenance.file == "lighthouses.md");
  CHECK(one.provenance.range.size() == 9);
}

TEST_CASE("a language is asked for, and one direction") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  RefsRequest request = about("lighthouses#art_4");
  request.languages = {"nl"};
  request.to = false;
  const RefsAnswer answer = must(searcher.refs(request));
  CHECK(listed(answer.cites) == Names{"lighthouses#art_4@nl > lighthouses#art_3 [artikel 3]"});
  CHECK(answer.cited_by.total == 0);
  request.to = true;
  request.from = false;
  CHECK(listed(must(searcher.refs(request)).cited_by) ==
        Names{"lighthouses#art_3__para_4@nl > lighthouses#art_4 [artikel 4]"});
}

TEST_CASE("a whole instrument is cited by other texts, in pages") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  RefsRequest request = about("lighthouses");
  request.from = false;
  const RefsAnswer answer = must(searcher.refs(request));
  REQUIRE(answer.cited_by.total >= 1);
  for (const FoundReference& one : answer.cited_by.items) {
    CHECK_FALSE(one.from.starts_with("lighthouses"));
  }
  request.offset = static_cast<std::uint32_t>(answer.cited_by.total);
  CHECK(must(searcher.refs(request)).cited_by.items.empty());
  CHECK(must(searcher.refs(request)).cited_by.total == answer.cited_by.total);
}

TEST_CASE("what nobody refers to has empty lists, and no instrument is an error") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const RefsAnswer none = must(searcher.refs(about("lighthouses#art_5")));
  CHECK(none.cites.total + none.cited_by.total == 0);
  const auto unnamed = searcher.refs(about("article 5"));
  REQUIRE_FALSE(unnamed);
  CHECK(unnamed.error().code == Code::query);
}

TEST_CASE("the filter cites: finds the passages, whichever way it is written") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  for (const char* query :
       {"cites:lighthouses#art_4 AND lang:en",
        "cites:\"Convention on Lighthouses and the Interception of Light Signals, art. 4\" AND "
        "lang:en"}) {
    CAPTURE(query);
    SearchRequest request;
    request.query = query;
    const SearchAnswer answer = must(searcher.search(request));
    REQUIRE(answer.hits.size() == 1);
    CHECK(answer.hits.front().id == "lighthouses#art_3@en");
    CHECK(answer.read_as == "cites:lighthouses#art_4 AND lang:en");
  }
}

TEST_CASE("what is no citation behind cites: is refused with its place") {
  struct Case {
    const char* query;
    const char* message;
  };
  const std::vector<Case> cases{
      {"lamp cites:nowhere",
       "no instrument is known as 'nowhere'\n  lamp cites:nowhere\n       ^^^^^^^^^^^^^"},
      {"cites:\"lighthouses arts. 3-4\"",
       "cites: takes one provision, or an instrument\n  cites:\"lighthouses arts. 3-4\"\n  "
       "^^^^^^^^^^^^^^^^^^^^^^^^^^^^^"},
      {"cites:\"art. 3\"",
       "cites: takes one provision, or an instrument\n  cites:\"art. 3\"\n  ^^^^^^^^^^^^^^"},
  };
  const FixtureIndex index;
  const Searcher searcher = index.open();
  for (const Case& one : cases) {
    SearchRequest request;
    request.query = one.query;
    const auto answer = searcher.search(request);
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == Code::query);
    CHECK(answer.error().message == one.message);
  }
}
