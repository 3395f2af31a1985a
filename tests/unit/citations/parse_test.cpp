// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalogue.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

namespace pinlex {
namespace {

using Table = std::vector<std::pair<const char*, const char*>>;

void check(const Table& table) {
  for (const auto& [typed, expected] : table) {
    INFO(typed);
    const auto citation = small_reader().parse(typed);
    CHECK((citation ? shown(*citation) : citation.error().message) == expected);
  }
}

TEST_CASE("citations in English") {
  check({
      {"art. 7 Budapest Convention", "coe-185#art_7"},
      {"Article 19(4) of the Convention on Cybercrime", "coe-185#art_19__para_4"},
      {"Article 9(2)(c) of the Convention on Cybercrime", "coe-185#art_9__para_2__point_c"},
      {"art. 6(1)(a)(ii) CoC", "coe-185#art_6__para_1__point_a__point_ii"},
      {"Art 1(c) ETS 185", "coe-185#art_1__point_c"},
      {"Article 22, paragraph 1, point (d) of the Budapest Convention",
       "coe-185#art_22__para_1__point_d"},
      {"Article 22, paragraph 1.d, of the Budapest Convention", "coe-185#art_22__para_1__point_d"},
      {"Article 22 para. 1 (d) Budapest", "coe-185#art_22__para_1__point_d"},
      {"Article 22, sub-paragraph (d), Budapest", "coe-185#art_22__point_d"},
      {"Article 5, paragraph (b), of the ECHR", "echr#art_5__point_b"},
      {"point (d) of paragraph 1 of Article 22 of the Budapest Convention",
       "coe-185#art_22__para_1__point_d"},
      {"paragraph 4 of article 19 of the Budapest Convention", "coe-185#art_19__para_4"},
      {"the second paragraph of article 10 of the ECHR", "echr#art_10__para_2"},
      {"Article 10, second paragraph, ECHR", "echr#art_10__para_2"},
      {"2nd paragraph of Article 10 ECHR", "echr#art_10__para_2"},
      {"first sentence of Article 10(1) ECHR", "echr#art_10__para_1"},
      {"second subparagraph of Article 6(1) GDPR", "gdpr#art_6__para_1"},
      {"paragraphs 1 and 2 of article 23 of the CRC", "crc#art_23__para_1, art_23__para_2"},
      {"paragraph 1 of Articles 4 and 5 ETS 185", "coe-185#art_4__para_1, art_5__para_1"},
      {"Article 8 of the ECHR, paragraph 2", "echr#art_8__para_2"},
      {"ECHR Art 6(3)(d)", "echr#art_6__para_3__point_d"},
      {"section 15 of the Investigatory Powers Act 2016", "uk-ipa-2016#sec_15"},
      {"s. 15(2)(b) IPA 2016", "uk-ipa-2016#sec_15__para_2__point_b"},
      {"ss. 15 and 16 IPA 2016", "uk-ipa-2016#sec_15, sec_16"},
      {"section 15, subsection (2), IPA 2016", "uk-ipa-2016#sec_15__para_2"},
      {"Part 2, section 15 IPA 2016", "uk-ipa-2016#sec_15"},
      {"recital 40 of the GDPR", "gdpr#rec_40"},
      {"recitals (12) and (13) GDPR", "gdpr#rec_12, rec_13"},
      {"preamble to the Budapest Convention", "coe-185#preamble"},
      {"annex II to the Budapest Convention", "coe-185#annex_2"},
      {"Article 3 of Annex 1 to the Budapest Convention", "coe-185#annex_1__art_3"},
      {"Schedule 3, paragraph 5, IPA 2016", "uk-ipa-2016#sched_3__para_5"},
      {"Chapter II, Section 2, of the Budapest Convention", "coe-185#chp_2__sec_2"},
      {"Chapter II, Article 16 of the Budapest Convention", "coe-185#art_16"},
      {"para. 187 of the Explanatory Report to the Convention on Cybercrime",
       "coe-185-er#para_187"},
      {"footnote 3 of Article 5 ECHR", "echr#art_5__fn_3"},
      {"Article XIV of the Budapest Convention", "coe-185#art_14"},
      {"Article No. 7, Budapest Convention", "coe-185#art_7"},
  });
}

TEST_CASE("citations in French") {
  check({
      {"article 19, paragraphe 4, de la Convention sur la cybercriminalité",
       "coe-185#art_19__para_4"},
      {"l'article 8, deuxième alinéa, de la Convention européenne des droits de l’homme",
       "echr#art_8__para_2"},
      {"au premier paragraphe de l'article 8 de la CEDH", "echr#art_8__para_1"},
      {"art. 8 § 2 CEDH", "echr#art_8__para_2"},
      {"§ 2 de l'article 8 de la CEDH", "echr#art_8__para_2"},
      {"ARTICLE 8 CEDH", "echr#art_8"},
      {"article 1er, alinéa d, de la Convention de Budapest", "coe-185#art_1__point_d"},
      {"article 22, paragraphe 1, lettre d, de la Convention de Budapest",
       "coe-185#art_22__para_1__point_d"},
      {"article 22, paragraphe 1, sous d), de la Convention de Budapest",
       "coe-185#art_22__para_1__point_d"},
      {"les articles 16 à 21 de la Convention de Budapest", "coe-185#art_16 .. art_21"},
      {"articles 16 et 17 de la Convention de Budapest", "coe-185#art_16, art_17"},
      {"article 16 et de l'article 17 de la Convention de Budapest", "coe-185#art_16, art_17"},
      {"paragraphes 1 et 3 de l'article 16 de la Convention de Budapest",
       "coe-185#art_16__para_1, art_16__para_3"},
      {"article 706-102-1 du Code de procédure pénale", "fr-cpp#art_706-102-1"},
      {"articles 706-95 à 706-102 CPP", "fr-cpp#art_706-95 .. art_706-102"},
      {"articles 706-95 et 706-96 CPP", "fr-cpp#art_706-95, art_706-96"},
      {"article 706-95, al. 2, CPP", "fr-cpp#art_706-95__para_2"},
      {"article 57-1 CPP", "fr-cpp#art_57-1"},
      {"art. R. 40-5 CPP", "fr-cpp#art_r40-5"},
      {"préambule de la Convention de Budapest", "coe-185#preamble"},
      {"STE n° 185, article 21", "coe-185#art_21"},
      {"considérant 12, Convention de Budapest", "coe-185#rec_12"},
  });
}

TEST_CASE("citations in Dutch") {
  check({
      {"artikel 10 EVRM", "echr#art_10"},
      {"artikel 10 lid 2 EVRM", "echr#art_10__para_2"},
      {"artikel 10, tweede lid, EVRM", "echr#art_10__para_2"},
      {"het derde lid van artikel 19 van het Cybercrimeverdrag", "coe-185#art_19__para_3"},
      {"art. 22, eerste lid, aanhef en onder d, van het Cybercrimeverdrag",
       "coe-185#art_22__para_1__point_d"},
      {"artikel 22 lid 1 sub d Cybercrimeverdrag", "coe-185#art_22__para_1__point_d"},
      {"artikel 22, eerste lid, onderdeel d, Cybercrimeverdrag", "coe-185#art_22__para_1__point_d"},
      {"artikel 22 lid 1 onder a en b Cybercrimeverdrag",
       "coe-185#art_22__para_1__point_a, art_22__para_1__point_b"},
      {"artikelen 5 en 6 EVRM", "echr#art_5, art_6"},
      {"artikel 5 of 6 EVRM", "echr#art_5, art_6"},
      {"artikelen 16 tot en met 21 Cybercrimeverdrag", "coe-185#art_16 .. art_21"},
      {"art. 16 t/m 21 Cybercrimeverdrag", "coe-185#art_16 .. art_21"},
      {"artikel 19, leden 1 en 3, Cybercrimeverdrag", "coe-185#art_19__para_1, art_19__para_3"},
      {"artikel 19, eerste en derde lid, Cybercrimeverdrag",
       "coe-185#art_19__para_1, art_19__para_3"},
      {"artikel 19, eerste tot en met derde lid, Cybercrimeverdrag",
       "coe-185#art_19__para_1 .. art_19__para_3"},
      {"artikel 19, eerste lid, tweede volzin, Cybercrimeverdrag", "coe-185#art_19__para_1"},
      {"artikel 12bis EVRM", "echr#art_12bis"},
      {"artikel 12 bis, lid 2, EVRM", "echr#art_12bis__para_2"},
      {"artikel 126nba EVRM", "echr#art_126nba"},
      {"artikel 8 EVRM, lid 2", "echr#art_8__para_2"},
      {"artikel 5 jo. artikel 6 EVRM", "echr#art_5, art_6"},
      {"artikelen 11, eerste lid, onder 3° tot en met 5°, en 16 EVRM",
       "echr#art_11__para_1__point_3 .. art_11__para_1__point_5, art_16"},
      {"overweging 40 GDPR", "gdpr#rec_40"},
      {"artikel 8 van het Verdrag tot bescherming van de rechten van de mens en de fundamentele "
       "vrijheden",
       "echr#art_8"},
  });
}

TEST_CASE("citations in German") {
  check({
      {"Art. 10 Abs. 2 EMRK", "echr#art_10__para_2"},
      {"Art. 10 II EMRK", "echr#art_10__para_2"},
      {"Artikel 22 Absatz 1 Buchstabe d der Cybercrime-Konvention",
       "coe-185#art_22__para_1__point_d"},
      {"Artikel 22 Abs. 1 Buchst. d Ziff. ii Cybercrime-Konvention",
       "coe-185#art_22__para_1__point_d__point_ii"},
      {"Art. 22 Abs. 1 lit. d des Übereinkommens über Computerkriminalität",
       "coe-185#art_22__para_1__point_d"},
      {"Absatz 4 des Artikels 19 der Budapester Konvention", "coe-185#art_19__para_4"},
      {"Artikel 8 der Europäischen Menschenrechtskonvention", "echr#art_8"},
      {"Art. 16 bis 21 Cybercrime-Konvention", "coe-185#art_16 .. art_21"},
      {"Artikeln 16 und 17 der Budapester Konvention", "coe-185#art_16, art_17"},
      {"Artikel 3 des Zusatzprotokolls zum Übereinkommen über Computerkriminalität",
       "coe-189#art_3"},
      {"§ 100a StPO", "de-stpo#sec_100a"},
      {"§ 100 a StPO", "de-stpo#sec_100a"},
      {"§ 100a Abs. 1 StPO", "de-stpo#sec_100a__para_1"},
      {"§ 100a Abs. 1 Satz 1 Nr. 2 StPO", "de-stpo#sec_100a__para_1__point_2"},
      {"§ 100a Abs. 2 Nr. 1 Buchst. a StPO", "de-stpo#sec_100a__para_2__point_1__point_a"},
      {"§§ 100a, 100b StPO", "de-stpo#sec_100a, sec_100b"},
      {"§§ 100a bis 100c StPO", "de-stpo#sec_100a .. sec_100c"},
      {"§ 3 G 10", "de-g10#sec_3"},
      {"§ 3 Abs. 1a G10", "de-g10#sec_3__para_1a"},
      {"StPO § 100a", "de-stpo#sec_100a"},
      {"SEV-Nr. 185, Art. 21", "coe-185#art_21"},
      {"Präambel der Budapester Konvention", "coe-185#preamble"},
      {"Erwägungsgrund 40 GDPR", "gdpr#rec_40"},
      {"Anhang I der Budapester Konvention", "coe-185#annex_1"},
  });
}

TEST_CASE("citations in Spanish") {
  check({
      {"artículo 19, párrafo 4, del Convenio de Budapest", "coe-185#art_19__para_4"},
      {"artículo 19.4 del Convenio sobre la Ciberdelincuencia", "coe-185#art_19__para_4"},
      {"artículo 22, apartado 1, letra d), del Convenio de Budapest",
       "coe-185#art_22__para_1__point_d"},
      {"artículo 22, párrafo 1, inciso d), del Convenio de Budapest",
       "coe-185#art_22__para_1__point_d"},
      {"art. 22, numeral 1, literal d) del Convenio de Budapest",
       "coe-185#art_22__para_1__point_d"},
      {"párrafo segundo del artículo 10 del Convenio Europeo de Derechos Humanos",
       "echr#art_10__para_2"},
      {"primer párrafo del artículo 10 CEDH", "echr#art_10__para_1"},
      {"artículos 16 a 21 del Convenio de Budapest", "coe-185#art_16 .. art_21"},
      {"artículos 5 y 6 CEDH", "echr#art_5, art_6"},
      {"artículos 5 u 8 CEDH", "echr#art_5, art_8"},
      {"Convenio de Budapest, arts. 5 y 6", "coe-185#art_5, art_6"},
      {"preámbulo del Convenio de Budapest", "coe-185#preamble"},
  });
}

TEST_CASE("numbers, lists and ranges") {
  check({
      {"ETS 185 art. 22.1.d", "coe-185#art_22__para_1__point_d"},
      {"art. 6 1 a ETS 185",
       "no instrument is known as '1 a ETS 185'\n  art. 6 1 a ETS 185\n"
       "         ^"},
      {"art. 1 c ii Budapest", "coe-185#art_1__point_c__point_ii"},
      {"art. 22(1)d Budapest", "coe-185#art_22__para_1__point_d"},
      {"Article 22 (1) (D) Budapest", "coe-185#art_22__para_1__point_d"},
      {"UNTOC 18(30)", "untoc#art_18__para_30"},
      {"18(30) UNTOC", "untoc#art_18__para_30"},
      {"Budapest 18", "coe-185#art_18"},
      {"Budapest 18, 19 and 20", "coe-185#art_18, art_19, art_20"},
      {"art22 Budapest", "coe-185#art_22"},
      {"Art.22(1)Budapest", "coe-185#art_22__para_1"},
      {"arts. 16-21 Budapest", "coe-185#art_16 .. art_21"},
      {"arts. 16 – 21 Budapest", "coe-185#art_16 .. art_21"},
      {"Articles 16 through 21 Budapest", "coe-185#art_16 .. art_21"},
      {"Article 16 to Article 21 Budapest", "coe-185#art_16 .. art_21"},
      {"Article 21(1)-(3) Budapest", "coe-185#art_21__para_1 .. art_21__para_3"},
      {"Article 21(1) to (3) Budapest", "coe-185#art_21__para_1 .. art_21__para_3"},
      {"Article 21(1)(a)-(c) Budapest",
       "coe-185#art_21__para_1__point_a .. art_21__para_1__point_c"},
      {"Articles 21(3) to 22(1) Budapest", "coe-185#art_21__para_3 .. art_22__para_1"},
      {"Article 21(1) and (2) Budapest", "coe-185#art_21__para_1, art_21__para_2"},
      {"Article 21(1)(a) or (b) Budapest",
       "coe-185#art_21__para_1__point_a, art_21__para_1__point_b"},
      {"Article 6(1)(a)(i) and (ii) Budapest",
       "coe-185#art_6__para_1__point_a__point_i, art_6__para_1__point_a__point_ii"},
      {"Article 6(1)(h) and (i) GDPR", "gdpr#art_6__para_1__point_h, art_6__para_1__point_i"},
      {"Articles 2, 3 and 4 Budapest", "coe-185#art_2, art_3, art_4"},
      {"Articles 2, 3 & 4 Budapest", "coe-185#art_2, art_3, art_4"},
      {"Articles 2-6, 9 and 11 Budapest", "coe-185#art_2 .. art_6, art_9, art_11"},
      {"Articles 16(1), 17 and 18(2) Budapest", "coe-185#art_16__para_1, art_17, art_18__para_2"},
      {"Articles 16, paragraph 2, and 17 Budapest", "coe-185#art_16__para_2, art_17"},
      {"Article 16, paragraph 2, and Article 17 Budapest", "coe-185#art_16__para_2, art_17"},
      {"Article 21(1) and paragraph 3 Budapest", "coe-185#art_21__para_1, art_21__para_3"},
      {"Article 83(5), points (a) and (b), GDPR",
       "gdpr#art_83__para_5__point_a, art_83__para_5__point_b"},
      {"Article 2, points a, b and c, GDPR", "gdpr#art_2__point_a, art_2__point_b, art_2__point_c"},
      {"Article 5 and Article 5 ECHR", "echr#art_5"},
      {"Article 4a ECHR", "echr#art_4a"},
      {"Article 12 ter ECHR", "echr#art_12ter"},
      {"art. 21(3)", "#art_21__para_3"},
      {"§ 100a", "#sec_100a"},
  });
}

TEST_CASE("instruments") {
  check({
      {"Budapest Convention", "coe-185#"},
      {"the Convention on Cybercrime", "coe-185#"},
      {"ETS 185", "coe-185#"},
      {"coe-185", "coe-185#"},
      {"coe-185 art. 3", "coe-185#art_3"},
      {"COE-185 ART. 3", "coe-185#art_3"},
      {"CETS No. 185, Article 3", "coe-185#art_3"},
      {"CETS 224 art. 7", "coe-224#art_7"},
      {"ETS 224 art. 7", "coe-224#art_7"},
      {"ETS no. 005 art. 8", "echr#art_8"},
      {"European Treaty Series No. 185, art. 3", "coe-185#art_3"},
      {"A/RES/79/243, article 30", "uncc#art_30"},
      {"UN Cybercrime Convention art. 30", "uncc#art_30"},
      {"Cybercrime Convention art. 30", "coe-185#art_30"},
      {"cyber crime convention art. 30", "coe-185#art_30"},
      {"BUDAPEST CONVENTION ART. 30", "coe-185#art_30"},
      {"Convention sur la cybercriminalite art. 30", "coe-185#art_30"},
      {"Convention 108 art. 6", "coe-108#art_6"},
      {"Convention no 108 art. 6", "coe-108#art_6"},
      {"Convention 108+ art. 6", "coe-108-plus#art_6"},
      {"Additional Protocol to the Budapest Convention art. 3", "coe-189#art_3"},
      {"Second Additional Protocol to the Cybercrime Convention art. 7", "coe-224#art_7"},
      {"Second Additional Protocol Budapest art. 7",
       "no instrument is known as 'Second Additional Protocol Budapest'\n"
       "  Second Additional Protocol Budapest art. 7\n  ^"},
      {"Article 1 of Protocol No. 1 to the ECHR", "echr-p1#art_1"},
      {"Protocol 1 to the ECHR, art. 1", "echr-p1#art_1"},
      {"§ 12 of the Explanatory Report to the Budapest Convention", "coe-185-er#para_12"},
      {"Regulation 2016/679 art. 4",
       "no instrument is known as 'Regulation'\n  Regulation 2016/679 art. 4\n  ^"},
      {"Regulation (EU) 2016/679 art. 4", "gdpr#art_4"},
      {"Article 15(1) of Directive 2002/58/EC", "eprivacy#art_15__para_1"},
      {"Article 15(1) of Directive 2002/58", "eprivacy#art_15__para_1"},
      {"e evidence regulation art. 5", "e-evidence#art_5"},
      {"led art. 5", "led#art_5"},
      {"Convention on Cybercrime (ETS 185), art. 19", "coe-185#art_19"},
      {"Convention on Cybercrime (ETS No. 185, “Budapest Convention”), art. 19", "coe-185#art_19"},
      {"art. 19 of the Convention on Cybercrime (ETS 185)", "coe-185#art_19"},
      {"Budapest Convention, ETS 185, art. 19", "coe-185#art_19"},
      {"Budapest Convention art. 19 ETS 185", "coe-185#art_19"},
      {"art. 19, “Budapest Convention”", "coe-185#art_19"},
      {"(art. 19 Budapest)", "coe-185#art_19"},
      {"  art. 19 Budapest.  ", "coe-185#art_19"},
      {"art. 19\nBudapest", "coe-185#art_19"},
      {"art.\xC2\xA0"
       "19 Budapest",
       "coe-185#art_19"},
  });
}

TEST_CASE("ids") {
  check({
      {"coe-185#art_19__para_3__point_d", "coe-185#art_19__para_3__point_d"},
      {"coe-185#art_706-102-1", "coe-185#art_706-102-1"},
      {"coe-185#art_5~2", "coe-185#art_5~2"},
      {"coe-185#preamble", "coe-185#preamble"},
      {"coe-185#art_21@en", "coe-185#art_21 @en"},
      {"coe-185#art_21@en.digest", "coe-185#art_21 @en.digest"},
      {"coe-185#art_21@en.2021-07-05", "coe-185#art_21 @en.2021-07-05"},
      {"coe-185@nl", "coe-185# @nl"},
      {" coe-185#art_2 ", "coe-185#art_2"},
  });
}

TEST_CASE("a citation says which bytes it was read from") {
  const auto citation = small_reader().parse("  (art. 8 ECHR). ");
  REQUIRE(citation);
  CHECK(citation->begin == 2);
  CHECK(citation->end == 15);
  const auto id = small_reader().parse("  echr#art_8 ");
  REQUIRE(id);
  CHECK(id->begin == 2);
  CHECK(id->end == 12);
}

TEST_CASE("names of uncatalogued texts can be added") {
  const CitationReader reader(small_catalogue(), {{"Interception Order 1999", "acts-order-1999"}});
  const auto by_name = reader.parse("article 4 of the Interception Order 1999");
  REQUIRE(by_name);
  CHECK(shown(*by_name) == "acts-order-1999#art_4");
  const auto by_id = reader.parse("acts-order-1999#art_4");
  REQUIRE(by_id);
  CHECK(shown(*by_id) == "acts-order-1999#art_4");
  CHECK_FALSE(small_reader().parse("acts-order-1999#art_4"));
}

TEST_CASE("a reader can be moved") {
  CitationReader first(small_catalogue());
  CitationReader second(std::move(first));
  CHECK(second.parse("ECHR 8").has_value());
  first = std::move(second);
  CHECK(first.parse("ECHR 8").has_value());
}

}  // namespace
}  // namespace pinlex
