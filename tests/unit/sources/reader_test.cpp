// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/sources/reader.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

TEST_CASE("what cannot be read is refused with line and reason") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "1: the file is empty"},
      {" \n\t\r\n", "1: the file is empty"},
      {"\xEF\xBB\xBF\n", "1: the file is empty"},
      {std::string("one\ntw\0o", 8), "2: a binary file"},
      {std::string("\xFF\xFEo\0n\0", 6), "1: a binary file"},
      {"[\n{\"Text\": 1}]", "2: nothing says what the member 'Text' holds"},
      {"one\ntwo\ncaf\xE9\n", "3: not UTF-8 at byte 11"},
  };
  for (const auto& [bytes, expected] : cases) {
    for (const std::string name : {"lamp.md", "lamp.txt", "lamp", ""}) {
      CAPTURE(bytes, name);
      const auto document = read_source(bytes, name);
      REQUIRE_FALSE(document);
      CHECK(document.error().code == Code::inputs_refused);
      CHECK_THAT(document.error().message, Catch::StartsWith(expected));
    }
  }
}

TEST_CASE("a line of more than 16 MB is refused with its number") {
  const std::string fits(16 << 20, 'a');
  CHECK(read_source("First.\n\n" + fits + "\n", "long.txt"));
  for (const char* name : {"long.txt", "long.md"}) {
    const auto document = read_source("First.\n\n" + fits + "a\n", name);
    REQUIRE_FALSE(document);
    CHECK(document.error().message == "3: a line of more than 16 MB");
    CHECK(document.error().hint == "break it into paragraphs");
  }
}

TEST_CASE("a file of more than 64 MB is refused") {
  const auto document = read_source(std::string(max_source_bytes + 1, 'x'), "lamp.md");
  REQUIRE_FALSE(document);
  CHECK_THAT(document.error().message, Catch::Contains("larger than 64 MB"));
}

TEST_CASE("the format is told by name, else by content") {
  const std::vector<std::vector<std::string>> cases{
      {"plain words", "lamp.md", "markdown"},
      {"plain words", "lamp.markdown", "markdown"},
      {"# Title\n\nwords", "lamp.txt", "text"},
      {"# Title\n\nwords", "lamp", "markdown"},
      {"---\ntitle: x\n---\nwords", "lamp", "markdown"},
      {"see [logs](https://example.org)\n", "lamp", "markdown"},
      {"plain words\nand more\n", "lamp", "text"},
  };
  for (const auto& one : cases) {
    CAPTURE(one);
    const auto document = read_source(one[0], one[1]);
    REQUIRE(document);
    CHECK(document->format == one[2]);
  }
}

TEST_CASE("a table of values is told from a text") {
  CHECK(is_table_of_values("# lamp\tyear\tkeeper\nnorth\t1901\tAda\nsouth\t1902\tBo\n"));
  CHECK_FALSE(is_table_of_values("one line\twith\ttabs"));
  CHECK_FALSE(is_table_of_values("\tIndented words.\n\tMore of them.\n"));
  CHECK_FALSE(is_table_of_values("Words\n\na\tb\tc\nMore words of the text\n"));
  CHECK_FALSE(is_table_of_values(""));
}
