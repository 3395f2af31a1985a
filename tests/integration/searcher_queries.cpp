// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher_index.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

Names ids(const SearchAnswer& answer) {
  Names out;
  for (const Hit& hit : answer.hits) out.push_back(hit.id);
  return out;
}

}  // namespace

TEST_CASE("connectors mean what they say") {
  struct Case {
    std::string query;
    Names ids;
  };
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const std::vector<Case> cases = {
      {"\"lighthouse keeper\" AND \"write down\"", {"lighthouses#art_3@en"}},
      {"\"keeper lighthouse\"", {}},
      // Stop words count in phrases; stems do as well, but for exact forms.
      {"\"keep the lamp\" lang:en", {"lighthouses#art_2@en"}},
      {"\"keep lamp\"", {}},
      {"\"light signal\" AND in:heading interception AND edition:official",
       {"lighthouses#art_3@en"}},
      {"exact:signal lang:en", {"lighthouses#art_1@en"}},
      {"confidential /4 order", {"lighthouses#art_3@en"}},
      {"confidential /2 order", {}},
      {"order +4 confidential", {}},
      {"confidential +4 order", {"lighthouses#art_3@en"}},
      {"tower /p days instrument:lighthouses edition:official", {"lighthouses#art_3@en"}},
      {"tower /s lamp instrument:lighthouses edition:official", {"lighthouses#art_1@en"}},
      {"confidential /p tower", {}},
      {"(tower OR moon) AND failed instrument:lighthouses", {"lighthouses#art_4@en"}},
      {"confid*", {"lighthouses#art_3@en"}},
      {"loft NOT secret", {}},
      {"loft AND secret", {"pigeons#art_1@en"}},
      {"art:4 lang:en", {"lighthouses#art_4@en"}},
      {"art:4..5 lang:en",
       {"lighthouses#art_4@en", "lighthouses#art_4bis@en", "lighthouses#art_5@en"}},
      {"lang:nl kind:treaty mist", {"lighthouses#art_4bis@nl"}},
      {"kind:protocol NOT loft", {"pigeons#art_2@en", "pigeons#preamble@en"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.query);
    const SearchAnswer answer = search(searcher, one.query);
    CHECK(ids(answer) == one.ids);
    CHECK(answer.total.value >= one.ids.size());
    CHECK(answer.total.exact);
  }
}

TEST_CASE("only what takes part in a match is marked") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer answer = search(searcher, "confidential /p order lang:en edition:official");
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].pinpoint == "lighthouses#art_3__para_3@en");
  CHECK(highlighted(answer.hits[0]) == Names{"confidential", "order"});
}

TEST_CASE("phrases beside ranked words, and joining words among them") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer answer = search(searcher, "\"the tower\" of bells lang:en");
  CHECK(answer.hits.size() >= 3);
  for (const Hit& hit : answer.hits) {
    for (const std::string& word : highlighted(hit)) CHECK(word != "of");
  }
}

TEST_CASE("how a query was read") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  CHECK(search(searcher, "light  signals").read_as == "light signals");
  CHECK(search(searcher, "lamp OR order AND judge").read_as == "lamp OR (order AND judge)");
}

TEST_CASE("what is not understood is refused with its place") {
  struct Case {
    std::string query, message;
  };
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const std::vector<Case> cases = {
      {"kind:treatise lamp",
       "no text here is kind:treatise\n  kind:treatise lamp\n  ^^^^^^^^^^^^^"},
      {"lamp lang:xx", "no text here is lang:xx\n  lamp lang:xx\n       ^^^^^^^"},
  };
  for (const Case& one : cases) {
    const Error error = refused(searcher, one.query);
    CHECK(error.code == Code::query);
    CHECK(error.message == one.message);
  }
  for (const char* query : {"", "(lamp", "lamp AND", "\"", "nofield:x",
                            "a\x01"
                            "b",
                            "\xFF"}) {
    CAPTURE(query);
    CHECK(refused(searcher, query).code == Code::query);
  }
}

TEST_CASE("a citation in a query goes first") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer alone = search(searcher, "lighthouses#art_3__para_2");
  REQUIRE(alone.hits.size() == 1);
  CHECK(alone.hits[0].pinpoint == "lighthouses#art_3__para_2@en");
  CHECK(alone.hits[0].texts.size() == 3);

  const SearchAnswer both = search(searcher, "lighthouses#art_4 bell");
  REQUIRE(both.hits.size() >= 2);
  CHECK(both.hits[0].id == "lighthouses#art_4@en");
  CHECK(both.hits[1].id == "lighthouses#art_4bis@en");

  const SearchAnswer dutch = search(searcher, "lighthouses#art_3 lang:nl");
  CHECK(ids(dutch) == Names{"lighthouses#art_3@nl"});

  const SearchAnswer without = search(searcher, "bell NOT lighthouses#art_4bis");
  CHECK(without.hits.empty());
}

TEST_CASE("a citation of what does not exist is never answered with a near number") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const SearchAnswer article = search(searcher, "lighthouses#art_33");
  CHECK(article.hits.empty());
  CHECK(article.notes ==
        Names{"Convention on Lighthouses and the Interception of Light Signals has no art. 33"});
  const SearchAnswer paragraph = search(searcher, "lighthouses#art_3__para_9");
  CHECK(pinpoints(paragraph) == Names{"lighthouses#art_3@en"});
  CHECK(paragraph.notes == Names{"Convention on Lighthouses and the Interception of Light Signals "
                                 "has no art. 3(9); the nearest is art. 3"});
}

TEST_CASE("a wildcard for too many words is refused") {
  const TemporaryFolder folder;
  std::string text = "---\ntitle: Words\nlanguage: en\n---\n\n# Words\n\n";
  for (int i = 0; i < 1100; ++i) {
    std::string word = "qu";
    for (int n = i, digits = 0; digits < 3; ++digits, n /= 11) {
      word += static_cast<char>('b' + n % 11);
    }
    text += word + " ";
  }
  folder.write("texts/words.md", text + "\n");
  make_index(folder / "index", {folder / "texts"});
  const Searcher searcher = must(Searcher::open({folder / "index"}));
  const Error error = refused(searcher, "lang:en qu*");
  CHECK(error.code == Code::query);
  CHECK(error.message == "\"qu*\" stands for more than 1000 words\n  lang:en qu*\n          ^^^");
  CHECK(error.hint == "give more of its letters");
  CHECK(search(searcher, "qub*").hits.size() == 1);
}
