// SPDX-License-Identifier: GPL-2.0-or-later
#include "pinpoint.hpp"
#include "searcher_records.hpp"
#include "word_finder.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

/// What a query of these English words looks for, all as rare as each other.
std::vector<MatchWord> words(const std::vector<std::string>& texts, double weight = 1) {
  std::vector<MatchWord> out;
  Analyser analyser("en");
  for (const std::string& text : texts) {
    std::vector<Token> tokens;
    analyser.analyse(text, 0, tokens);
    out.push_back({{{std::string(tokens.at(0).stem), weight}}});
  }
  return out;
}

PassageFindings found_in(const Passage& passage, const std::vector<MatchWord>& looked_for) {
  Analyser analyser("en");
  ConceptFinder none(CompiledThesaurus(), "en");
  return WordFinder(looked_for).find(passage, analyser, none);
}

PinpointChoice choice_of(const Passage& passage, const std::vector<MatchWord>& looked_for) {
  return best_unit(passage, found_in(passage, looked_for));
}

std::string eid_of(const Passage& passage, const std::vector<MatchWord>& looked_for) {
  return passage.units[choice_of(passage, looked_for).unit].eid;
}

/// The places that are marked in one text.
std::vector<TextRange> highlights(const std::string& text,
                                  const std::vector<MatchWord>& looked_for) {
  PassageBuilder b("art_1", "Article 1", "");
  b.text(0, text);
  return found_in(b.passage(), looked_for).texts.at(0).places();
}

std::string many_words(std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += "tree ";
  return out;
}

}  // namespace

TEST_CASE("the pinpoint is the paragraph that holds most of the words") {
  struct Case {
    std::vector<std::string> query;
    std::string eid;
  };
  const std::vector<Case> cases = {
      {{"secret"}, "art_7__para_2"},
      {{"judges", "review"}, "art_7__para_3"},
      {{"watching", "signals"}, "art_7__para_1"},
      {{"owner", "secret"}, "art_7__para_2"},
      {{"demands"}, "art_7__para_1"},
      // Equal: the first.
      {{"keeper"}, "art_7__para_1"},
      // Found in the heading or nowhere: the first.
      {{"reading"}, "art_7__para_1"},
      {{"submarine"}, "art_7__para_1"},
      {{}, "art_7__para_1"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.query);
    CHECK(eid_of(lantern_article(), words(one.query)) == one.eid);
  }
}

TEST_CASE("a rare word counts more than several frequent ones") {
  auto looked_for = words({"owner", "keeper"}, 0.1);
  looked_for.push_back(words({"judges"}, 5)[0]);
  CHECK(eid_of(lantern_article(), looked_for) == "art_7__para_3");
}

TEST_CASE("a word counts once however often it stands there") {
  PassageBuilder b("art_1", "Article 1", "");
  b.unit_with("art_1__para_1", "1.", 0, "lantern lantern lantern lantern");
  b.unit_with("art_1__para_2", "2.", 0, "lantern signal");
  CHECK(eid_of(b.passage(), words({"lantern", "signal"})) == "art_1__para_2");
}

TEST_CASE("of equal paragraphs the one with the words closest together") {
  PassageBuilder b("art_1", "Article 1", "");
  b.unit_with("art_1__para_1", "1.", 0, "a lantern that gives no signal");
  b.unit_with("art_1__para_2", "2.", 0, "a lantern signal");
  b.unit_with("art_1__para_3", "3.", 0, "the lantern signal");
  CHECK(eid_of(b.passage(), words({"lantern", "signal"})) == "art_1__para_2");
}

TEST_CASE("points directly below the article are pinpoints; its lead-in only when it holds more") {
  PassageBuilder b("art_1", "Article 1", "Definitions");
  b.text(0, "In this Convention on lamps:");
  b.unit_with("art_1__point_a", "a)", 0, "a lantern is a light with a shade;");
  b.unit_with("art_1__point_b", "b)", 0, "a shade is made of cloth;");
  CHECK(eid_of(b.passage(), words({"shade"})) == "art_1__point_a");
  CHECK(eid_of(b.passage(), words({"cloth"})) == "art_1__point_b");
  CHECK(eid_of(b.passage(), words({"convention", "lamps"})) == "art_1");
  CHECK(eid_of(b.passage(), words({"convention", "cloth"})) == "art_1__point_b");
}

TEST_CASE("the opening words of a long article stand alone") {
  PassageBuilder b("art_1", "Article 1", "");
  b.text(0, "In this Convention on lamps:");
  b.unit_with("art_1__point_a", "a)", 0, many_words(130));
  const auto choice = choice_of(b.passage(), words({"lamps"}));
  CHECK(choice.unit == 0);
  CHECK(choice.extent == Extent::own_words);
}

TEST_CASE("an article without paragraphs is its own pinpoint") {
  PassageBuilder b("art_1", "Article 1", "");
  b.text(0, many_words(200) + "lantern");
  const auto choice = choice_of(b.passage(), words({"lantern"}));
  CHECK(choice.unit == 0);
  CHECK(choice.extent == Extent::whole);
}

TEST_CASE("a long paragraph is narrowed to the point that holds all") {
  PassageBuilder b("art_1", "Article 1", "");
  const auto one = b.unit_with("art_1__para_1", "1.", 0, "A keeper may:");
  b.unit_with("art_1__para_1__point_a", "(a)", one, many_words(70) + "watch a lantern");
  const auto point = b.unit_with("art_1__para_1__point_b", "(b)", one, "oblige " + many_words(130));
  b.unit_with("art_1__para_1__point_b__point_i", "(i)", point, "owners of boats");
  b.unit_with("art_1__para_2", "2.", 0, "nothing of the kind");
  CHECK(eid_of(b.passage(), words({"watch", "lantern"})) == "art_1__para_1__point_a");
  CHECK(eid_of(b.passage(), words({"owners", "boats"})) == "art_1__para_1__point_b__point_i");
  // No single point holds both.
  CHECK(eid_of(b.passage(), words({"lantern", "boats"})) == "art_1__para_1");
  CHECK(eid_of(b.passage(), words({"keeper"})) == "art_1__para_1");
}

TEST_CASE("a short paragraph stays whole") {
  CHECK(eid_of(lantern_article(), words({"help"})) == "art_7__para_1");
}

TEST_CASE("headings of paragraphs are their words") {
  PassageBuilder b("sec_1", "", "On lanterns", Level::heading);
  b.unit_with("sec_1__para_1", "1.", 0, "words");
  const auto two = b.unit_with("sec_1__para_2", "2.", 0, "words");
  b.passage().units[static_cast<std::size_t>(two)].heading = "Shades";
  CHECK(eid_of(b.passage(), words({"shade"})) == "sec_1__para_2");
}

TEST_CASE("units lie within their ancestors and themselves") {
  const Passage passage = lantern_article();
  CHECK(lies_within(passage, 5, 1));
  CHECK(lies_within(passage, 5, 0));
  CHECK(lies_within(passage, 2, 2));
  CHECK_FALSE(lies_within(passage, 6, 1));
  CHECK_FALSE(lies_within(passage, 1, 5));
}

TEST_CASE("highlights are the places of the words, in any form") {
  const std::string text = "Watching, he watched the LANTERNS; no watchman.";
  CHECK(highlights(text, words({"watch", "lantern"})) ==
        std::vector<TextRange>{{0, 8}, {13, 20}, {25, 33}});
  CHECK(highlights("", words({"watch"})).empty());
  CHECK(highlights(text, {}).empty());
}

TEST_CASE("a place that two words of the query share is marked once") {
  CHECK(highlights("a lantern", words({"lantern", "lanterns"})) == std::vector<TextRange>{{2, 9}});
}

TEST_CASE("headings are searched too, and marked") {
  const auto findings = found_in(lantern_article(), words({"signals"}));
  CHECK(findings.headings.at(0).places() == std::vector<TextRange>{{19, 26}});
  CHECK(findings.headings.at(1).places().empty());
  CHECK(findings.texts.at(1).places() == std::vector<TextRange>{{10, 17}});
}
