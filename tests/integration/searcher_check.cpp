// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher_index.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/searcher/render.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

CheckAnswer check(const Searcher& searcher, const std::string& text) {
  return must(searcher.check({text, QuotationReading::automatic}));
}

/// "verdict place" of the only quotation of a text.
std::string verdict(const Searcher& searcher, const std::string& text) {
  const CheckAnswer answer = check(searcher, text);
  REQUIRE(answer.quotations.size() == 1);
  const CheckedQuotation& one = answer.quotations[0];
  std::string out(name(one.verdict));
  if (!one.places.empty()) out += " " + one.places[0].id;
  return out;
}

}  // namespace

TEST_CASE("quotations get their verdict and place") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"“keep confidential that an order was given”", "exact lighthouses#art_3__para_3@en"},
      {"“keep confidential that an order was given” (lighthouses#art_3)",
       "exact lighthouses#art_3__para_3@en"},
      {"“Keep confidential, that an order was given”", "normalised lighthouses#art_3__para_3@en"},
      {"“keep confidential that an order was given” (lighthouses#art_4)",
       "elsewhere lighthouses#art_3__para_3@en"},
      {"“keep secret that an order was given” (lighthouses#art_3)",
       "altered lighthouses#art_3__para_3@en"},
      {"“The order shall name: a) the tower and the days for which it holds; and b) the ships”",
       "exact lighthouses#art_3__para_2@en"},
      {"“The order shall name […] the ships whose signals may be written down”",
       "exact lighthouses#art_3__para_2@en"},
      {"“[t]he keeper shall keep confidential […] what was learnt by it”",
       "exact lighthouses#art_3__para_3@en"},
      {"“The keeper shall keep confidential that an order was given, and what was learnt by it. "
       "The "
       "powers and procedures of this article”",
       "normalised lighthouses#art_3@en"},
      {"“list the tower and the ships”", "digest lighthouses#art_3__para_2@en.digest"},
      {"“moonbeams shall be measured by noon”", "not-in-corpus"},
      {"“light signal” (lighthouses#art_1)", "exact lighthouses#art_1__point_b@en"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(verdict(searcher, text) == expected);
  }
}

TEST_CASE("the place of quoted words is that of their bytes in the source") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const std::string text = "It says “The keeper shall keep confidential that an order was given”.";
  const CheckAnswer answer = check(searcher, text);
  REQUIRE(answer.quotations.size() == 1);
  const CheckedQuotation& one = answer.quotations[0];
  CHECK(text.substr(one.place.begin, one.place.end - one.place.begin) ==
        "“The keeper shall keep confidential that an order was given”");
  REQUIRE(!one.places.empty());
  const Provenance& from = one.places[0].provenance;
  const std::string source = must(read_file(fixtures() / "treaties" / from.file, 1U << 20));
  CHECK(source.substr(from.range.begin, from.range.size()) == one.places[0].text);
  CHECK(one.places[0].text == one.text);
  CHECK(from.sha256.size() == 64);
  CHECK(answer.holds());
}

TEST_CASE("citations exist, have an ancestor only, or name what is not there") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const CheckAnswer answer =
      check(searcher, "See lighthouses#art_3, lighthouses#art_3__para_9 and lighthouses#art_99.");
  REQUIRE(answer.citations.size() == 3);
  CHECK(answer.citations[0].verdict == CitationVerdict::exists);
  CHECK(answer.citations[1].verdict == CitationVerdict::ancestor_only);
  CHECK(answer.citations[1].provisions[0].nearest == "lighthouses#art_3");
  CHECK(answer.citations[2].provisions[0].nearest == "lighthouses");
  CHECK_FALSE(answer.holds());
  CHECK(must(searcher.check({"See lighthouses#art_3.", QuotationReading::marked})).holds());
}

TEST_CASE("of an instrument with a digest only no quotation is proved") {
  const TemporaryFolder folder;
  folder.write("digest/lighthouses.en.md", lighthouse_digest);
  make_index(folder / "index", {folder / "digest"});
  const Searcher searcher = must(Searcher::open({folder / "index"}));
  const CheckAnswer answer =
      check(searcher, "“Keepers stay silent about the judge's order” (lighthouses#art_3)");
  REQUIRE(answer.quotations.size() == 1);
  CHECK(answer.quotations[0].verdict == QuotationVerdict::no_official_text);
  CHECK(answer.quotations[0].places[0].edition == "digest");
  CHECK(answer.citations[0].only_digest);
}

TEST_CASE("an altered quotation shows its words, with colour and without") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const CheckAnswer answer = check(searcher, "“keep secret that an order was given”");
  REQUIRE(answer.quotations.size() == 1);
  CHECK(answer.quotations[0].similarity == Approx(6.0 / 7));
  const std::string plain = to_text(answer, {false, 0});
  CHECK(plain.find("keep [-confidential-] {+secret+} that an order was given") !=
        std::string::npos);
  CHECK(to_text(answer, {true, 0}).find("\x1b[32m[-confidential-]\x1b[0m") != std::string::npos);
  CHECK(to_json(answer).find("\"schema\": \"pinlex.check/1\"") != std::string::npos);
}

TEST_CASE("what is not checked is said") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const CheckAnswer nothing = check(searcher, "");
  CHECK(nothing.notes == std::vector<std::string>{
                             "there is nothing to check: no citation, and no quotation of 3 words "
                             "or more"});
  CHECK_FALSE(nothing.holds());
  const CheckAnswer some =
      check(searcher,
            "The “light signal” of the “Convention on Lighthouses and the Interception of Light "
            "Signals”, “which nobody closes");
  CHECK(some.notes.front() ==
        "1 quotation of fewer than 3 words without a citation is not checked");
  CHECK_FALSE(some.complete);
  const CheckAnswer whole =
      check(searcher, "The keeper shall keep confidential that an order was given");
  CHECK(whole.reading == QuotationReading::paragraphs);
  CHECK(whole.holds());
}

TEST_CASE("hostile texts to check are refused or read in bounded time") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  std::string quotes;
  for (int i = 0; i < 100'000; ++i) quotes += "“a b c” ";
  for (const std::string& text :
       {quotes, std::string(10'000'000, 'a'), "“" + std::string(1'000'000, 'b') + "”",
        std::string("a\0b", 3), std::string("\xC3(")}) {
    const auto answer = searcher.check({text, QuotationReading::automatic});
    REQUIRE_FALSE(answer.has_value());
    CHECK(answer.error().code == Code::inputs_refused);
  }
  std::string dense = "“";
  for (int i = 0; i < 2000; ++i) dense += "the […] ";
  CHECK(searcher.check({dense + "”", QuotationReading::automatic}).has_value());
}
