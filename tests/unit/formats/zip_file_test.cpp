// SPDX-License-Identifier: GPL-2.0-or-later
#include "zip_file.hpp"

#include "make_zip.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;

namespace {

bool is_text(std::string_view name) { return name.ends_with(".txt"); }

std::string message(const std::string& bytes) {
  const auto members = read_zip(bytes, is_text);
  return members ? "read" : members.error().message;
}

}  // namespace

TEST_CASE("a zip archive gives the members that are wanted") {
  const auto members = read_zip(make_zip({{"a.txt", "boats"}, {"b.bin", "swans"}}), is_text);
  REQUIRE(members);
  CHECK(*members == std::map<std::string, std::string>{{"a.txt", "boats"}});
}

TEST_CASE("a zip archive that unpacks to too much is refused") {
  const std::string zeros(65u << 20, '\0');
  CHECK(message(make_zip({{"a.txt", zeros}})) == "1: the zip archive unpacks to more than is read");
  CHECK(message(make_zip({{"a.bin", zeros}})) == "read");
  const std::string half(60u << 20, '\0');
  CHECK(message(make_zip({{"a.txt", half}, {"b.txt", half}})) == "read");
  CHECK(message(make_zip({{"a.txt", half}, {"b.txt", half}, {"c.txt", half}})) ==
        "1: the zip archive unpacks to more than is read");
  CHECK(message(make_zip(std::vector<std::pair<std::string, std::string>>(10'001, {"x", ""}))) ==
        "1: the zip archive unpacks to more than is read");
}

TEST_CASE("a damaged zip archive is refused with the reason") {
  const std::string whole = make_zip({{"a.txt", std::string(1000, 'x') + "boats"}});
  CHECK_THAT(message(whole.substr(0, whole.size() / 4)),
             Catch::StartsWith("1: the zip archive is damaged: "));
  CHECK_THAT(message("PK\x03\x04"), Catch::StartsWith("1: the zip archive is damaged: "));
}
