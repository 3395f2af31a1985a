// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/utf8.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace pinlex;

TEST_CASE("ill-formed UTF-8 is found at its first byte") {
  const auto npos = std::string_view::npos;
  const std::vector<std::pair<std::string, std::size_t>> cases{
      {"", npos},
      {"plain", npos},
      {"caf\xC3\xA9", npos},
      {"\xE2\x82\xAC \xF0\x9F\x98\x80", npos},
      {"\xEF\xBB\xBFmark", npos},
      {"ab\x80", 2},  // a continuation alone
      {"a\xC3", 1},   // cut short
      {"a\xE2\x82", 1},
      {"a\xF0\x9F\x98", 1},
      {"\xC0\xAF", 0},  // longer than needed
      {"\xE0\x80\xAF", 0},
      {"\xF0\x80\x80\xAF", 0},
      {"ok\xED\xA0\x80", 2},    // a surrogate
      {"\xF4\x90\x80\x80", 0},  // beyond U+10FFFF
      {"\xF8\x88\x80\x80\x80", 0},
      {"caf\xE9 au lait", 3},  // Latin-1
      {"\xC3\xA9\xFF", 2},
  };
  for (const auto& [bytes, expected] : cases) {
    CAPTURE(bytes);
    CHECK(ill_formed_utf8(bytes) == expected);
  }
}

TEST_CASE("every scalar value is read back as it was appended") {
  for (char32_t c = 0; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 61) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, c);
    std::size_t at = 0;
    if (next_code_point(text, at) != c || at != text.size() ||
        ill_formed_utf8(text) != std::string::npos) {
      FAIL("U+" << std::hex << static_cast<unsigned>(c));
    }
  }
}

TEST_CASE("an ill-formed byte is read as U+FFFD and takes one byte") {
  const std::string_view text = "\xFFz";
  std::size_t at = 0;
  CHECK(next_code_point(text, at) == U'\uFFFD');
  CHECK(at == 1);
  CHECK(next_code_point(text, at) == U'z');
}

TEST_CASE("nothing printable acts on a terminal") {
  const std::string mark = "\xEF\xBF\xBD";
  CHECK(printable("two\tcells\nand a line") == "two\tcells\nand a line");
  CHECK(printable("\x1B[31mred") == mark + "[31mred");
  CHECK(printable("a\rb\x07") == "a" + mark + "b" + mark);
  CHECK(printable("\x7F\xC2\x9B"
                  "0m") == mark + mark + "0m");
  CHECK(printable("\xE2\x80\xAE"
                  "lawful") == mark + "lawful");               // right-to-left override
  CHECK(printable("\xE2\x81\xA6x") == mark + "x");             // isolate
  CHECK(printable("\xD8\xA7\xD9\x84") == "\xD8\xA7\xD9\x84");  // Arabic letters stay
  CHECK(printable("a\xFFz") == "a" + mark + "z");
}

TEST_CASE("lines are counted from one, and an offset past the end is on the last") {
  const std::string_view text = "one\ntwo\r\n\nfour";
  CHECK(line_of(text, 0) == 1);
  CHECK(line_of(text, 3) == 1);
  CHECK(line_of(text, 4) == 2);
  CHECK(line_of(text, 10) == 4);
  CHECK(line_of(text, 1000) == 4);
  CHECK(line_of("", 0) == 1);
}
