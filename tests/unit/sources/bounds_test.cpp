// SPDX-License-Identifier: GPL-2.0-or-later
// Files made to be slow or large. None of these tests looks at a clock: work that grows with the
// square of the file would not end here.
#include "outline.hpp"

#include <pinlex/model/passage.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

std::string repeated(const std::string& unit, std::size_t times) {
  std::string out;
  out.reserve(unit.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += unit;
  return out;
}

}  // namespace

TEST_CASE("hostile files are read whole, in bounded time and memory") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"one long line", repeated("lamp ", 2'000'000)},
      {"one long line of marks", repeated("*", 3'000'000)},
      {"one long line of spaces", "a" + std::string(5'000'000, ' ') + "b"},
      {"one long line of emphasis", repeated("a *b* ", 300'000)},
      {"one long line of entities", repeated("a&amp;", 300'000)},
      {"entities of space at the end", "a" + repeated("&#32;", 200'000)},
      {"one paragraph of many lines", repeated("a\n", 500'000)},
      {"one article of many lines", "# Article 1\n\n" + repeated("a\n", 300'000)},
      {"many headings", repeated("# a\n", 100'000)},
      {"many titles", repeated("# Convention on Lighthouse Logs\n", 30'000)},
      {"many chapters", "# Article 1\n\nx\n\n" + repeated("# Chapter 1\n", 50'000)},
      {"many annexes", "# Article 1\n\nx\n\n" + repeated("# Annex 1\n", 50'000)},
      {"many articles", repeated("# Article 1\n\nx\n\n", 20'000)},
      {"many closing formulas", "# Article 1\n\n" + repeated("Done at Urk.\n\n", 50'000)},
      {"many paragraphs", "# Article 1\n\n" + repeated("lamp oil\n\n", 100'000)},
      {"many numbers", "# Article 1\n\n" + repeated("1. a\n\n", 50'000)},
      {"numbers inside numbers", "# Article 1\n\n1. " + repeated("(a) (i) ", 200'000) + "x\n"},
      {"lists inside lists", "# Article 1\n\n" + repeated("(a) x:\n\n", 30'000)},
      {"letters that may be Roman", "# Article 1\n\n" + repeated("(h) x\n\n(i) x\n\n", 30'000)},
      {"a very long number",
       "# Article " + repeated("1", 1'000'000) + "\n\n" + repeated("1. a\n", 1000)},
      {"many bare numbers", repeated("1.\n", 100'000)},
      {"deep quotes", repeated(">", 10'000) + " x\n"},
      {"open brackets", repeated("[", 10'000) + "x\n"},
      {"open images", repeated("![", 10'000) + "x\n"},
      {"open tags", repeated("<a ", 100'000) + "\n"},
      {"lesser signs", repeated("<", 1'000'000) + "\n"},
      {"an HTML block of many tags", "<div>\n" + repeated("<b>x</b>", 100'000) + "\n</div>\n"},
      {"superscripts", repeated("<sup>1</sup>", 50'000) + "\n"},
      {"deep lists", repeated("- ", 5'000) + "x\n"},
      {"wide tables", repeated("|a", 20'000) + "|\n" + repeated("|-", 20'000) + "|\n"},
      {"many table rows", "|a|b|\n|-|-|\n" + repeated("|c|d|\n", 50'000)},
      {"lenient front matter", "---\na: b: c\n" + repeated("k: v: w\n", 7'000) + "---\nx\n"},
      {"many links", repeated("[a](b) ", 100'000) + "\n"},
  };
  for (const auto& [what, bytes] : cases) {
    CAPTURE(what);
    const Read text = read(bytes + "end\n", "lamp.md", lamp_catalogue());
    CHECK(faults(text) == "");
    std::size_t longest = 0;
    for (const Version& version : text.structured.versions) {
      for (const auto& eid : eids(version)) longest = std::max(longest, eid.size());
      const auto passages = passages_of(version);
      std::size_t texts = 0;
      for (const Passage& passage : passages) texts += passage.texts.size();
      CHECK(texts == version.pieces.size());
    }
    CHECK(longest <= 200);
  }
}

TEST_CASE("hostile plain text is read whole") {
  for (const auto& bytes : {repeated("a ", 3'000'000), repeated("a\n", 500'000),
                            repeated("LAMP\n", 100'000), repeated("Article 1\n", 20'000),
                            repeated("\r", 1'000'000) + "x", repeated("Article 1 - x\n", 20'000)}) {
    const Read text = read(bytes, "lamp.txt");
    CHECK(faults(text) == "");
    CHECK(text.structured.account.unexplained == 0);
  }
}
