// SPDX-License-Identifier: GPL-2.0-or-later
#include "outline.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;

TEST_CASE("letters that no provision holds and no reader named are unexplained") {
  const std::string bytes = "kept lost\n";
  Document document;
  document.blocks.push_back({});
  document.blocks[0].lines.emplace_back().append("kept", 0);
  const auto structured = find_structure(document, {}, "lamp", bytes);
  REQUIRE(structured);
  CHECK(structured->account.in_provisions == 4);
  CHECK(structured->account.unexplained == 4);
  REQUIRE(structured->account.left.size() == 1);
  CHECK(structured->account.left[0].begin == 5);
  CHECK(structured->account.left[0].end == 9);
  std::uint64_t removed = 0;
  for (const auto& [reason, count] : structured->account.removed) removed += count;
  CHECK(removed == 2);
}

TEST_CASE("every class of removed bytes has a name of its own") {
  CHECK(name(Removed::whitespace) == "whitespace");
  CHECK(name(Removed::markup) == "markup");
  CHECK(name(Removed::link_target) == "link target");
  CHECK(name(Removed::front_matter) == "front matter");
  CHECK(name(Removed::navigation) == "navigation");
  CHECK(name(Removed::title_page) == "title page");
  CHECK(name(Removed::script) == "script");
  CHECK(name(Removed::deletion) == "deletion");
}
