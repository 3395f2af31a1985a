// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/layout.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

std::string set(const std::string& text, std::uint32_t width, std::size_t first = 0,
                std::size_t rest = 0) {
  TextLayout layout({false, width});
  layout.paragraph(first, rest);
  layout.words(text);
  return layout.take();
}

std::string marked(const std::string& text, const std::vector<TextRange>& places, bool colour) {
  TextLayout layout({colour, 12});
  layout.paragraph(0);
  layout.marked(text, places);
  return layout.take();
}

}  // namespace

TEST_CASE("words are set in lines") {
  struct Case {
    std::string text;
    std::uint32_t width;
    std::size_t first, rest;
    std::string lines;
  };
  const std::vector<Case> cases = {
      {"one two three", 80, 0, 0, "one two three\n"},
      {"one two three", 7, 0, 0, "one two\nthree\n"},
      {"one two three", 6, 0, 0, "one\ntwo\nthree\n"},
      {"one two three", 0, 0, 0, "one two three\n"},
      {"one two three", 9, 1, 3, " one two\n   three\n"},
      {"  one \n\t two  ", 80, 0, 0, "one two\n"},
      {"a longword b", 4, 0, 0, "a\nlongword\nb\n"},
      {"longword b", 4, 2, 2, "  longword\n  b\n"},
      {"", 80, 0, 0, "\n"},
      {"één twéé drié", 8, 0, 0, "één twéé\ndrié\n"},
      // Two columns for an ideograph; a line may end between two.
      {"截取内容数据", 8, 0, 0, "截取内容\n数据\n"},
      {"截取 abc", 6, 0, 0, "截取\nabc\n"},
      {"e\xCC\x81t\xCC\x81 x", 4, 0, 0, "e\xCC\x81t\xCC\x81 x\n"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text, one.width);
    CHECK(set(one.text, one.width, one.first, one.rest) == one.lines);
  }
}

TEST_CASE("what could act on a terminal never reaches it") {
  CHECK(set("a\x1b[31mb", 80) == "a\xEF\xBF\xBD[31mb\n");
  CHECK(set("a\xC2\x9B"
            "b",
            80) ==
        "a\xEF\xBF\xBD"
        "b\n");
  CHECK(set("a\xFF"
            "b",
            80) ==
        "a\xEF\xBF\xBD"
        "b\n");
  CHECK(set("a\xE2\x80\xAE"
            "b",
            80) ==
        "a\xEF\xBF\xBD"
        "b\n");
  CHECK(marked("a\x1b"
               "b",
               {{1, 2}}, false) == "a«\xEF\xBF\xBD»b\n");
}

TEST_CASE("places are marked, and neighbours together") {
  const std::string text = "the content data of a lamp";
  CHECK(marked(text, {}, false) == "the content\ndata of a\nlamp\n");
  CHECK(marked(text, {{4, 11}, {12, 16}}, false) == "the «content\ndata» of a\nlamp\n");
  CHECK(marked(text, {{22, 26}}, false) == "the content\ndata of a\n«lamp»\n");
  CHECK(marked(text, {{12, 16}}, true) == "the content\n\x1b[1;33mdata\x1b[0m of a\nlamp\n");
  CHECK(marked("截取内容数据", {{6, 12}}, false) == "截取«内容»数\n据\n");
  // Places that are none are left alone.
  CHECK(marked("lamp", {{2, 2}, {3, 9}}, false) == "lamp\n");
}

TEST_CASE("places that only space parts are one") {
  const std::string text = "ab  cd, ef";
  CHECK(joined_places(text, {{0, 2}, {4, 6}, {8, 10}}) == std::vector<TextRange>{{0, 6}, {8, 10}});
  CHECK(joined_places(text, {{0, 2}, {1, 3}}) == std::vector<TextRange>{{0, 2}});
  CHECK(joined_places(text, {}).empty());
}

TEST_CASE("columns, gaps and tones") {
  TextLayout layout({false, 20});
  layout.paragraph(0, 4);
  layout.words("1.");
  layout.column(4);
  layout.words("one two three four five");
  layout.gap();
  layout.paragraph(2);
  layout.words("passed");
  layout.column(4);
  layout.words("end", Tone::strong);
  CHECK(layout.take() == "1.  one two three\n    four five\n\n  passed end\n");

  TextLayout coloured({true, 20});
  coloured.paragraph(0);
  coloured.words("strong", Tone::strong);
  coloured.words(" plain");
  CHECK(coloured.take() == "\x1b[1mstrong\x1b[0m plain\n");
}

TEST_CASE("the width of a text is in columns") {
  CHECK(width_of("") == 0);
  CHECK(width_of("(ii)") == 4);
  CHECK(width_of("é") == 1);
  CHECK(width_of("第") == 2);
}
