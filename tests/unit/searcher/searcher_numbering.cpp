// SPDX-License-Identifier: GPL-2.0-or-later
#include "numbering.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using namespace pinlex;
using Strings = std::vector<std::string>;

namespace {

VersionRecord with_articles(const Strings& eids) {
  VersionRecord record;
  for (const std::string& eid : eids) record.outline.push_back({eid, Level::article, -1, {}, {}});
  record.articles = static_cast<std::uint32_t>(eids.size());
  return record;
}

Strings doubts(const Strings& eids, std::uint32_t expected = 0) {
  return numbering_doubts(with_articles(eids), {eids.begin(), eids.end()}, expected);
}

}  // namespace

TEST_CASE("numbers that count up leave no doubt") {
  CHECK(doubts({"art_1", "art_2", "art_3"}, 3).empty());
  CHECK(doubts({"sec_1", "sec_2", "sec_2a", "sec_3"}).empty());
  CHECK(doubts({"art_1", "art_2", "annex_1__art_1", "annex_1__art_2"}).empty());
  CHECK(doubts({"hdg_introduction"}).empty());
  CHECK(doubts({}).empty());
}

TEST_CASE("gaps are named from the first article missing to the last") {
  CHECK(doubts({"art_1", "art_3"}) == Strings{"art. 2 is missing"});
  CHECK(doubts({"art_1", "art_9"}) == Strings{"art. 2 to art. 8 are missing"});
  CHECK(doubts({"art_4", "art_5"}) == Strings{"begins with art. 4"});
  CHECK(doubts({"art_1", "annex_1__art_1", "annex_1__art_3"}) ==
        Strings{"annex 1, art. 2 is missing"});
}

TEST_CASE("repeats, steps back, empty articles and another number of them are named") {
  CHECK(doubts({"art_1", "art_2", "art_2~2"}) == Strings{"art. 2 is there more than once"});
  CHECK(doubts({"art_1", "art_2", "art_3", "art_2a"}) == Strings{"art. 2a stands behind art. 3"});
  CHECK(doubts({"art_1", "art_2"}, 3) == Strings{"has 2 articles, the catalogue says 3"});
  CHECK(numbering_doubts(with_articles({"art_1", "art_2"}), {"art_1"}, 0) ==
        Strings{"art. 2 has no words"});
}

TEST_CASE("a digest may leave articles out, but not empty") {
  VersionRecord digest = with_articles({"art_3", "art_9"});
  digest.version.edition = Edition::digest;
  CHECK(numbering_doubts(digest, {"art_3", "art_9"}, 40).empty());
  CHECK(numbering_doubts(digest, {"art_3"}, 40) == Strings{"art. 9 has no words"});
}
