// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"
#include "searcher_records.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

struct Line {
  std::string eid;
  std::uint32_t depth;
  std::string number, text;
  friend bool operator==(const Line&, const Line&) = default;
};

std::vector<Line> lines(const Hit& hit) {
  std::vector<Line> out;
  for (const ShownText& text : hit.texts) {
    out.push_back({text.eid, text.depth, text.number, text.text});
  }
  return out;
}

}  // namespace

TEST_CASE("a hit has the names, place and provenance of its provision") {
  const VersionRecord version = lantern_version("en", Edition::digest);
  const PassageRecord record = lantern_record(version);
  const Hit hit = hit_of(version, record, "art_7__para_2");
  CHECK(hit.id == "lanterns#art_7@en.digest");
  CHECK(hit.pinpoint == "lanterns#art_7__para_2@en.digest");
  CHECK(hit.citation == "Convention on Lanterns (LTS 12), art. 7(2)");
  CHECK(hit.instrument == "lanterns");
  CHECK(hit.title == "Convention on Lanterns");
  CHECK(hit.kind == "treaty");
  CHECK(hit.language == "en");
  CHECK(hit.edition == "digest");
  CHECK(hit.number == "Article 7");
  CHECK(hit.heading == "Reading of lantern signals");
  CHECK(hit.path == std::vector<std::string>{"CHAPTER II – Powers", "Section 1"});
  CHECK(hit.provenance.file == "lanterns.md");
  CHECK(hit.provenance.sha256 == std::string(64, 'a'));
  CHECK(hit.provenance.address == "https://example.org/lanterns");
  CHECK(hit.provenance.fetched_from == "https://example.org/raw/lanterns.md");
  CHECK(hit.provenance.retrieved == "2024-03-05");
  CHECK(hit.provenance.as_of == "2020-02-01");
  CHECK(hit.provenance.range.empty());
  CHECK(hit.texts.empty());
}

TEST_CASE("texts stand in the order of the source, numbers on first runs only") {
  const VersionRecord version = lantern_version();
  const PassageRecord record = lantern_record(version);
  Hit hit = hit_of(version, record, "art_7__para_1");
  add_texts(hit, record.passage, {1, Extent::whole});
  CHECK(
      lines(hit) ==
      std::vector<Line>{{"art_7__para_1", 0, "1.", "A keeper may, for grave wrongs:"},
                        {"art_7__para_1__point_a", 1, "(a)", "watch the signals of a lantern; and"},
                        {"art_7__para_1__point_b", 1, "(b)", "oblige an owner:"},
                        {"art_7__para_1__point_b__point_i", 2, "(i)", "to watch; or"},
                        {"art_7__para_1__point_b__point_ii", 2, "(ii)", "to help the keeper"},
                        {"art_7__para_1", 0, "", "as the case demands."}});
  CHECK(hit.provenance.range.begin == record.passage.units[1].source.begin);
  CHECK(hit.provenance.range.end == record.passage.texts[5].text.source().end);
  for (std::size_t i = 0; i < hit.texts.size(); ++i) {
    CHECK(hit.texts[i].source == record.passage.texts[i].text.source());
  }
}

TEST_CASE("a unit's own words leave out what lies below it") {
  const VersionRecord version = lantern_version();
  const PassageRecord record = lantern_record(version);
  Hit hit = hit_of(version, record, "art_7__para_1");
  add_texts(hit, record.passage, {1, Extent::own_words});
  CHECK(lines(hit) ==
        std::vector<Line>{{"art_7__para_1", 0, "1.", "A keeper may, for grave wrongs:"},
                          {"art_7__para_1", 0, "", "as the case demands."}});
}

TEST_CASE("a number without words of its own is not lost") {
  PassageBuilder b("art_1", "Article 1", "");
  const auto one = b.unit("art_1__para_1", "1.", 0);
  b.unit_with("art_1__para_1__point_a", "(a)", one, "first");
  b.unit("art_1__para_2", "2. (deleted)", 0);
  const VersionRecord version = lantern_version();
  const PassageRecord record{version.id(), 0, b.passage()};
  Hit hit = hit_of(version, record, "art_1");
  add_texts(hit, record.passage, {0, Extent::whole});
  CHECK(lines(hit) == std::vector<Line>{{"art_1__para_1", 1, "1.", ""},
                                        {"art_1__para_1__point_a", 2, "(a)", "first"},
                                        {"art_1__para_2", 1, "2. (deleted)", ""}});
}

TEST_CASE("the number of a numbered paragraph stands before its words, that of an article above") {
  const VersionRecord version = lantern_version();
  for (const Level level : {Level::paragraph, Level::article}) {
    PassageBuilder b("para_57", "57.", "Shades", level);
    b.text(0, "Words.");
    const PassageRecord record{version.id(), 0, b.passage()};
    Hit hit = hit_of(version, record, "para_57");
    add_texts(hit, record.passage, {0, Extent::whole});
    CHECK(hit.number == "57.");
    CHECK(hit.heading == "Shades");
    REQUIRE(hit.texts.size() == 1);
    CHECK(hit.texts[0].number == (level == Level::paragraph ? "57." : ""));
    CHECK(hit.texts[0].heading.empty());
  }
}

TEST_CASE("the parts of a split article make one text") {
  PassageBuilder first("art_1", "Article 1", ""), second("art_1", "Article 1", "");
  first.unit_with("art_1__para_1", "1.", 0, "one");
  const auto two = second.unit_with("art_1__para_2", "2.", 0, "two");
  second.unit_with("art_1__para_2__point_a", "(a)", two, "a");
  const VersionRecord version = lantern_version();
  Hit hit = hit_of(version, {version.id(), 0, first.passage()}, "art_1");
  add_texts(hit, first.passage(), {0, Extent::whole});
  add_texts(hit, second.passage(), {0, Extent::whole});
  CHECK(lines(hit) == std::vector<Line>{{"art_1__para_1", 1, "1.", "one"},
                                        {"art_1__para_2", 1, "2.", "two"},
                                        {"art_1__para_2__point_a", 2, "(a)", "a"}});
}

TEST_CASE("places are named by number and heading") {
  CHECK(place_name("CHAPTER  II \n", "  Measures to\n be taken ") ==
        "CHAPTER II – Measures to be taken");
  CHECK(place_name("", "Measures") == "Measures");
  CHECK(place_name("Section 1", "") == "Section 1");
  CHECK(place_name(" ", "\n").empty());
}

TEST_CASE("a source that the version does not name leaves its members empty") {
  const VersionRecord version = lantern_version();
  PassageRecord record = lantern_record(version);
  record.source = 7;
  CHECK(hit_of(version, record, "art_7").provenance.file.empty());
}
