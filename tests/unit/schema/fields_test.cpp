// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/schema/fields.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;

TEST_CASE("every field has its row, and users can ask for what has a name") {
  for (const FieldInfo& row : fields()) {
    CHECK(&info(row.field) == &row);
    CHECK_FALSE(row.description.empty());
    if (row.name.empty()) continue;
    CHECK(field_named(row.name) == row.field);
    CHECK(row.example.substr(0, row.name.size() + 1) == std::string(row.name) + ":");
  }
  CHECK(field_named("kind") == Field::kind);
  CHECK_FALSE(field_named(""));
  CHECK_FALSE(field_named("Kind"));
  CHECK_FALSE(field_named("kinds"));
}

TEST_CASE("a term is prefix and value in lower case") {
  struct Row {
    Field field;
    const char* value;
    const char* same_as;
  };
  for (const Row& row :
       {Row{Field::text, "intercept", "intercept"}, Row{Field::instrument, "COE-185", "coe-185"},
        Row{Field::version, "coe-185@EN", "coe-185@en"}, Row{Field::article, "12BIS", "12bis"},
        Row{Field::root, "Тексты", "Тексты"}}) {
    CHECK(term_of(row.field, row.value) == std::string(info(row.field).prefix) + row.same_as);
  }
  CHECK(term_of(Field::instrument, "a") != term_of(Field::version, "a"));
}

TEST_CASE("a value too long for a term is hashed, and still tells values apart") {
  const std::string longest(240, 'a');
  CHECK(term_of(Field::id, longest).size() == 241);
  const std::string longer(241, 'a');
  const std::string term = term_of(Field::id, longer);
  CHECK(term.size() == 65);
  CHECK(term == term_of(Field::id, std::string(241, 'A')));
  CHECK(term != term_of(Field::id, longer + "a"));
  CHECK(term.substr(1) == term_of(Field::text, longer));
}

TEST_CASE("a zero byte counts twice against the length of a term") {
  std::string value(239, 'a');
  value += '\0';
  CHECK(term_of(Field::id, value).size() == 65);
}
