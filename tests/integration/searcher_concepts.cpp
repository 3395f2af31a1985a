// SPDX-License-Identifier: GPL-2.0-or-later
// Lay words and terms of law for the same thing.
#include "searcher_index.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

CompiledThesaurus thesaurus_of_lights() {
  const char* concepts = R"(
[[concept]]
id = "signal-interception"
kind = "power"
broader = ["powers"]
related = ["secrecy"]
[concept.label]
en = "interception of light signals"
nl = "onderscheppen van lichtseinen"
[concept.legal]
en = ["write down light signals"]
[concept.lay]
en = ["lampspying", "eavesdrop on lamps"]

[[concept]]
id = "secrecy"
kind = "power"
[concept.label]
en = "keep confidential"
[concept.lay]
en = ["hush order", "keep ... quiet"]

[[concept]]
id = "powers"
kind = "power"
[concept.label]
en = "powers and procedures"

[[concept]]
id = "definitions"
kind = "element"
[concept.label]
en = "definitions"
)";
  return CompiledThesaurus(must(Thesaurus::from_toml({{"lights.toml", concepts}})));
}

class LightsIndex {
 public:
  LightsIndex() { make_index(folder_ / "index", {fixtures() / "treaties"}, thesaurus_of_lights()); }
  Searcher open() const { return must(Searcher::open({folder_ / "index"})); }
  std::filesystem::path path() const { return folder_ / "index"; }

 private:
  TemporaryFolder folder_;
};

SearchAnswer plain(const Searcher& searcher, const std::string& query) {
  SearchRequest request;
  request.query = query;
  request.expand = false;
  return must(searcher.search(request));
}

Names ids(const SearchAnswer& answer) {
  Names names;
  for (const QueryConcept& one : answer.concepts) names.push_back(one.id);
  return names;
}

}  // namespace

TEST_CASE("words of lay people find the terms of law, and the answer says so") {
  const LightsIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer answer = search(searcher, "lampspying");
  REQUIRE(!answer.hits.empty());
  CHECK(answer.hits[0].pinpoint == "lighthouses#art_3__para_1@en");
  CHECK(highlighted(answer.hits[0]) == Names{"write", "down", "light", "signals"});
  REQUIRE(answer.concepts.size() == 1);
  CHECK(answer.concepts[0].words == "lampspying");
  CHECK(answer.concepts[0].id == "signal-interception");
  CHECK(answer.concepts[0].label == "interception of light signals");
  CHECK(answer.concepts[0].kind == "power");
  CHECK(answer.read_as == "lampspying");
}

TEST_CASE("where concepts are looked for") {
  const LightsIndex index;
  const Searcher searcher = index.open();
  struct Case {
    std::string query;
    std::string first;  // The best hit's article; empty for none.
    Names concepts;
  };
  const std::vector<Case> cases{
      {"lampspying", "lighthouses#art_3@en", {"signal-interception"}},
      {"eavesdrop on lamps", "lighthouses#art_3@en", {"signal-interception"}},
      {"lampspying kind:treaty", "lighthouses#art_3@en", {"signal-interception"}},
      {"hush order", "lighthouses#art_3@en", {"secrecy"}},
      {"keep it all quiet", "lighthouses#art_3@en", {"secrecy"}},
      // Another language of the thesaurus, whatever the text's.
      {"onderscheppen van lichtseinen lang:en", "lighthouses#art_3@en", {"signal-interception"}},
      // A connector means what it says, unless the word is marked.
      {"lampspying AND judge", "", {}},
      {"~lampspying AND judge", "lighthouses#art_3@en", {"signal-interception"}},
      {"~\"eavesdrop on lamps\" AND judge", "lighthouses#art_3@en", {"signal-interception"}},
      {"\"eavesdrop on lamps\"", "", {}},
      {"=lampspying", "", {}},
      {"lampspying /5 judge", "", {}},
      {"concept:secrecy", "lighthouses#art_3@en", {}},
      {"zzz", "", {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.query);
    const SearchAnswer answer = search(searcher, c.query);
    CHECK((answer.hits.empty() ? "" : answer.hits[0].id) == c.first);
    CHECK(ids(answer) == c.concepts);
  }
}

TEST_CASE("without expansion only marked words are widened") {
  const LightsIndex index;
  const Searcher searcher = index.open();
  CHECK(plain(searcher, "lampspying").hits.empty());
  CHECK(plain(searcher, "lampspying").concepts.empty());
  CHECK(plain(searcher, "~lampspying").hits.size() == search(searcher, "lampspying").hits.size());
}

TEST_CASE("an exclusion is never widened") {
  const LightsIndex index;
  const Searcher searcher = index.open();
  const auto with = search(searcher, "signals NOT lampspying");
  CHECK(pinpoints(with) == pinpoints(search(searcher, "signals")));
}

TEST_CASE("definitions come first for who asks what something is") {
  const LightsIndex index;
  const Searcher searcher = index.open();
  for (const char* query : {"what is a light signal", "definition of light signal"}) {
    CAPTURE(query);
    const SearchAnswer answer = search(searcher, query);
    REQUIRE(!answer.hits.empty());
    CHECK(answer.hits[0].pinpoint == "lighthouses#art_1__point_b@en");
  }
  CHECK(search(searcher, "light signal").hits[0].id != "lighthouses#art_1@en");
}

TEST_CASE("each index keeps its own thesaurus") {
  const LightsIndex with;
  const FixtureIndex without;
  const Searcher both = must(Searcher::open({without.path(), with.path()}));
  CHECK(search(both, "lampspying").concepts.size() == 1);
  CHECK(search(without.open(), "lampspying").hits.empty());
}

TEST_CASE("a run without a thesaurus takes the concepts out again") {
  TemporaryFolder folder;
  make_index(folder / "index", {fixtures() / "treaties"}, thesaurus_of_lights());
  make_index(folder / "index", {fixtures() / "commentary"});
  CHECK(search(must(Searcher::open({folder / "index"})), "concept:secrecy").hits.empty());
}
