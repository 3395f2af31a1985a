// SPDX-License-Identifier: GPL-2.0-or-later
// Arts. 14 to 21 of ETS 185 one by one, as read on the page: each provision with its printed number
// and the first words of its own text ("" where its points follow at once).
#include "structure_corpus.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

struct Line {
  std::string eid, number, english, dutch_number, dutch;
};

const std::vector<Line> page{
    {"art_14__para_1", "1.", "Each Party shall adopt", "1.", "Iedere Partij neemt de"},
    {"art_14__para_2", "2.", "Except as specifically", "2.", "Behalve voorzover in"},
    {"art_14__para_2__point_a", "a)", "the criminal offences", "a.", "de in overeenstemming"},
    {"art_14__para_2__point_b", "b)", "other criminal offences", "b.", "andere door middel"},
    {"art_14__para_2__point_c", "c)", "the collection of", "c.", "de vergaring van"},
    {"art_14__para_3", "3.", "", "3.", ""},
    {"art_14__para_3__point_a", "a)", "Each Party may reserve", "a.", "Iedere Partij kan"},
    {"art_14__para_3__point_b", "b)", "Where a Party, due", "b.", "Wanneer een Partij,"},
    {"art_14__para_3__point_b__point_i", "(i)", "is being operated", "i.", "in werking wordt"},
    {"art_14__para_3__point_b__point_ii", "(ii)", "does not employ", "ii.", "geen gebruik maakt"},
    {"art_15__para_1", "1.", "Each Party shall ensure", "1.", "Iedere Partij ziet"},
    // The English page prints this number twice.
    {"art_15__para_2", "2.", "2 Such conditions", "2.", "Deze voorwaarden en"},
    {"art_15__para_3", "3.", "To the extent", "3.", "Voor zover dat"},
    {"art_16__para_1", "1.", "Each Party shall adopt", "1.", "Iedere Partij neemt"},
    {"art_16__para_2", "2.", "Where a Party gives", "2.", "Wanneer een Partij uitvoering"},
    {"art_16__para_3", "3.", "Each Party shall adopt", "3.", "Iedere Partij neemt"},
    {"art_16__para_4", "4.", "The powers and", "4.", "Op de in"},
    {"art_17__para_1", "1.", "Each Party shall adopt,", "1.", "Iedere Partij neemt ten"},
    {"art_17__para_1__point_a", "a)", "ensure that such", "a.", "te verzekeren dat een"},
    {"art_17__para_1__point_b", "b)", "ensure the expeditious", "b.", "te verzekeren dat aan"},
    {"art_17__para_2", "2.", "The powers and", "2.", "Op de in"},
    {"art_18__para_1", "1.", "Each Party shall adopt", "1.", "Iedere Partij neemt"},
    {"art_18__para_1__point_a", "a)", "a person in its", "a.", "dat een persoon"},
    {"art_18__para_1__point_b", "b)", "a service provider", "b.", "dat een serviceprovider"},
    {"art_18__para_2", "2.", "The powers and", "2.", "Op de in"},
    {"art_18__para_3", "3.", "For the purpose", "3.", "Voor de toepassing"},
    {"art_18__para_3__point_a", "a)", "the type of", "a.", "het type van"},
    {"art_18__para_3__point_b", "b)", "the subscriber's", "b.", "de identiteit, het"},
    {"art_18__para_3__point_c", "c)", "any other information", "c.", "alle overige informatie"},
    {"art_19__para_1", "1.", "Each Party shall adopt", "1.", "Iedere Partij neemt"},
    {"art_19__para_1__point_a", "a)", "a computer system", "a.", "een computersysteem"},
    {"art_19__para_1__point_b", "b)", "a computer-data storage", "b.", "een opslagmedium"},
    {"art_19__para_2", "2.", "Each Party shall adopt", "2.", "Iedere Partij neemt"},
    {"art_19__para_3", "3.", "Each Party shall adopt", "3.", "Iedere Partij neemt"},
    {"art_19__para_3__point_a", "a)", "seize or similarly", "a.", "het in beslag nemen"},
    {"art_19__para_3__point_b", "b)", "make and retain", "b.", "het maken en"},
    {"art_19__para_3__point_c", "c)", "maintain the integrity", "c.", "het handhaven van"},
    {"art_19__para_3__point_d", "d)", "render inaccessible", "d.", "het ontoegankelijk maken"},
    {"art_19__para_4", "4.", "Each Party shall adopt", "4.", "Iedere Partij neemt"},
    {"art_19__para_5", "5.", "The powers and", "5.", "Op de in"},
    {"art_20__para_1", "1.", "Each Party shall adopt", "1.", "Iedere Partij neemt"},
    {"art_20__para_1__point_a", "a)", "collect or record", "a.", "in „real-time\""},
    {"art_20__para_1__point_b", "b)", "compel a service", "b.", "een serviceprovider,"},
    {"art_20__para_1__point_b__point_i", "(i)", "to collect or", "i.", "in „real-time\""},
    {"art_20__para_1__point_b__point_ii", "(ii)", "to co-operate and", "ii.", "bij de vergaring"},
    {"art_20__para_2", "2.", "Where a Party, due", "2.", "Wanneer een Partij vanwege"},
    {"art_20__para_3", "3.", "Each Party shall adopt", "3.", "Iedere Partij neemt"},
    {"art_20__para_4", "4.", "The powers and", "4.", "Op de in"},
    {"art_21__para_1", "1.", "Each Party shall adopt", "1.", "Iedere Partij neemt,"},
    {"art_21__para_1__point_a", "a)", "collect or record", "a.", "in „real-time\""},
    {"art_21__para_1__point_b", "b)", "compel a service", "b.", "een serviceprovider binnen"},
    {"art_21__para_1__point_b__point_i", "(i)", "to collect or", "i.", "in „real-time\""},
    {"art_21__para_1__point_b__point_ii", "(ii)", "to co-operate and", "ii.", "bij de vergaring"},
    {"art_21__para_2", "2.", "Where a Party, due", "2.", "Wanneer een Partij vanwege"},
    {"art_21__para_3", "3.", "Each Party shall adopt", "3.", "Iedere Partij neemt"},
    {"art_21__para_4", "4.", "The powers and", "4.", "Op de in"},
};

const std::vector<std::vector<std::string>> titles{
    {"art_14", "Scope of procedural provisions", "Reikwijdte van procesrechtelijke maatregelen"},
    {"art_15", "Conditions and safeguards", "Voorwaarden en waarborgen"},
    {"art_16", "Expedited preservation of stored computer data",
     "Spoedbewaring van opgeslagen computergegevens"},
    {"art_17", "Expedited preservation and partial disclosure of traffic data",
     "Spoedbewaring en gedeeltelijke verstrekking van verkeersgegevens"},
    {"art_18", "Production order", "Verstrekkingsbevel"},
    {"art_19", "Search and seizure of stored computer data",
     "Doorzoeking en inbeslagneming van opgeslagen computergegevens"},
    {"art_20", "Real-time collection of traffic data",
     "„real-time\" vergaring van verkeersgegevens"},
    {"art_21", "Interception of content data", "Onderscheppen van inhoudelijke gegevens"},
};

bool in_14_to_21(const std::string& eid) {
  for (const auto& title : titles) {
    if (eid == title[0] || eid.starts_with(title[0] + "__")) return true;
  }
  return false;
}

/// The text a provision's pieces begin with, or "".
const MappedText* first_words(const Version& version, std::size_t provision) {
  for (const Piece& piece : version.pieces) {
    if (piece.provision == provision) return &piece.text;
  }
  return nullptr;
}

void check_language(const CorpusText& text, bool english) {
  const Version& version = text.version("coe-185", english ? "en" : "nl");
  std::size_t line = 0;
  std::size_t title = 0;
  std::uint32_t behind = 0;
  for (std::size_t i = 0; i < version.provisions.size(); ++i) {
    const Provision& provision = version.provisions[i];
    if (!in_14_to_21(provision.eid)) continue;
    CAPTURE(provision.eid);
    if (provision.level == Level::article) {
      REQUIRE(title < titles.size());
      CHECK(provision.eid == titles[title][0]);
      CHECK(provision.heading.text == titles[title++][english ? 1 : 2]);
      continue;
    }
    REQUIRE(line < page.size());
    const Line& expected = page[line++];
    CHECK(provision.eid == expected.eid);
    CHECK(provision.number.text == (english ? expected.number : expected.dutch_number));
    const std::string& start = english ? expected.english : expected.dutch;
    const MappedText* words = first_words(version, i);
    if (start.empty()) {
      CHECK(words == nullptr);
      continue;
    }
    REQUIRE(words != nullptr);
    const SourceRange range = words->source();
    CHECK(text.bytes.substr(range.begin, start.size()) == start);
    CHECK(words->text.substr(0, start.size()) == start);
    CHECK(range.begin >= behind);
    behind = range.end;
  }
  CHECK(line == page.size());
  CHECK(title == titles.size());
}

}  // namespace

TEST_CASE("ETS 185 arts. 14-21 stand paragraph by paragraph and point by point, in English") {
  if (!corpus_is_there()) return;
  check_language(read_corpus_text("treaties/coe-185.md"), true);
}

TEST_CASE("ETS 185 arts. 14-21 stand paragraph by paragraph and point by point, in Dutch") {
  if (!corpus_is_there()) return;
  check_language(read_corpus_text("treaties/coe-185.md"), false);
}

TEST_CASE("marks of quotation made of backticks are kept in ETS 185 art. 18(3)") {
  if (!corpus_is_there()) return;
  const CorpusText text = read_corpus_text("treaties/coe-185.md");
  const Version& version = text.version("coe-185", "en");
  for (std::size_t i = 0; i < version.provisions.size(); ++i) {
    if (version.provisions[i].eid != "art_18__para_3") continue;
    CHECK_THAT(first_words(version, i)->text, Catch::Contains("``subscriber information\""));
    return;
  }
  FAIL("art. 18(3) is not there");
}
