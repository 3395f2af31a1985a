// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_table.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace pinlex {
namespace {

TEST_CASE("a word table finds what was added and nothing else") {
  WordTable table;
  CHECK(table.find("word") == nullptr);
  CHECK(table.find("") == nullptr);
  table.add("Word", {"word", "word"});
  table.add("", {});
  REQUIRE(table.find("Word") != nullptr);
  CHECK(table.find("Word")->folded == "word");
  REQUIRE(table.find("") != nullptr);
  CHECK(table.find("")->folded.empty());
  CHECK(table.find("word") == nullptr);
  CHECK(table.find("Wor") == nullptr);
}

TEST_CASE("a word table keeps its own copies while it grows") {
  WordTable table;
  for (int i = 0; i < 20000; ++i) {
    const std::string word = "surface-form-" + std::to_string(i);
    table.add(word, {std::to_string(i), "s" + std::to_string(i)});
  }
  for (int i = 0; i < 20000; ++i) {
    const WordForms* forms = table.find("surface-form-" + std::to_string(i));
    REQUIRE(forms != nullptr);
    REQUIRE(forms->folded == std::to_string(i));
    REQUIRE(forms->stem == "s" + std::to_string(i));
  }
  const std::size_t before = table.size_in_bytes();
  table.clear();
  CHECK(table.size_in_bytes() < before);
  CHECK(table.find("surface-form-1") == nullptr);
}

TEST_CASE("surfaces that differ in bytes beyond the eighth are told apart") {
  WordTable table;
  table.add("12345678", {"a", "a"});
  table.add("123456789", {"b", "b"});
  table.add(std::string(std::string_view("12345678\0", 9)), {"c", "c"});
  CHECK(table.find("12345678")->folded == "a");
  CHECK(table.find("123456789")->folded == "b");
  CHECK(table.find(std::string_view("12345678\0", 9))->folded == "c");
}

}  // namespace
}  // namespace pinlex
