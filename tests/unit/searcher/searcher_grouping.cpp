// SPDX-License-Identifier: GPL-2.0-or-later
#include "grouping.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

Member member(double score, const std::string& version, std::uint32_t document = 1) {
  return {{score, version, 0, document}, version};
}

}  // namespace

TEST_CASE("a version says its language and edition in its name") {
  struct Case {
    std::string id, instrument, language;
    Edition edition;
    std::string as_of;
  };
  const std::vector<Case> cases = {
      {"lanterns@en", "lanterns", "en", Edition::official, ""},
      {"lanterns@en.digest", "lanterns", "en", Edition::digest, ""},
      {"lanterns@nl.translation", "lanterns", "nl", Edition::translation, ""},
      {"lanterns@fr.2021-07-05", "lanterns", "fr", Edition::consolidated, "2021-07-05"},
      {"lanterns@fr.consolidated", "lanterns", "fr", Edition::consolidated, ""},
      {"lanterns", "lanterns", "", Edition::official, ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.id);
    const VersionName name = read_version_name(one.id);
    CHECK(name.instrument == one.instrument);
    CHECK(name.language == one.language);
    CHECK(name.edition == one.edition);
    CHECK(name.as_of == one.as_of);
  }
}

TEST_CASE("the more authentic version is preferred, then the newer") {
  const auto p = [](const char* a, const char* b) {
    return preferred(read_version_name(a), read_version_name(b));
  };
  CHECK(p("x@en", "x@en.2020-01-01"));
  CHECK(p("x@en.2020-01-01", "x@en.2019-01-01"));
  CHECK(p("x@en.2020-01-01", "x@en.translation"));
  CHECK(p("x@en.translation", "x@en.digest"));
  CHECK_FALSE(p("x@en.digest", "x@en"));
  CHECK_FALSE(p("x@en", "x@nl"));
}

TEST_CASE("the version shown: language that matched best, then authenticity, then score") {
  struct Case {
    std::vector<Member> members;
    std::size_t shown;
  };
  const std::vector<Case> cases = {
      {{member(3, "x@en")}, 0},
      {{member(3, "x@en.digest"), member(2, "x@en")}, 1},
      {{member(3, "x@nl"), member(2, "x@en")}, 0},
      {{member(3, "x@en.digest"), member(2, "x@nl")}, 0},
      {{member(3, "x@en.digest"), member(2, "x@nl"), member(1, "x@en.translation")}, 2},
      // Two parts of one text: the better one.
      {{member(3, "x@en", 5), member(2, "x@en", 4)}, 0},
      // Nothing ranked: English.
      {{member(0, "x@ar"), member(0, "x@en.digest"), member(0, "x@en")}, 2},
      {{member(0, "x@fr"), member(0, "x@nl")}, 0},
  };
  for (const Case& one : cases) {
    CAPTURE(one.members[0].version, one.members.size());
    CHECK(shown_member(one.members) == one.shown);
  }
}

TEST_CASE("other versions are named once, in order") {
  const std::vector<Member> members = {member(4, "x@en", 1), member(3, "x@nl", 2),
                                       member(2, "x@en", 3), member(1, "x@nl", 4),
                                       member(1, "x@en.digest", 5)};
  CHECK(other_versions(members, "x@en") == std::vector<std::string>{"x@nl", "x@en.digest"});
  CHECK(other_versions({member(4, "x@en")}, "x@en").empty());
}

TEST_CASE("candidates are ordered by score, id and index") {
  const Candidate best{2, "b", 0, 9}, first{1, "a", 1, 1}, later{1, "b", 0, 1}, again{1, "b", 1, 1};
  CHECK(comes_before(best, first));
  CHECK_FALSE(comes_before(first, best));
  CHECK(comes_before(first, later));
  CHECK(comes_before(later, again));
  CHECK_FALSE(comes_before(again, again));
}
