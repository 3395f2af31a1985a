// SPDX-License-Identifier: GPL-2.0-or-later
#include "bare_sections.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

/// Lines as blocks: "#2 text" is a heading of level 2.
std::vector<std::string> sections(const std::vector<std::string>& lines) {
  Document document;
  std::uint32_t at = 0;
  for (const std::string& line : lines) {
    Block block;
    const bool heading = line.starts_with("#");
    if (heading) block.kind = BlockKind::heading;
    if (heading) block.level = static_cast<std::uint8_t>(line[1] - '0');
    block.lines.emplace_back();
    block.lines[0].append(heading ? line.substr(3) : line, at);
    at += 100;
    document.blocks.push_back(std::move(block));
  }
  std::vector<std::string> found;
  const Headings headings = find_headings(document);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (!headings[i] || headings[i]->level != Level::article) continue;
    const std::string line = document.blocks[i].text();
    found.push_back(headings[i]->abbreviation + "_" + headings[i]->number + ": " +
                    line.substr(headings[i]->number_begin, headings[i]->number_end) + ": " +
                    line.substr(headings[i]->title_begin));
  }
  return found;
}

}  // namespace

TEST_CASE("a number and a title open a section of an act") {
  CHECK(sections({"#2 Part 1—Preliminary", "#5 1 Boats", "(1) Boats moor.", "#5 1A Swans",
                  "(1) Swans go.", "#5 2 Oars", "Oars float."}) ==
        std::vector<std::string>{"sec_1: 1: Boats", "sec_1a: 1A: Swans", "sec_2: 2: Oars"});
}

TEST_CASE("the numbered headings of a report are no sections") {
  const std::vector<std::string> none;
  CHECK(sections({"#1 1 Introduction", "We looked.", "#1 2 Findings", "We found.",
                  "#1 3 Conclusions", "(1) We end."}) == none);
  CHECK(sections({"#5 1 Boats", "(1) Boats moor.", "#5 2 Swans", "(1) Swans go."}) == none);
  CHECK(sections({"#5 9 Boats", "(1) Boats.", "#5 8 Swans", "(1) Swans.", "#5 7 Oars", "x"}) ==
        none);
  CHECK(sections({"1 Boats", "(1) Boats.", "2 Swans", "(1) Swans.", "3 Oars", "x"}) == none);
}

TEST_CASE("where articles are, a bare number opens nothing") {
  CHECK(sections({"#3 Article 7", "x", "#5 1 Boats", "(1) Boats.", "#5 2 Swans", "(1) Swans.",
                  "#5 3 Oars", "x"})
            .size() == 1);
}

TEST_CASE("a running head taken for text does not hide the sections of an act") {
  std::vector<std::string> lines{"#3 Section 4"};
  for (int i = 1; i <= 8; ++i) {
    lines.push_back("#5 " + std::to_string(i) + " Boats");
    lines.push_back("(1) Boats moor.");
  }
  const auto found = sections(lines);
  REQUIRE(found.size() == 8);
  CHECK(found.front() == "sec_1: 1: Boats");
}
