// SPDX-License-Identifier: GPL-2.0-or-later
#include "outline.hpp"

#include <pinlex/sources/reader.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

/// Blocks as text, lines parted by " / ", headings behind their level.
std::vector<std::string> blocks(const std::string& markdown) {
  const auto document = read_markdown(markdown);
  REQUIRE(document);
  std::vector<std::string> out;
  for (const Block& block : document->blocks) {
    std::string text = block.kind == BlockKind::heading ? std::to_string(block.level) + "# " : "";
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      text += (i == 0 ? "" : " / ") + block.lines[i].text;
    }
    out.push_back(text);
  }
  return out;
}

std::uint64_t removed(const Read& text, Removed reason) {
  for (const auto& [kind, bytes] : text.structured.account.removed) {
    if (kind == reason) return bytes;
  }
  return 0;
}

}  // namespace

TEST_CASE("Markdown is read into blocks of source lines without its marks") {
  using Blocks = std::vector<std::string>;
  const std::vector<std::pair<std::string, Blocks>> cases{
      {"####Illegal entry\n", {"4# Illegal entry"}},
      {"### Article  1  \n", {"3# Article  1"}},
      {"one\ntwo\n\nthree\n", {"one / two", "three"}},
      {"one  \ntwo\\\nthree\n", {"one / two / three"}},
      {"a *word* and **two**, _three_\n", {"a word and two, three"}},
      {"1. first\n2. second\n", {"1. first", "2. second"}},
      {"7) seventh\n", {"7) seventh"}},
      {"text\n2. hidden\n", {"text / 2. hidden"}},
      {"3.\n\na)point\n", {"3.", "a)point"}},
      {"text\n\n5.\n", {"text", "5."}},
      {"- one\n- two\n  - three\n", {"one", "two", "three"}},
      {"> quoted\n> words\n", {"quoted / words"}},
      {"see [the log](https://example.org/a(b) \"t\") today\n", {"see the log today"}},
      {"![a lamp](lamp.png) shines\n", {"shines"}},
      {"``public keeper\" is kept\n", {"``public keeper\" is kept"}},
      {"Law &amp; order &#167; 5 &unknown;\n", {"Law & order § 5 &unknown;"}},
      {"note<sup>12</sup> here<br>there\n", {"note¹² here there"}},
      {"    indented\n", {"indented"}},
      {"a\\*b\n", {"a*b"}},
      {"one\r\ntwo\r\n\r\nthree\r\n", {"one / two", "three"}},
      {"one\rtwo\r\rthree\r", {"one / two", "three"}},
      {"\ttabbed\twords\n", {"tabbed\twords"}},
      {"\xEF\xBB\xBF# Title\n\ntext\n", {"1# Title", "text"}},
      {"<!-- secret\nwords > here\n-->\n\nopen\n", {"open"}},
      {"<!-- a > b --> seen\n", {"seen"}},
      {"<div>\nin a box\n</div>\n", {"in a box"}},
      {"<meta name='x' />\n\ntext\n", {"text"}},
      {"Two\nlines\n=====\n\ntext\n", {"1# Two / lines", "text"}},
      {"text\n\n***\n\nmore\n", {"text", "more"}},
  };
  for (const auto& [markdown, expected] : cases) {
    CAPTURE(markdown);
    CHECK(blocks(markdown) == expected);
    if (expected != Blocks{}) {
      const Read text = read(markdown);
      CHECK(faults(text) == "");
      CHECK(text.structured.account.unexplained == 0);
    }
  }
}

TEST_CASE("cells of a table read apart, and none is lost") {
  const Read text = read("| Lamp | Oil |\n|---|:---|\n| red | 2 | extra |\n| blue |\n");
  std::string all;
  for (const Piece& piece : text.version().pieces) all += piece.text.text + "\n";
  for (const std::string cell : {"Lamp", "Oil", "red", "2", "extra", "blue"}) {
    CAPTURE(cell);
    CHECK(all.find(cell) != std::string::npos);
  }
  CHECK(all.find("---") == std::string::npos);
  CHECK(text.structured.account.unexplained == 0);
}

TEST_CASE("bytes of no provision are in their named class") {
  const Read text = read(
      "---\ntitle: Lamps\n---\n\nSee [logs](https://example.org/logs).\n\n"
      "![the tower](tower.png)\n\n<!-- aside -->\n\n[ref]: https://example.org\n");
  CHECK(text.structured.account.unexplained == 0);
  CHECK(removed(text, Removed::front_matter) == std::string("---\ntitle: Lamps\n---\n").size());
  CHECK(removed(text, Removed::link_target) >= std::string("https://example.org/logs").size());
  CHECK(removed(text, Removed::navigation) >= std::string("the tower").size());
  CHECK(removed(text, Removed::markup) >= std::string("<!-- aside -->").size());
  CHECK(removed(text, Removed::whitespace) > 0);
  CHECK(faults(text) == "");
}

TEST_CASE("front matter is metadata in every form it comes in") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"---\ntitle: Lamps\n---\ntext\n", "Lamps"},
      {"---\r\ntitle: Lamps\r\n---\r\ntext\r\n", "Lamps"},
      {"\xEF\xBB\xBF---\ntitle: Lamps\n---\ntext\n", "Lamps"},
      {"---\ntitle: \"Lamps: a look\"\n---\ntext\n", "Lamps: a look"},
      {"---\ntitle: Lamps: a look\nlang: en\n---\ntext\n", "Lamps: a look"},
      {"---\n- a list\n---\ntext\n", ""},
      {"---\n---\ntext\n", ""},
      {"--- \ntitle: no end\n\ntext\n", ""},
  };
  for (const auto& [markdown, title] : cases) {
    CAPTURE(markdown);
    const auto document = read_markdown(markdown);
    REQUIRE(document);
    CHECK(document->metadata.title == title);
    CHECK(faults(read(markdown)) == "");
  }
}

TEST_CASE("a date is kept to the day, and what is no date is none") {
  const auto published = [](const std::string& date) {
    return read_markdown("---\ndate: " + date + "\n---\nx\n")->metadata.published;
  };
  CHECK(published("2024-08-09T12:00:00Z") == "2024-08-09");
  CHECK(published("\"2024-08-09\"") == "2024-08-09");
  CHECK(published("9 August 2024") == "");
  CHECK(published("2024") == "");
}

TEST_CASE("front matter that nests too deep is refused, not followed") {
  for (const char open : {'[', '{'}) {
    const auto deep = read_markdown("---\na: " + std::string(20'000, open) + "\n---\nx\n");
    REQUIRE_FALSE(deep);
    CHECK(deep.error().code == Code::inputs_refused);
  }
  std::string dashes = "---\n";
  for (int i = 0; i < 20'000; ++i) dashes += "- ";
  CHECK(read_markdown(dashes + "x\n---\ntext\n"));
}

TEST_CASE("a break at the end of a line is accounted for") {
  const Read text = read("Lamps burn.<br>\n");
  CHECK(text.structured.account.unexplained == 0);
  CHECK(text.version().pieces[0].text.text == "Lamps burn.");
}

TEST_CASE("a number before the first tag of a line is kept") {
  const Read text = read("## Article 1\n\n1. <b>lamp</b> lit\n\n2. so\n");
  CHECK(eids(text.version()) ==
        std::vector<std::string>{"art_1", "art_1__para_1", "art_1__para_2"});
  CHECK(text.version().doubts.empty());
  CHECK(text.structured.account.unexplained == 0);
}

TEST_CASE("a number right behind the mark of a block quote is kept") {
  const Read text = read("## Article 1\n\n>1. lamp lit\n\nso\n\n>2.\n");
  CHECK(eids(text.version()) ==
        std::vector<std::string>{"art_1", "art_1__para_1", "art_1__para_2"});
  CHECK(text.structured.account.unexplained == 0);
}
