// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalogue.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

/// "id [the words it was read from]" of each citation, joined by "; ".
std::string found(const std::string& text) {
  std::string out;
  for (const Citation& citation : small_reader().find_all(text)) {
    out += (out.empty() ? "" : "; ") + shown(citation) + " [" +
           text.substr(citation.begin, citation.end - citation.begin) + "]";
  }
  return out;
}

using Table = std::vector<std::pair<const char*, const char*>>;

void check(const Table& table) {
  for (const auto& [text, expected] : table) {
    INFO(text);
    CHECK(found(text) == expected);
  }
}

TEST_CASE("citations are found in running text") {
  check({
      {"Under Article 21(3) of the Budapest Convention a party must keep it secret.",
       "coe-185#art_21__para_3 [Article 21(3) of the Budapest Convention]"},
      {"The court found a breach of Article 8 ECHR. It did not say why.",
       "echr#art_8 [Article 8 ECHR]"},
      {"See ECHR, Article 8, and UNTOC, Article 20, for more.",
       "echr#art_8 [ECHR, Article 8]; untoc#art_20 [UNTOC, Article 20]"},
      {"Articles 16 and 17 of the Budapest Convention and Article 5 of the ECHR apply.",
       "coe-185#art_16, art_17 [Articles 16 and 17 of the Budapest Convention]; "
       "echr#art_5 [Article 5 of the ECHR]"},
      {"as the first paragraph of Article 10 of the ECHR says",
       "echr#art_10__para_1 [first paragraph of Article 10 of the ECHR]"},
      {"in point (d) of paragraph 1 of Article 22 of the Convention on Cybercrime, only",
       "coe-185#art_22__para_1__point_d [point (d) of paragraph 1 of Article 22 of the Convention "
       "on Cybercrime]"},
      {"the ECHR (art. 8) protects", "echr#art_8 [ECHR (art. 8]"},
      {"the right (Article 8 of the ECHR) is", "echr#art_8 [Article 8 of the ECHR]"},
      {"Convention on Cybercrime (ETS 185), Article 19, asks",
       "coe-185#art_19 [ETS 185), Article 19]"},
      {"Article 19 of the Convention on Cybercrime (ETS No. 185) asks",
       "coe-185#art_19 [Article 19 of the Convention on Cybercrime (ETS No. 185)]"},
      {"volgens artikel 8, tweede lid, van het EVRM mag dat",
       "echr#art_8__para_2 [artikel 8, tweede lid, van het EVRM]"},
      {"nach § 100a Abs. 1 Satz 1 Nr. 2 StPO darf",
       "de-stpo#sec_100a__para_1__point_2 [§ 100a Abs. 1 Satz 1 Nr. 2 StPO]"},
      {"selon l'article 706-102-1 du code de procédure pénale, le juge",
       "fr-cpp#art_706-102-1 [article 706-102-1 du code de procédure pénale]"},
      {"los artículos 16 a 21 del Convenio de Budapest exigen",
       "coe-185#art_16 .. art_21 [artículos 16 a 21 del Convenio de Budapest]"},
      {"Budapest 21(3) is a gag order", "coe-185#art_21__para_3 [Budapest 21(3)]"},
      {"compare coe-185#art_21__para_3@en.digest. Then",
       "coe-185#art_21__para_3 @en.digest [coe-185#art_21__para_3@en.digest]"},
      {"the preamble to the Budapest Convention speaks of",
       "coe-185#preamble [preamble to the Budapest Convention]"},
      {"Article 1 of the Convention on Cybercrime, Budapest, 2001",
       "coe-185#art_1 [Article 1 of the Convention on Cybercrime]"},
      {"§ 53 Absatz 1 Satz 1 Nummer 1, 2, 3 oder Nummer 4 der Strafprozeßordnung gilt",
       "de-stpo#sec_53__para_1__point_1, sec_53__para_1__point_2, sec_53__para_1__point_3, "
       "sec_53__para_1__point_4 [§ 53 Absatz 1 Satz 1 Nummer 1, 2, 3 oder Nummer 4 der "
       "Strafprozeßordnung]"},
      {"recital 40 of the GDPR", "gdpr#rec_40 [recital 40 of the GDPR]"},
      {"paragraph 187 of the Explanatory Report to the Budapest Convention",
       "coe-185-er#para_187 [paragraph 187 of the Explanatory Report to the Budapest Convention]"},
      {"Article 8 of the ECHR, paragraph 2, allows",
       "echr#art_8__para_2 [Article 8 of the ECHR, paragraph 2]"},
      {"the ECHR's Article 8", "echr#art_8 [ECHR's Article 8]"},
      {"Article 8\nECHR", "echr#art_8 [Article 8\nECHR]"},
      {"intercept* art. 21(3) Budapest", "coe-185#art_21__para_3 [art. 21(3) Budapest]"},
      {"“Article 8 of the ECHR”", "echr#art_8 [Article 8 of the ECHR]"},
      {"Article 3 of the Second Additional Protocol to the Budapest Convention",
       "coe-224#art_3 [Article 3 of the Second Additional Protocol to the Budapest Convention]"},
  });
}

TEST_CASE("what is no citation is not found") {
  const std::vector<const char*> texts{
      "articles about crime in Budapest",
      "in part 3 of this text",
      "The Budapest Convention was opened on 23 November 2001.",
      "Budapest 2001, a good year",
      "Article 21 of this Convention",
      "paragraph 1 of the ECHR",
      "Article 5 led to nothing",
      "Article 5 of the Budapest Treaty on microorganisms",
      "Convention on Cybercrime\n\nArticle 1\n\nDefinitions",
      "Convention on Cybercrime\nArticle 1\nDefinitions",
      "Protocol to the ECHR of 1952, see Article 3 there",
      "the report on the ECHR, Article 8",
      "Article 3 of the Optional Protocol to the CRC",  // one of two
      "section 5 of the street",
      "see https://example.org/page#section_2",
      "unknown-id#art_5",
      "coe-185#",
      "the art of ECHR",
      "Palermo (2000) and Lanzarote",
      "No. 8 ECHR judgments",
      "art. ECHR",
      "",
      "§",
      "ECHR",
  };
  for (const char* text : texts) {
    INFO(text);
    CHECK(found(text).empty());
  }
}

TEST_CASE("a sentence that goes on is not taken for more numbers") {
  check({
      {"Article 5 a Party to the ECHR", ""},
      {"under Article 5 and 20 other articles of the ECHR", ""},
      {"Article 8 ECHR and 9 others", "echr#art_8 [Article 8 ECHR]"},
      {"Article 10, 12 June 1950, ECHR", ""},
      {"Articles 5 and 6 ECHR in 2001", "echr#art_5, art_6 [Articles 5 and 6 ECHR]"},
      {"Article 5 (2001) ECHR", ""},
  });
}

TEST_CASE("citations stand in order and do not overlap, in any bytes") {
  std::string text;
  std::uint32_t state = 7;
  const std::vector<std::string> pieces{
      "art. ", "Article ", "8",    " ECHR", "(1)",       "(b)", " of the ", "§ ",
      "100a",  " StPO",    ", ",   " and ", "\n\n",      "#",   "coe-185",  "@en",
      "\xFF",  "\xC2",     "lid ", "-21",   "preamble ", "1st "};
  for (int i = 0; i < 20'000; ++i) {
    state = state * 1664525U + 1013904223U;
    text += pieces[(state >> 16U) % pieces.size()];
  }
  std::uint32_t end = 0;
  std::size_t count = 0;
  for (const Citation& citation : small_reader().find_all(text)) {
    CHECK(citation.begin >= end);
    CHECK(citation.end > citation.begin);
    CHECK(citation.end <= text.size());
    CHECK_FALSE(citation.instrument.empty());
    CHECK_FALSE(citation.provisions.empty());
    end = citation.end;
    ++count;
  }
  CHECK(count > 50);
}

}  // namespace
}  // namespace pinlex
