// SPDX-License-Identifier: GPL-2.0-or-later
#include "library.hpp"
#include "lookup.hpp"
#include "searcher_records.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

TEST_CASE("a cited range is all provisions between its ends") {
  struct Case {
    CitedProvision cited;
    Names eids;
  };
  const std::vector<Case> cases = {
      {{"art_2", ""}, {"art_2"}},
      {{"art_99", ""}, {"art_99"}},
      {{"art_2", "art_10"}, {"art_2", "art_7", "art_10"}},
      {{"art_1", "art_7"}, {"art_1", "art_2", "art_7"}},
      // Ends that are not there are asked for, so that they are reported.
      {{"art_8", "art_12"}, {"art_8", "art_10", "art_12"}},
      {{"art_7", "art_2"}, {}},
      {{"art_7__para_1", "art_7__para_3"}, {"art_7__para_1", "art_7__para_2", "art_7__para_3"}},
      {{"art_7__para_1__point_a", "art_7__para_1__point_c"},
       {"art_7__para_1__point_a", "art_7__para_1__point_b", "art_7__para_1__point_c"}},
      {{"art_7__para_1", "art_8__para_2"}, {"art_7__para_1", "art_8__para_2"}},
      {{"art_7__para_1", "art_7__para_99999"}, {"art_7__para_1", "art_7__para_99999"}},
      {{"art_7__para_1bis", "art_7__para_4"}, {"art_7__para_1bis", "art_7__para_4"}},
  };
  const VersionRecord version = lantern_version();
  for (const Case& one : cases) {
    CAPTURE(one.cited.eid, one.cited.last);
    CHECK(cited_eids(version, one.cited) == one.eids);
  }
}

TEST_CASE("an outline is cut out with its parents renumbered") {
  const VersionRecord version = lantern_version();
  CHECK(outline_below(version, -1).size() == version.outline.size());
  const auto chapter = outline_below(version, 2);
  REQUIRE(chapter.size() == 5);
  CHECK(chapter[0].eid == "chp_2");
  CHECK(chapter[0].parent == -1);
  CHECK(chapter[1].eid == "chp_2__sec_1");
  CHECK(chapter[1].parent == 0);
  CHECK(chapter[2].parent == 1);
  CHECK(chapter[4].eid == "art_10");
  CHECK(chapter[4].parent == 0);
  const auto article = outline_below(version, 5);
  REQUIRE(article.size() == 1);
  CHECK(article[0].eid == "art_7");
}

TEST_CASE("the extent of a text is its first and last article") {
  VersionRecord version = lantern_version();
  CHECK(extent_of(version) == "art. 1 to art. 10");
  version.outline.clear();
  CHECK(extent_of(version).empty());
}

TEST_CASE("the versions of an instrument, authentic ones first") {
  const auto shelved = [](VersionRecord record) {
    return ShelvedVersion{0, std::make_shared<const VersionRecord>(std::move(record))};
  };
  VersionRecord other = lantern_version();
  other.version.instrument = "lamps";
  const std::vector<ShelvedVersion> all = {shelved(lantern_version("en", Edition::digest)),
                                           shelved(other), shelved(lantern_version("nl"))};
  const auto own = versions_of(all, "lanterns");
  REQUIRE(own.size() == 2);
  CHECK(own[0].record->id() == "lanterns@nl");
  CHECK(own[1].record->id() == "lanterns@en.digest");
  CHECK(versions_of(all, "candles").empty());
}

TEST_CASE("a look for citations errs on the side of yes") {
  CHECK(may_hold_citation("art. 21 Budapest"));
  CHECK(may_hold_citation("lanterns#preamble"));
  CHECK_FALSE(may_hold_citation("interception of content data"));
  CHECK_FALSE(may_hold_citation(""));
}

TEST_CASE("a number that is a distance or the value of a field makes no citation likely") {
  for (const char* text :
       {"", "lamp", "a /5 b", "a +12 b", "/0", "date:2001..2024 lamp", "art:21"}) {
    CAPTURE(text);
    CHECK_FALSE(may_hold_citation(text));
  }
  for (const char* text : {"art. 21", "a /5 art. 3", "coe-185#art", "21/5", "/5th", "date:2001 21",
                           "Title:2", "§100a"}) {
    CAPTURE(text);
    CHECK(may_hold_citation(text));
  }
}
