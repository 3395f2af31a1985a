// SPDX-License-Identifier: GPL-2.0-or-later
#include "outline.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

struct Case {
  std::string rule;
  std::string body;
  std::vector<std::string> below;  ///< eIds below "art_1__".
};

std::vector<std::string> below(const Version& version) {
  std::vector<std::string> out;
  for (const auto& eid : eids(version)) {
    if (eid.starts_with("art_1__")) out.push_back(eid.substr(7));
  }
  return out;
}

Read article(const std::string& body) { return read("### Article 1\n\n" + body + "\n"); }

}  // namespace

TEST_CASE("numbers inside an article open paragraphs and points") {
  const std::vector<Case> cases{
      {"one unnumbered paragraph adds no level", "Each keeper shall write.", {}},
      {"several unnumbered paragraphs are counted",
       "Keepers write.\n\nKeepers read.",
       {"para_1", "para_2"}},
      {"paragraphs", "1. Keepers write.\n2. Keepers read.", {"para_1", "para_2"}},
      {"a list hidden behind a line of text",
       "1. Write:\n\n(i) ink, and\n\n(ii) oil.   \n2. Read.",
       {"para_1", "para_1__point_i", "para_1__point_ii", "para_2"}},
      {"points without a paragraph",
       "Keepers shall:\n\na) write;\n\nb) read.",
       {"point_a", "point_b"}},
      {"sub-points",
       "1. Write:\n\na) what:\n\n(i) ink,\n\n(ii) oil;\n\nb) when.\n2. Read.",
       {"para_1", "para_1__point_a", "para_1__point_a__point_i", "para_1__point_a__point_ii",
        "para_1__point_b", "para_2"}},
      {"a paragraph and its first point on one line",
       "1. (a) Write.\n\n(b) Read.\n2. Sleep.",
       {"para_1", "para_1__point_a", "para_1__point_b", "para_2"}},
      {"a number alone on its line",
       "1. Write.\n2. \na)Ink.\n\nb) Oil.",
       {"para_1", "para_2", "para_2__point_a", "para_2__point_b"}},
      {"inserts",
       "1. Write.\n\n1 bis. Blot.\n\n1a. Dry.\n\n2. Read.",
       {"para_1", "para_1bis", "para_1a", "para_2"}},
      {"brackets on both sides", "(1) Write.\n\n(2) Read.", {"para_1", "para_2"}},
      {"a Dutch point",
       "1. Schrijf:\n\na.inkt;\n\nb.olie.",
       {"para_1", "para_1__point_a", "para_1__point_b"}},
      {"double letters", "Log:\n\n(y) y;\n\n(z) z;", {"para_1", "para_2", "para_3"}},
      {"two lists in one paragraph",
       "1. Ink:\n\na) red;\n\nb) blue.\n\nOil:\n\na) thin;\n\nb) thick.\n2. End.",
       {"para_1", "para_1__point_a", "para_1__point_b", "para_1__point_a~2", "para_1__point_b~2",
        "para_2"}},
      {"dashed items belong to the point above",
       "Log:\n\na) ink;\n\nb) lamps that\n\n–  burn, and\n\n–  turn.",
       {"point_a", "point_b"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.rule);
    const Read text = article(one.body);
    CHECK(below(text.version()) == one.below);
    CHECK(faults(text) == "");
    CHECK(text.structured.account.unexplained == 0);
  }
}

TEST_CASE("numbers of other scripts and habits open paragraphs and points") {
  const std::vector<Case> cases{
      {"Arabic letters in the order of abjad",
       "يكتب الحارس:\n\n(أ) الزيت؛\n\n(ب) الضوء؛\n\n(ج) الوقت.",
       {"point_a", "point_b", "point_c"}},
      {"Arabic letters in the order of the alphabet",
       "يكتب الحارس:\n\nأ- الزيت؛\n\nب- الضوء؛\n\nت- الوقت.",
       {"point_a", "point_b", "point_c"}},
      {"digits of the script and dashes",
       "١- يكتب الحارس.\n\n2 - يقرأ الحارس.",
       {"para_1", "para_2"}},
      {"signs turned by extraction from PDF",
       ". 1أ .يكتب الحارس:\n\nب .يقرأ؛\n\n.2 ينام الحارس.\n\n-3يصحو:\n\n. i\n\nباكرا.",
       {"para_1", "para_1__point_a", "para_1__point_b", "para_2", "para_3", "para_3__point_i"}},
      {"numbers in quotation marks turned by extraction",
       "(أ) يكتب:\n\n' '1الزيت؛\n\n' ،'2الضوء.",
       {"point_a", "point_a__point_1", "point_a__point_2"}},
      {"Chinese numerals",
       "一、守灯人应当记录：\n\n（一）灯油；\n\n（二）灯光。\n\n二、守灯人应当阅读。",
       {"para_1", "para_1__point_1", "para_1__point_2", "para_2"}},
      {"Cyrillic letters",
       "1. Смотритель пишет:\n\nа) масло;\n\nб) свет;\n\nв) время.\n2. Смотритель спит.",
       {"para_1", "para_1__point_a", "para_1__point_b", "para_1__point_c", "para_2"}},
      {"a degree sign numbers points of the sentence before",
       "Le gardien note :\n\n1° L'huile ;\n\n2° La lampe.\n\nIl signe.",
       {"para_1", "para_1__point_1", "para_1__point_2", "para_2"}},
      {"a dash behind the stop",
       "1.- El farero escribe.\n\n2.- El farero lee.",
       {"para_1", "para_2"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.rule);
    const Read text = article(one.body);
    CHECK(below(text.version()) == one.below);
    CHECK(text.structured.account.unexplained == 0);
  }
}

TEST_CASE("numbers that nothing closes count where they follow each other") {
  const std::vector<Case> cases{
      {"figures and letters",
       "1 Keepers write:\n\na the ink,\n\nb the oil:\n\ni red, and\n\nii blue.\n\n2 Keepers read.",
       {"para_1", "para_1__point_a", "para_1__point_b", "para_1__point_b__point_i",
        "para_1__point_b__point_ii", "para_2"}},
      {"a word of one letter", "Keepers write\na log and\na book.", {}},
      {"a figure", "12 Lamps burn.\n\n1 Lamp is out.", {"para_1", "para_2"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.rule);
    const Read text = article(one.body);
    CHECK(below(text.version()) == one.below);
    CHECK(text.structured.account.unexplained == 0);
  }
}

TEST_CASE("lists that run on inside a line are cut into their points") {
  const std::vector<Case> cases{
      {"behind a colon", "Keepers log: (a) ink; and (b) oil.", {"point_a", "point_b"}},
      {"in full-width signs", "守灯人应当记录：（a）灯油；（b）灯光。", {"point_a", "point_b"}},
      {"lists inside lists",
       "1. Keepers log: (a) ink: (i) red; (ii) blue; (b) oil.",
       {"para_1", "para_1__point_a", "para_1__point_a__point_i", "para_1__point_a__point_ii",
        "para_1__point_b"}},
      {"begun inside a line and gone on below it",
       "Keepers log: (a) ink;\n\n(b) oil.",
       {"point_a", "point_b"}},
      {"one number alone is a reference", "Keepers log as follows: (a) above applies; more.", {}},
      {"without a colon there is no list", "Keepers log (a) ink; (b) oil.", {}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.rule);
    const Read text = article(one.body);
    CHECK(below(text.version()) == one.below);
    CHECK(text.structured.account.unexplained == 0);
  }
}

TEST_CASE("(i) after (h) is a letter unless (ii) follows") {
  std::string letters = "Log:\n\n";
  for (char c = 'a'; c <= 'j'; ++c) letters += std::string("(") + c + ") thing " + c + ";\n\n";
  const auto lettered = below(article(letters).version());
  REQUIRE(lettered.size() == 10);
  CHECK(lettered[8] == "point_i");
  CHECK(lettered[9] == "point_j");

  std::string roman = "Log:\n\n";
  for (char c = 'a'; c <= 'h'; ++c) roman += std::string("(") + c + ") thing " + c + ";\n\n";
  roman += "(i) first;\n\n(ii) second;\n\n";
  const auto nested = below(article(roman).version());
  REQUIRE(nested.size() == 10);
  CHECK(nested[8] == "point_h__point_i");
  CHECK(nested[9] == "point_h__point_ii");
}

TEST_CASE("a number that continues no list is text") {
  const std::vector<std::string> bodies{
      "Each keeper shall, under paragraph\n7. of the Rules, write.",
      "The log of\n1987. It was wet.",
      "Keepers e.g. those of\nArticle 14 shall write.",
      "The lamp turns at\n2.5 turns a minute.",
      "They wrote at night, i.e. late,\na.m. and p.m. alike.",
  };
  for (const auto& body : bodies) {
    CAPTURE(body);
    const Read text = article(body);
    CHECK(below(text.version()).empty());
    CHECK(text.structured.versions.size() == 1);
    CHECK(faults(text) == "");
  }
}

TEST_CASE("lead-in and closing words stay with their paragraph, in order") {
  const Read text = article(
      "1. A keeper who:\n\na) writes, or\n\nb) reads,\n\nshall be paid.\n2. The pay is oil.");
  CHECK(words(text.version(), "art_1__para_1") == "A keeper who: | shall be paid.");
  CHECK(words(text.version(), "art_1__para_1__point_b") == "reads,");
  CHECK(words(text.version(), "art_1__para_2") == "The pay is oil.");
}

TEST_CASE("closing words of an article's own list close it without being counted") {
  const Read text = article("A keeper who:\n\na) writes, or\n\nb) reads,\n\nshall be paid.");
  CHECK(below(text.version()) == std::vector<std::string>{"point_a", "point_b"});
  CHECK(words(text.version(), "art_1") == "A keeper who: | shall be paid.");
}

TEST_CASE("the printed number is kept and leads back to the source") {
  const Read text = article("1.   Write.\n2. \na)Ink.");
  const Version& version = text.version();
  REQUIRE(version.provisions.size() == 4);
  CHECK(version.provisions[1].number.text == "1.");
  CHECK(version.provisions[3].number.text == "a)");
  const SourceRange range = version.provisions[3].number.source();
  CHECK(text.bytes.substr(range.begin, range.size()) == "a)");
  CHECK(words(version, "art_1__para_2__point_a") == "Ink.");
}

TEST_CASE("numbers that jump or are missing are named as doubts") {
  const Read jump = article("1. Write.\n2. Read.\n\n5. Sleep.");
  CHECK(below(jump.version()) == std::vector<std::string>{"para_1", "para_2", "para_5"});
  REQUIRE(jump.version().doubts.size() == 1);
  CHECK(jump.version().doubts[0].message == "art_1: 5 follows 2");
  CHECK(jump.bytes.substr(jump.version().doubts[0].offset, 2) == "5.");
  const Read headless = article("Keepers write.\n\n2. They read.");
  CHECK(below(headless.version()) == std::vector<std::string>{"para_1", "para_2"});
  REQUIRE(headless.version().doubts.size() == 1);
  CHECK(words(headless.version(), "art_1__para_1") == "Keepers write.");
}

TEST_CASE("a line that wraps into a number of the open list is taken for the next paragraph") {
  // The page shows no difference; the text stays whole and its range right either way.
  const Read text = article("1. Write as told in paragraph\n2. of the Rules.");
  CHECK(faults(text) == "");
  CHECK(text.structured.account.unexplained == 0);
}
