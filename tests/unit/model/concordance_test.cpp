// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/concordance.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;
using Lines = std::vector<std::string>;

namespace {

Lines lines(const Concordance& concordance, const std::string& instrument, const std::string& eid) {
  Lines out;
  for (const CuratedParallel& one : concordance.beside(instrument, eid)) {
    out.push_back(one.id + " is " + std::string(name(one.relation)) + " to " + one.of);
  }
  return out;
}

}  // namespace

TEST_CASE("a concordance is read from both sides") {
  Concordance concordance;
  const std::string tsv =
      "# lamps\n\nlamps#art_3\tbells#art_10\tnarrower\r\nlamps#art_3\tbells#art_2\tsame\n"
      "horns#art_1\tlamps#art_3__para_2\tbroader";
  REQUIRE(concordance.add_tsv(tsv, "x.tsv"));
  CHECK(lines(concordance, "lamps", "art_3") ==
        Lines{"bells#art_2 is same to lamps#art_3", "bells#art_10 is broader to lamps#art_3",
              "horns#art_1 is broader to lamps#art_3__para_2"});
  CHECK(lines(concordance, "lamps", "art_3__para_1") ==
        Lines{"bells#art_2 is same to lamps#art_3", "bells#art_10 is broader to lamps#art_3"});
  CHECK(lines(concordance, "bells", "art_10") == Lines{"lamps#art_3 is narrower to bells#art_10"});
  CHECK(lines(concordance, "horns", "art_1") ==
        Lines{"lamps#art_3__para_2 is narrower to horns#art_1"});
  CHECK(lines(concordance, "bells", "art_1").empty());
  CHECK(lines(concordance, "drums", "art_1").empty());
}

TEST_CASE("a concordance with a wrong line adds nothing") {
  struct Case {
    const char* tsv;
    const char* message;
  };
  const std::vector<Case> cases{
      {"a#art_1", "x.tsv:1: a line has two provisions and a relation, parted by tabs"},
      {"#\na#art_1\tb\tsame", "x.tsv:2: 'b' is no provision such as coe-185#art_21"},
      {"a#art_1@en\tb#art_1\tsame", "x.tsv:1: 'a#art_1@en' is no provision such as coe-185#art_21"},
      {"a#art_1\tb#art_1\tlike", "x.tsv:1: the relation is same, narrower or broader, not 'like'"},
      {"a#art_1\tb#art_1", "x.tsv:1: the relation is same, narrower or broader, not ''"},
      {"a#art_1\ta#art_2\tsame", "x.tsv:1: both provisions are of a"},
      {"a#art_1\tb#art_1\tsame\nb#art_1\ta#art_1\tsame",
       "x.tsv:2: 'b#art_1' and 'a#art_1' stand together already"}};
  for (const Case& one : cases) {
    CAPTURE(one.tsv);
    Concordance concordance;
    const auto added = concordance.add_tsv(one.tsv, "x.tsv");
    REQUIRE_FALSE(added);
    CHECK(added.error().code == Code::usage);
    CHECK(added.error().message == one.message);
    CHECK(concordance.beside("a", "art_1").empty());
  }
}
