// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/editorial.hpp"
#include "check/input.hpp"
#include "check/quotations.hpp"

#include <pinlex/model/catalogue.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;
using Strings = std::vector<std::string>;

namespace {

const CitationReader& lamp_reader() {
  static const Catalogue catalogue = [] {
    Catalogue made;
    const auto added = made.add_toml(
        "[[instrument]]\nid = \"lamps\"\nkind = \"treaty\"\nseries = \"LTS 7\"\n"
        "titles.en = \"Convention on Lamps\"\nnames.en = [\"Lamp Convention\"]\n",
        "lamps.toml");
    REQUIRE(added.has_value());
    return made;
  }();
  static const CitationReader reader(catalogue);
  return reader;
}

Result<ReadInput> read(const std::string& text,
                       QuotationReading reading = QuotationReading::automatic) {
  return read_quotations(text, reading,
                         [](std::string_view part) { return lamp_reader().find_all(part); });
}

/// "words <eId of the citation>" for each quotation.
Strings tied(const std::string& text, QuotationReading reading = QuotationReading::automatic) {
  const auto input = read(text, reading);
  REQUIRE(input.has_value());
  Strings out;
  for (const Quotation& one : input->quotations) {
    std::string line = one.words.text;
    if (one.citation >= 0) {
      line += " <" +
              input->citations[static_cast<std::size_t>(one.citation)].provisions.front().eid + ">";
    }
    out.push_back(line);
  }
  return out;
}

}  // namespace

TEST_CASE("a citation belongs to the quotation it stands beside") {
  const std::vector<std::pair<std::string, Strings>> cases = {
      {"“Light the lamp” (LTS 7, art. 5).", {"Light the lamp <art_5>"}},
      {"“Light the lamp” (emphasis added) (LTS 7, art. 5).", {"Light the lamp <art_5>"}},
      {"“Light the lamp” — LTS 7, art. 5", {"Light the lamp <art_5>"}},
      {"Article 5 of the Lamp Convention provides: “Light it.”", {"Light it. <art_5>"}},
      {"Article 5 of the Lamp Convention provides:\n\n“Light it.”", {"Light it. <art_5>"}},
      {"Article 5 of the Lamp Convention is short. “Light it.”", {"Light it."}},
      {"“Light the lamp”, says Article 5 of the Lamp Convention.", {"Light the lamp <art_5>"}},
      {"“Light the lamp.” Then Article 5 of the Lamp Convention.", {"Light the lamp. <art_5>"}},
      {"“A lamp” (LTS 7, art. 5) and “a light” (LTS 7, art. 6).",
       {"A lamp <art_5>", "a light <art_6>"}},
      {"LTS 7, art. 5: “a lamp”; LTS 7, art. 6: “a light”.", {"a lamp <art_5>", "a light <art_6>"}},
      {"“a lamp”, LTS 7, art. 5, and “a light”, LTS 7, art. 6.",
       {"a lamp <art_5>", "a light <art_6>"}},
      {"“A lamp” stands there.\n\nLTS 7, art. 5 is another.", {"A lamp"}},
      {"“subject to Articles 14 and 15” (LTS 7, art. 5).",
       {"subject to Articles 14 and 15 <art_5>"}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(tied(text) == expected);
  }
}

TEST_CASE("block quotes are quotations without the citation below them") {
  CHECK(
      tied("Thus:\n\n> Each Party shall\n> light its lamps.\n>\n> — LTS 7, art. 5\n\nSo be it.") ==
      Strings{"Each Party shall\nlight its lamps. <art_5>"});
  CHECK(tied("> “Each Party shall light its lamps” (LTS 7, art. 5(1))") ==
        Strings{"Each Party shall light its lamps <art_5__para_1>"});
  CHECK(tied("Article 5 of the Lamp Convention reads:\n\n> light the “lamp”\n") ==
        Strings{"light the “lamp” <art_5>", "lamp <art_5>"});
}

TEST_CASE("a text without quotations is read by paragraphs") {
  const std::string text =
      "LTS 7, art. 5\n\n# Each Party shall light.\n\nKeepers watch (LTS 7, art. 6).\n\n"
      "Article 7 of the Lamp Convention: Ships pass.";
  CHECK(tied(text) ==
        Strings{"Each Party shall light. <art_5>", "Keepers watch <art_6>", "Ships pass. <art_7>"});
  CHECK(read(text)->reading == QuotationReading::paragraphs);
  CHECK(tied(text, QuotationReading::marked).empty());
  CHECK(tied("“Light the lamp” he said", QuotationReading::paragraphs) ==
        Strings{"“Light the lamp” he said"});
}

TEST_CASE("places are bytes of the input") {
  const std::string text = "Ünder it:\n> light\n> “the” lamp\n";
  const auto input = read(text);
  REQUIRE(input.has_value());
  REQUIRE(input->quotations.size() == 2);
  const Quotation& block = input->quotations[0];
  CHECK(block.form == QuotationForm::block);
  CHECK(text.substr(block.place.begin, block.place.end - block.place.begin) ==
        "light\n> “the” lamp");
  const Quotation& inner = input->quotations[1];
  CHECK(text.substr(inner.place.begin, inner.place.end - inner.place.begin) == "“the”");
  CHECK(inner.outer == 0);
}

TEST_CASE("a text that cannot be checked is refused with its place") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"a\n\xFFz", "the text to be checked is not UTF-8 at byte 2, line 2"},
      {std::string("a\n\nb\0c", 6), "the text to be checked has a NUL byte at byte 4, line 3"},
      {std::string(max_check_bytes + 1, 'a'),
       "the text to be checked is longer than 4194304 bytes"},
  };
  for (const auto& [text, message] : cases) {
    const auto checked = check_input(text);
    REQUIRE_FALSE(checked.has_value());
    CHECK(checked.error().code == Code::inputs_refused);
    CHECK(checked.error().message == message);
  }
  std::string many;
  for (std::size_t i = 0; i <= max_check_quotations; ++i) many += "“a lamp” ";
  CHECK(read(many).error().message == "the text has more than 5000 quotations");
  const std::string large = "one\n“" + std::string(max_quotation_bytes + 1, 'a') + "”";
  CHECK(read(large).error().message == "the quotation at line 2 is longer than 32768 bytes");
  std::string cited;
  for (std::size_t i = 0; i <= max_check_citations; ++i) cited += "LTS 7, art. 5. ";
  CHECK(read(cited).error().message == "the text has more than 5000 citations");
}

TEST_CASE("what the one who quotes put in is told from the words") {
  struct EditorialCase {
    std::string words, text;
    Strings marks;
    std::vector<QuoteGap> gaps;
  };
  const std::vector<EditorialCase> cases = {
      {"light […] it", "light  it", {"omission […]"}, {QuoteGap::omission}},
      {"light [...] it", "light  it", {"omission [...]"}, {QuoteGap::omission}},
      {"light (…) it", "light  it", {"omission (…)"}, {QuoteGap::omission}},
      {"light … it ...",
       "light  it ",
       {"omission …", "omission ..."},
       {QuoteGap::omission, QuoteGap::omission}},
      {"light . . . it", "light  it", {"omission . . ."}, {QuoteGap::omission}},
      {"[E]ach Party", "Each Party", {"insertion [E]"}, {}},
      {"provid[ing] it", "providing it", {"insertion [ing]"}, {}},
      {"[the keeper] lights", " lights", {"insertion [the keeper]"}, {QuoteGap::insertion}},
      {"lights [sic] it (emphasis added)",
       "lights it ",
       {"remark [sic]", "remark (emphasis added)"},
       {}},
      {"lights it (the lamp)", "lights it (the lamp)", {}, {}},
      {"lights [it", "lights [it", {}, {}},
      {"Done. Then..", "Done. Then..", {}, {}},
  };
  for (const EditorialCase& one : cases) {
    CAPTURE(one.words);
    MappedText words;
    words.append(one.words, 100);
    const EditedText out = edited(words);
    CHECK(out.text.text == one.text);
    Strings marks;
    for (const EditorialMark& mark : out.marks) {
      marks.push_back(std::string(name(mark.kind)) + " " + mark.text);
      CHECK(one.words.substr(mark.place.begin - 100, mark.place.end - mark.place.begin) ==
            mark.text);
    }
    CHECK(marks == one.marks);
    std::vector<QuoteGap> gaps;
    for (const auto& gap : out.gaps) gaps.push_back(gap.gap);
    CHECK(gaps == one.gaps);
  }
}
