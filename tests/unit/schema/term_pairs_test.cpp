// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/schema/term_pairs.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

const std::vector<TermPair> lamps{{"lamp", "en", "nl", "lamp", "lampen", 90},
                                  {"keeper", "en", "nl", "wachter", "wachters", 70},
                                  {"keeper", "en", "fr", "gardien", "gardiens", 60},
                                  {"wachter", "nl", "en", "keeper", "keepers", 71},
                                  {"z", "en", "nl", "zz", "zz", 1}};

}  // namespace

TEST_CASE("pairs of terms are found by their stem, whatever the language") {
  const TermPairs pairs(lamps);
  CHECK(pairs.of("keeper") == std::vector<TermPair>{lamps[2], lamps[1]});
  CHECK(pairs.of("wachter") == std::vector<TermPair>{lamps[3]});
  CHECK(pairs.of("z") == std::vector<TermPair>{lamps[4]});
  for (const char* absent : {"", "a", "keep", "keepers", "lamq", "zz", "\xFF"}) {
    CAPTURE(absent);
    CHECK(pairs.of(absent).empty());
  }
}

TEST_CASE("pairs of terms come back from their bytes, and the order in which they came is lost") {
  const TermPairs pairs(lamps);
  const auto again = TermPairs::decode(pairs.bytes());
  REQUIRE(again);
  CHECK(again->of("lamp") == pairs.of("lamp"));
  CHECK(TermPairs({lamps.rbegin(), lamps.rend()}).bytes() == pairs.bytes());
  CHECK(pairs.fingerprint().size() == 64);
  CHECK(TermPairs().fingerprint().empty());
}

TEST_CASE("lines that are no pairs of terms are passed over") {
  CHECK_FALSE(TermPairs::decode("lamp\ten\tnl\tlamp\tlamp\t9"));
  const auto pairs = TermPairs::decode(
      "a\ten\tnl\tb\tb\t0\na\ten\tnl\tb\tb\t101\na\ten\tnl\tb\tb\tx\na\ten\tnl\tb\n"
      "a\ten\tnl\tb\tb\t5\tmore\na\n\n");
  REQUIRE(pairs);
  CHECK(pairs->of("a").empty());
  CHECK(pairs->of("").empty());
}
