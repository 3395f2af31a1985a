// SPDX-License-Identifier: GPL-2.0-or-later
#include "intake.hpp"

#include <catch2/catch.hpp>

using namespace pinlex;

TEST_CASE("a message names file and line, whatever the order of offsets") {
  LineNamer line("a.md", "one\ntwo\n\nfour");
  CHECK(line.at(0, "x") == "a.md:1: x");
  CHECK(line.at(3, "x") == "a.md:1: x");
  CHECK(line.at(4, "x") == "a.md:2: x");
  CHECK(line.at(9, "x") == "a.md:4: x");
  CHECK(line.at(5, "x") == "a.md:2: x");
  CHECK(line.at(99, "x") == "a.md:4: x");
}
