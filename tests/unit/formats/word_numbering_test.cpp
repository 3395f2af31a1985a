// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_numbering.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

/// The numbers of paragraphs, each a list and a level.
std::vector<std::string> numbers(const std::string& xml,
                                 const std::vector<std::pair<int, int>>& paragraphs) {
  pugi::xml_document document;
  REQUIRE(document.load_string(("<w:numbering>" + xml + "</w:numbering>").c_str()));
  WordNumbering numbering(document.document_element());
  std::vector<std::string> out;
  for (const auto& [list, level] : paragraphs) out.push_back(numbering.next({list, level}, "x"));
  return out;
}

std::string level(int at, const std::string& format, const std::string& text,
                  const std::string& more = "") {
  return "<w:lvl w:ilvl=\"" + std::to_string(at) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" +
         format + "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}

std::string list(int id, int abstract, const std::string& more = "") {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" +
         std::to_string(abstract) + "\"/>" + more + "</w:num>";
}

std::string abstract(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels +
         "</w:abstractNum>";
}

const std::string act =
    abstract(0, level(0, "decimal", "Article %1.") + level(1, "lowerLetter", "(%2)") +
                    level(2, "upperRoman", "%1.%2.%3"));

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("levels count, and begin anew below a higher one") {
  CHECK(numbers(act + list(1, 0), {{1, 0}, {1, 1}, {1, 1}, {1, 2}, {1, 0}, {1, 1}, {1, 2}}) ==
        Numbers{"Article 1.", "(a)", "(b)", "1.b.I", "Article 2.", "(a)", "2.a.I"});
}

TEST_CASE("a level that nobody opened counts from its start") {
  CHECK(numbers(act + list(1, 0), {{1, 2}, {1, 2}, {1, 0}}) ==
        Numbers{"1.a.I", "1.a.II", "Article 2."});
}

TEST_CASE("lists of one definition go on counting, unless they override the start") {
  CHECK(numbers(act + list(1, 0) + list(2, 0), {{1, 0}, {2, 0}, {1, 0}}) ==
        Numbers{"Article 1.", "Article 2.", "Article 3."});
  const std::string over =
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"7\"/></w:lvlOverride>";
  CHECK(numbers(act + list(1, 0) + list(2, 0, over), {{1, 0}, {2, 0}, {2, 0}, {1, 0}}) ==
        Numbers{"Article 1.", "Article 7.", "Article 8.", "Article 9."});
}

TEST_CASE("a list may override how a level is shown") {
  const std::string over =
      "<w:lvlOverride w:ilvl=\"1\">" + level(1, "upperLetter", "%2)") + "</w:lvlOverride>";
  CHECK(numbers(act + list(1, 0, over), {{1, 0}, {1, 1}}) == Numbers{"Article 1.", "A)"});
}

TEST_CASE("a level may go on over the one above, or begin anew after a certain one") {
  const std::string on =
      abstract(0, level(0, "upperRoman", "Chapter %1") +
                      level(1, "decimal", "Article %2", "<w:lvlRestart w:val=\"0\"/>"));
  CHECK(numbers(on + list(1, 0), {{1, 0}, {1, 1}, {1, 1}, {1, 0}, {1, 1}}) ==
        Numbers{"Chapter I", "Article 1", "Article 2", "Chapter II", "Article 3"});
  const std::string after =
      abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%1.%2") +
                      level(2, "decimal", "(%3)", "<w:lvlRestart w:val=\"1\"/>"));
  CHECK(numbers(after + list(1, 0), {{1, 0}, {1, 1}, {1, 2}, {1, 1}, {1, 2}, {1, 0}, {1, 2}}) ==
        Numbers{"1", "1.1", "(1)", "1.2", "(2)", "2", "(1)"});
}

TEST_CASE("legal numbering shows all numbers in decimals") {
  const std::string legal =
      abstract(0, level(0, "upperRoman", "%1") + level(1, "lowerLetter", "%1.%2", "<w:isLgl/>"));
  CHECK(numbers(legal + list(1, 0), {{1, 0}, {1, 1}}) == Numbers{"I", "1.1"});
}

TEST_CASE("a list may be defined by a style, and know its level by one") {
  const std::string linked =
      "<w:abstractNum w:abstractNumId=\"0\"><w:numStyleLink w:val=\"Acts\"/>"
      "</w:abstractNum>" +
      abstract(1, "<w:styleLink w:val=\"Acts\"/>" + level(0, "decimal", "Section %1") +
                      level(1, "decimal", "(%2)", "<w:pStyle w:val=\"Sub\"/>")) +
      list(1, 0);
  pugi::xml_document document;
  REQUIRE(document.load_string(("<w:numbering>" + linked + "</w:numbering>").c_str()));
  WordNumbering numbering(document.document_element());
  CHECK(numbering.next({1, {}}, "Top") == "Section 1");
  CHECK(numbering.next({1, {}}, "Sub") == "(1)");
  CHECK(numbering.next({1, {}}, "Sub") == "(2)");
}

TEST_CASE("what is no list has no number") {
  CHECK(numbers(act + list(1, 0), {{0, 0}, {9, 0}, {-1, 0}}) == Numbers{"", "", ""});
  CHECK(numbers("", {{1, 0}}) == Numbers{""});
  CHECK(numbers(list(1, 5), {{1, 0}, {1, 99}, {1, -4}}) == Numbers{"", "", ""});
}

TEST_CASE("numbers are shown as the format says") {
  struct Case {
    std::uint32_t value;
    const char* format;
    const char* shown;
  };
  const auto c = GENERATE(
      Case{4, "decimal", "4"}, Case{4, "lowerRoman", "iv"}, Case{1994, "upperRoman", "MCMXCIV"},
      Case{5000, "upperRoman", "5000"}, Case{26, "lowerLetter", "z"}, Case{27, "lowerLetter", "aa"},
      Case{54, "upperLetter", "BBB"}, Case{0, "lowerLetter", "0"}, Case{3, "decimalZero", "03"},
      Case{11, "ordinal", "11th"}, Case{22, "ordinal", "22nd"}, Case{3, "ordinalText", "Third"},
      Case{21, "ordinalText", "21st"}, Case{2, "cardinalText", "Two"}, Case{3, "arabicAlpha", "ت"},
      Case{3, "arabicAbjad", "ج"}, Case{21, "chineseCountingThousand", "二十一"},
      Case{10, "chineseCounting", "十"}, Case{2, "russianLower", "б"}, Case{7, "none", ""},
      Case{7, "a format of next year", "7"});
  INFO(c.format);
  CHECK(list_number(c.value, c.format) == c.shown);
}
