// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/eid.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

TEST_CASE("a reference is split and put together again") {
  const std::vector<std::pair<std::string, ProvisionId>> cases{
      {"coe-185", {"coe-185", "", ""}},
      {"coe-185#art_21", {"coe-185", "art_21", ""}},
      {"coe-185#art_21__para_3@en.digest", {"coe-185", "art_21__para_3", "en.digest"}},
      {"uncc@en", {"uncc", "", "en"}},
      {"#art_1", {"", "art_1", ""}},
      {"", {"", "", ""}},
  };
  for (const auto& [text, id] : cases) {
    CAPTURE(text);
    CHECK(parse_id(text) == id);
    CHECK(id.str() == text);
  }
}

TEST_CASE("a version is named by language, edition and date") {
  CHECK(version_suffix("en", Edition::official, "2001-11-23") == "en");
  CHECK(version_suffix("en", Edition::digest, "") == "en.digest");
  CHECK(version_suffix("nl", Edition::translation, "") == "nl.translation");
  CHECK(version_suffix("de", Edition::consolidated, "2021-07-05") == "de.2021-07-05");
  CHECK(version_suffix("de", Edition::consolidated, "") == "de.consolidated");
}

TEST_CASE("a printed number becomes the number of an eId") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"1.", "1"},
      {"(b)", "b"},
      {"ii)", "ii"},
      {"4 bis", "4bis"},
      {"12BIS", "12bis"},
      {"§ 100a", "100a"},
      {"706-102-1", "706-102-1"},
      {"13.1", "13.1"},
      {"1.-", "1"},
      {"-3", "3"},
      {"", ""},
      {"( 4 )", "4"},
      {"L. 33-1", "l33-1"},
  };
  for (const auto& [printed, number] : cases) {
    CAPTURE(printed);
    CHECK(eid_number(printed) == number);
  }
}

TEST_CASE("the provision above is found by cutting the last level") {
  CHECK(parent_eid("art_21__para_1__point_b") == "art_21__para_1");
  CHECK(parent_eid("art_21__para_1") == "art_21");
  CHECK(parent_eid("art_21").empty());
  CHECK(parent_eid("").empty());
}

TEST_CASE("a provision lies within itself and its ancestors, never within a namesake") {
  CHECK(is_within("art_2", "art_2"));
  CHECK(is_within("art_2__para_1", "art_2"));
  CHECK_FALSE(is_within("art_21", "art_2"));
  CHECK_FALSE(is_within("art_2", "art_2__para_1"));
  CHECK_FALSE(is_within("art_2a__para_1", "art_2"));
}

TEST_CASE("a pinpoint reads as a lawyer writes it") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"art_21", "art. 21"},
      {"art_21__para_1__point_b__point_ii", "art. 21(1)(b)(ii)"},
      {"art_4bis__para_2", "art. 4bis(2)"},
      {"sec_100a__para_3", "sec. 100a(3)"},
      {"preamble", "preamble"},
      {"conclusions", "closing formula"},
      {"annex", "annex"},
      {"annex__point_a", "annex, point a"},
      {"annex_1__art_2", "annex 1, art. 2"},
      {"sched_1__para_3", "schedule 1, para. 3"},
      {"rec_12", "recital 12"},
      {"art_5__fn_1", "art. 5, note 1"},
      {"art_2~2", "art. 2"},
      {"chp_2__sec_1", "chapter 2, sec. 1"},
      {"", ""},
  };
  for (const auto& [eid, printed] : cases) {
    if (eid.empty()) continue;
    CAPTURE(eid);
    CHECK(pinpoint(eid) == printed);
  }
}

TEST_CASE("keys sort references as a reader would") {
  const std::vector<std::string> ordered{"coe-30#art_1",          "coe-185#art_1",
                                         "coe-185#art_2",         "coe-185#art_2__para_1",
                                         "coe-185#art_2__para_9", "coe-185#art_2__para_10",
                                         "coe-185#art_2a",        "coe-185#art_10",
                                         "coe-185#art_100",       "uncc#art_1"};
  std::vector<std::string> keys;
  for (const auto& id : ordered) keys.push_back(sort_key(parse_id(id)));
  CHECK(std::is_sorted(keys.begin(), keys.end()));
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("a key never outgrows its place, and leading zeros do not count") {
  CHECK(sort_key({"a", std::string(5000, '7'), "en"}).size() <= 240);
  CHECK(sort_key({std::string(5000, 'x'), "", ""}).size() == 240);
  CHECK(sort_key({"coe-024", "", ""}) == sort_key({"coe-24", "", ""}));
}
