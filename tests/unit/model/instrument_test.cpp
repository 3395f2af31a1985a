// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/instrument.hpp>
#include <pinlex/model/provision.hpp>

#include <catch2/catch.hpp>

using namespace pinlex;

TEST_CASE("kinds and editions are read back from their names") {
  for (int i = 0; i <= static_cast<int>(Kind::document); ++i) {
    CHECK(kind_from(name(static_cast<Kind>(i))) == static_cast<Kind>(i));
  }
  for (int i = 0; i <= static_cast<int>(Edition::digest); ++i) {
    CHECK(edition_from(name(static_cast<Edition>(i))) == static_cast<Edition>(i));
  }
  CHECK_FALSE(kind_from("Treaty"));
  CHECK_FALSE(kind_from(""));
  CHECK_FALSE(edition_from("offical"));
  CHECK(kind_names().find("explanatory-report") != std::string::npos);
  CHECK(edition_names() == "official, consolidated, translation, digest");
}

TEST_CASE("a title falls back to English, then to any language, then to the id") {
  Instrument one;
  one.id = "lamp-7";
  CHECK(one.title("en") == "lamp-7");
  one.titles["nl"] = "Vuurtorenverdrag";
  CHECK(one.title("en") == "Vuurtorenverdrag");
  one.titles["en"] = "Lighthouse Convention";
  CHECK(one.title("nl") == "Vuurtorenverdrag");
  CHECK(one.title("fr") == "Lighthouse Convention");
  CHECK(display_title(one, "en") == "Lighthouse Convention");
  one.series = "LTS 7";
  CHECK(display_title(one, "en") == "Lighthouse Convention (LTS 7)");
}

TEST_CASE("only groupings stay out of the ids of articles") {
  CHECK(is_grouping(Level::chapter));
  CHECK(is_grouping(Level::section));
  CHECK(is_grouping(Level::title));
  CHECK(is_grouping(Level::part));
  CHECK_FALSE(is_grouping(Level::annex));
  CHECK_FALSE(is_grouping(Level::article));
  CHECK_FALSE(is_grouping(Level::heading));
  CHECK(name(Level::preamble) == "preamble");
  CHECK(name(Level::conclusions) == "conclusions");
}
