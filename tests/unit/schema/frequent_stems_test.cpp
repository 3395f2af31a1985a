// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/schema/fields.hpp>
#include <pinlex/schema/frequent_stems.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace pinlex;

TEST_CASE("pairs get terms whose stems would share many passages") {
  const FrequentStems stems(
      {{"sail", 10}, {"of", 90}, {"the", 90}, {"mast", 2}, {"", 99}, {"a b", 99}}, 100, 100'000);
  CHECK(stems.str() == "2000000 of 9000 the 9000 sail 1000");
  struct Row {
    const char *a, *b;
    bool has_term;
  };
  for (const Row& row : {Row{"of", "the", true}, Row{"the", "of", true}, Row{"of", "of", true},
                         Row{"sail", "of", true}, Row{"sail", "sail", false},
                         Row{"mast", "of", false}, Row{"of", "mast", false}}) {
    CAPTURE(row.a, row.b);
    const auto term = stems.term_of_run({row.a, row.b});
    REQUIRE(term.has_value() == row.has_term);
    if (term) CHECK(*term == term_of(Field::run, std::string(row.a) + " " + row.b));
  }
  CHECK(stems.term_of_run({"of", "the"}) != stems.term_of_run({"the", "of"}));
}

TEST_CASE("three in a row get a term where all are everywhere") {
  const FrequentStems stems({{"sail", 10}, {"of", 90}, {"the", 60}}, 100, 100'000);
  struct Row {
    std::vector<std::string_view> stems;
    const char* term;
  };
  for (const Row& row :
       {Row{{"of", "the", "of"}, "of the of"}, Row{{"the", "sail", "of"}, "the sail of"},
        Row{{"sail", "sail", "of"}, nullptr}, Row{{"of", "mast", "of"}, nullptr},
        Row{{"of"}, nullptr}, Row{{}, nullptr}, Row{{"of", "of", "of", "of"}, nullptr}}) {
    CAPTURE(row.stems);
    const auto term = stems.term_of_run(row.stems);
    REQUIRE(term.has_value() == (row.term != nullptr));
    if (term) CHECK(*term == term_of(Field::run, row.term));
  }
}

TEST_CASE("few passages make no pairs") {
  CHECK(FrequentStems({{"of", 100}}, 100, shared_passages - 1).empty());
  CHECK_FALSE(FrequentStems({{"of", 100}}, 100, shared_passages).empty());
  CHECK(FrequentStems({}, 100, 1'000'000).empty());
  CHECK(FrequentStems({{"of", 1}}, 0, 1'000'000).empty());
}

TEST_CASE("frequent stems come back as they were written") {
  const FrequentStems before({{"of", 90}, {"élu", 60}, {"sail", 30}}, 100, 1'000'000);
  const FrequentStems after(before.str());
  CHECK(after.str() == before.str());
  CHECK(after.term_of_run({"élu", "of"}) == before.term_of_run({"élu", "of"}));
  CHECK(after.term_of_run({"élu", "of"}).has_value());
  for (const char* text : {"", "12", "x", " ", "7 of", "9999999999999999999999 of of of"}) {
    CHECK_FALSE(FrequentStems(text).term_of_run({"mast", "sail"}));
  }
}
