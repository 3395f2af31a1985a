// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.hpp"

#include <catch2/catch.hpp>

using namespace pinlex;

TEST_CASE("generations are named by six digits or more") {
  CHECK(generation_name(42) == "000042");
  CHECK(generation_name(1234567) == "1234567");
  for (const std::uint64_t number : {1ull, 42ull, 999999ull, 1000000ull, ~0ull}) {
    CHECK(generation_number(generation_name(number)) == number);
  }
}

TEST_CASE("what generation_name does not make is no generation") {
  for (const char* name : {"", "0", "000000", "42", "0000042", "00004a", "+00042",
                           "000042.building", " 00042", "99999999999999999999999"}) {
    INFO(name);
    CHECK_FALSE(generation_number(name));
  }
}

TEST_CASE("the parts of an index lie where the layout says") {
  const Layout layout{"texts.index"};
  CHECK(layout.current() == "texts.index/CURRENT");
  CHECK(layout.generation(42) == "texts.index/generations/000042");
  CHECK(layout.building(43) == "texts.index/generations/000043.building");
}
