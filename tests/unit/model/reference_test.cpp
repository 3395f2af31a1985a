// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/reference.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

TEST_CASE("a reference refers into a provision by itself, by a part of it or by a range") {
  struct Case {
    ReferenceTarget target;
    const char* eid;
    bool refers;
  };
  const std::vector<Case> cases{
      {{"art_15", ""}, "art_15", true},
      {{"art_15__para_1", ""}, "art_15", true},
      {{"art_15", ""}, "art_15__para_1", false},
      {{"art_151", ""}, "art_15", false},
      {{"", ""}, "art_15", false},
      {{"art_15", ""}, "", true},
      {{"", ""}, "", true},
      {{"art_2", "art_11"}, "art_2", true},
      {{"art_2", "art_11"}, "art_10", true},
      {{"art_2", "art_11"}, "art_11", true},
      {{"art_2", "art_11"}, "art_4bis", true},
      {{"art_2", "art_11"}, "art_4__para_1", true},
      {{"art_2", "art_11"}, "art_12", false},
      {{"art_2", "art_11"}, "art_1", false},
      {{"art_2", "art_11"}, "chp_3", false},
      {{"art_2", "art_11"}, "annex_1__art_3", false},
      {{"art_22__para_1__point_b", "art_22__para_1__point_d"}, "art_22__para_1__point_c", true},
      {{"art_22__para_1__point_b", "art_22__para_1__point_d"}, "art_22__para_1", true},
      {{"art_22__para_1__point_b", "art_22__para_1__point_d"}, "art_22__para_2__point_c", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.target.eid, one.target.last, one.eid);
    CHECK(refers_into(one.target, one.eid) == one.refers);
  }
}

TEST_CASE("what stands between the ends of a range is counted") {
  using Names = std::vector<std::string>;
  struct Case {
    const char* first;
    const char* last;
    Names between;
  };
  const std::vector<Case> cases{
      {"art_2", "art_5", {"art_3", "art_4"}},
      {"art_9", "art_11", {"art_10"}},
      {"art_2", "art_3", {}},
      {"art_5", "art_2", {}},
      {"art_1__point_b", "art_1__point_e", {"art_1__point_c", "art_1__point_d"}},
      {"art_1__para_1", "art_2__para_3", {}},
      {"art_4bis", "art_7", {}},
      {"art_1", "art_999999", {}},
      {"preamble", "art_3", {}},
      {"", "", {}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.first, one.last);
    CHECK(between(one.first, one.last) == one.between);
  }
}
