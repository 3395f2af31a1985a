// SPDX-License-Identifier: GPL-2.0-or-later
#include "catalogue.hpp"

#include <pinlex/citations/references.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

/// A treaty of twelve articles in two chapters; articles 2, 5 and 9 have paragraphs and points.
const std::vector<std::string>& provisions() {
  static const std::vector<std::string> made = [] {
    std::vector<std::string> eids{"preamble", "chp_1", "chp_2", "chp_2__sec_1"};
    for (int i = 1; i <= 12; ++i) {
      const std::string article = "art_" + std::to_string(i);
      eids.push_back(article);
      if (i != 2 && i != 5 && i != 9) continue;
      for (const char* below : {"__para_1", "__para_1__point_a", "__para_1__point_a__point_i",
                                "__para_1__point_a__point_ii", "__para_1__point_b",
                                "__para_1__point_c", "__para_2", "__para_3", "__para_3__point_a"}) {
        eids.push_back(article + below);
      }
    }
    eids.push_back("annex_1");
    return eids;
  }();
  return made;
}

struct Setting {
  const char* instrument = "coe-185";
  Kind kind = Kind::treaty;
  const char* language = "en";
  const char* title = "Convention on Cybercrime";
  const char* eid = "art_5__para_2";
};

std::string found(const std::string& text, const Setting& in) {
  static const ReferenceFinder finder(small_catalogue());
  Version version;
  version.instrument = in.instrument;
  version.kind = in.kind;
  version.language = in.language;
  version.title = in.title;
  const ReferenceScope scope = finder.scope(version, provisions());
  std::string out;
  for (const Reference& reference : finder.find(text, scope, {in.eid, {"chp_2", "chp_2__sec_1"}})) {
    out += out.empty() ? "" : "; ";
    if (reference.instrument != in.instrument) out += reference.instrument + "#";
    for (std::size_t i = 0; i < reference.targets.size(); ++i) {
      const ReferenceTarget& target = reference.targets[i];
      out += (i == 0 ? "" : ", ") + target.eid;
      if (!target.last.empty()) out += ".." + target.last;
    }
    out += " [" + text.substr(reference.begin, reference.end - reference.begin) + "]";
  }
  return out;
}

using Table = std::vector<std::pair<const char*, const char*>>;

void check(const Setting& in, const Table& table) {
  for (const auto& [text, expected] : table) {
    INFO(text);
    CHECK(found(text, in) == expected);
  }
}

TEST_CASE("references within a treaty are counted from where they stand") {
  check({},
        {
            {"shall be subject to Articles 2 and 3.", "art_2, art_3 [Articles 2 and 3]"},
            {"laid down in Articles 2 through 5.", "art_2..art_5 [Articles 2 through 5]"},
            {"Articles 2 to 4 and 9, paragraph 1, apply",
             "art_2..art_4, art_9__para_1 [Articles 2 to 4 and 9, paragraph 1]"},
            {"Article 4 of this Convention.", "art_4 [Article 4 of this Convention]"},
            {"Article 4 of the present Convention.", "art_4 [Article 4 of the present Convention]"},
            {"article 9 of the Convention.", "art_9 [article 9 of the Convention]"},
            {"as said in paragraph 1.a, it may", "art_5__para_1__point_a [paragraph 1.a]"},
            {"paragraph 1, sub-paragraph b, applies",
             "art_5__para_1__point_b [paragraph 1, sub-paragraph b]"},
            {"paragraphs 1 and 3 of this article",
             "art_5__para_1, art_5__para_3 [paragraphs 1 and 3 of this article]"},
            {"paragraphs a.i or ii above, with intent", ""},
            {"point (a) of this paragraph is", ""},
            {"of this article, of this chapter and of this section",
             "art_5 [this article]; chp_2 [this chapter]; chp_2__sec_1 [this section]"},
            {"the preceding article and the previous paragraph",
             "art_4 [preceding article]; art_5__para_1 [previous paragraph]"},
            {"paragraph 1 of the preceding article",
             "art_4__para_1 [paragraph 1 of the preceding article]"},
            {"the two preceding articles", "art_3, art_4 [two preceding articles]"},
            {"the preceding articles", ""},
            {"This paragraph shall not, and this Convention neither",
             "art_5__para_2 [This paragraph]"},
            {"under Chapter II of this Convention", "chp_2 [Chapter II of this Convention]"},
            {"Annex I to this Convention", "annex_1 [Annex I to this Convention]"},
            {"Articles 3, 9 (paragraph 1) and 7 bind",
             "art_3, art_9__para_1, art_7 [Articles 3, 9 (paragraph 1) and 7]"},
            {"under Articles 3, 5, 9.1.a and c. of this Convention.",
             "art_3, art_5, art_9__para_1__point_a, art_9__para_1__point_c "
             "[Articles 3, 5, 9.1.a and c. of this Convention]"},
            {"paragraphs 1, sub-paragraphs a. and b, and 3, sub-paragraph a. of this article",
             "art_5__para_1__point_a, art_5__para_1__point_b, art_5__para_3__point_a "
             "[paragraphs 1, sub-paragraphs a. and b, and 3, sub-paragraph a. of this article]"},
            {"Article 9, paragraph 1, and paragraph 2 of the same article",
             "art_9__para_1, art_9__para_2 "
             "[Article 9, paragraph 1, and paragraph 2 of the same article]"},
            {"for paragraph 1 the Convention sets", "art_5__para_1 [paragraph 1]"},
            {"under paragraph 1 above, the Convention shall enter",
             "art_5__para_1 [paragraph 1 above]"},
        });
  Setting point;
  point.eid = "art_5__para_1__point_b";
  check(point,
        {
            {"paragraphs a.i or ii above, with intent",
             "art_5__para_1__point_a__point_i, art_5__para_1__point_a__point_ii "
             "[paragraphs a.i or ii above]"},
            {"sub-paragraph a. of this article",
             "art_5__para_1__point_a [sub-paragraph a. of this article]"},
            {"the preceding sub-paragraph", "art_5__para_1__point_a [preceding sub-paragraph]"},
            {"in this paragraph a Party may", "art_5__para_1 [this paragraph]"},
        });
}

TEST_CASE("what may belong to another act is left out") {
  check({}, {
                {"Article 5 of the Treaty on Widgets", ""},
                {"article 3 of Regulation (EU) 2099/1234", ""},
                {"Article 5 of the said Convention", ""},
                {"Article 5 of that Convention", ""},
                {"Article 5 thereof", ""},
                {"Article 5 of the Vienna Convention", ""},
                {"Article 5 of the Convention of 1951", ""},
                {"Article 5 of the Convention on Oceans", ""},
                {"Article 6 TEU and Article 7 of the Penal Code", ""},
                {"Article 6 (right to quiet) of the Charter of Calm", ""},
                {"the Vienna Convention, Article 5, says", ""},
                {"the Vienna Convention, in particular Article 5, says", ""},
                {"section 3 of the Interception Act", ""},
                {"Article 5 of this Protocol", ""},
                {"Article 99", ""},
                {"paragraph 7", ""},
                {"paragraph 2 of the Resolution", ""},
                {"signed at Budapest in 2001 by the Parties", ""},
            });
}

TEST_CASE("other instruments are known by the catalogue") {
  check({}, {
                {"Article 8 of the ECHR", "echr#art_8 [Article 8 of the ECHR]"},
                {"the ECHR, in particular Article 6, and",
                 "echr#art_6 [ECHR, in particular Article 6]"},
                {"Article 4 of Directive 2002/58/EC",
                 "eprivacy#art_4 [Article 4 of Directive 2002/58/EC]"},
                {"in the European Convention on Human Rights and",
                 "echr# [European Convention on Human Rights]"},
                {"as ETS 108 says", "coe-108# [ETS 108]"},
                {"a Protocol to the European Convention on Human Rights", ""},
                {"Article 5 of the Palermo Convention on Widgets", ""},
                {"the Convention on Cybercrime of 23 November 2001", ""},
                {"the Convention on the Rights of the Child of 20 November 1989",
                 "crc# [Convention on the Rights of the Child]"},
                {"Articles 2 to 4 of the UN Cybercrime Convention",
                 "uncc#art_2..art_4 [Articles 2 to 4 of the UN Cybercrime Convention]"},
            });
}

TEST_CASE("in a protocol the convention is its parent") {
  const Setting protocol{"coe-189", Kind::protocol, "en",
                         "Additional Protocol to the Convention on Cybercrime", "art_5__para_2"};
  check(protocol, {
                      {"Article 22, paragraph 2, of the Convention",
                       "coe-185#art_22__para_2 [Article 22, paragraph 2, of the Convention]"},
                      {"Parties to the Convention may", "coe-185# [Convention]"},
                      {"Article 3 of this Protocol, and Article 4",
                       "art_3 [Article 3 of this Protocol]; art_4 [Article 4]"},
                      {"Article 3 of the Protocol", "art_3 [Article 3 of the Protocol]"},
                      {"Article 3 of this Convention", ""},
                      {"the measures of Articles 14 to 21 of the Convention, to Articles 2 to 7 of "
                       "this Protocol",
                       "coe-185#art_14..art_21 [Articles 14 to 21 of the Convention]; "
                       "art_2..art_7 [Articles 2 to 7 of this Protocol]"},
                  });
}

TEST_CASE("Dutch references") {
  Setting nl;
  nl.language = "nl";
  nl.title = "Verdrag inzake cybercriminaliteit";
  check(nl, {
                {"in het eerste lid bedoelde", "art_5__para_1 [eerste lid]"},
                {"het eerste tot en met het derde lid van dit artikel",
                 "art_5__para_1..art_5__para_3 [eerste tot en met het derde lid van dit artikel]"},
                {"de artikelen 2 tot en met 5 van dit Verdrag",
                 "art_2..art_5 [artikelen 2 tot en met 5 van dit Verdrag]"},
                {"het eerste lid, onderdeel a, ii, van dit artikel",
                 "art_5__para_1__point_a__point_ii [eerste lid, onderdeel a, ii, van dit artikel]"},
                {"artikel 9, eerste lid, onder a, van het Verdrag",
                 "art_9__para_1__point_a [artikel 9, eerste lid, onder a, van het Verdrag]"},
                {"zijn de artikelen 2 en 3 van toepassing", "art_2, art_3 [artikelen 2 en 3]"},
                {"uit hoofde van artikel 3 ter zake waarvan", "art_3 [artikel 3]"},
                {"de twee voorgaande artikelen, dit hoofdstuk",
                 "art_3, art_4 [twee voorgaande artikelen]; chp_2 [dit hoofdstuk]"},
                {"artikel 5 van het Wetboek van Strafrecht", ""},
                {"artikel 8 van het EVRM", "echr#art_8 [artikel 8 van het EVRM]"},
            });
}

TEST_CASE("French, Spanish and German references") {
  Setting fr;
  fr.language = "fr";
  fr.title = "Convention sur la cybercriminalité";
  check(fr, {
                {"aux articles 2 à 5 de la présente Convention",
                 "art_2..art_5 [articles 2 à 5 de la présente Convention]"},
                {"au paragraphe 1 du présent article",
                 "art_5__para_1 [paragraphe 1 du présent article]"},
                {"l'article précédent", "art_4 [article précédent]"},
                {"les deux paragraphes précédents", ""},
                {"l'article 5 de la loi du 3 mai", ""},
                {"les articles 2 et 3 de la Convention",
                 "art_2, art_3 [articles 2 et 3 de la Convention]"},
            });
  Setting es;
  es.language = "es";
  es.title = "Convenio sobre la Ciberdelincuencia";
  check(es, {
                {"los artículos 2 a 5 del presente Convenio",
                 "art_2..art_5 [artículos 2 a 5 del presente Convenio]"},
                {"el párrafo 1 del presente artículo",
                 "art_5__para_1 [párrafo 1 del presente artículo]"},
                {"el artículo anterior y el párrafo 1",
                 "art_4 [artículo anterior]; art_5__para_1 [párrafo 1]"},
                {"el artículo 5 del Código Penal", ""},
            });
  Setting de;
  de.language = "de";
  de.title = "Übereinkommen über Computerkriminalität";
  check(de, {
                {"nach den Artikeln 2 bis 5 dieses Übereinkommens",
                 "art_2..art_5 [Artikeln 2 bis 5 dieses Übereinkommens]"},
                {"nach Absatz 1 Buchstabe a dieses Artikels",
                 "art_5__para_1__point_a [Absatz 1 Buchstabe a dieses Artikels]"},
                {"nach Artikel 9 Absatz 1 des Übereinkommens",
                 "art_9__para_1 [Artikel 9 Absatz 1 des Übereinkommens]"},
                {"nach Artikel 5 des Grundgesetzes", ""},
                {"nach § 100a StPO", "de-stpo#sec_100a [§ 100a StPO]"},
            });
}

TEST_CASE("an explanatory report speaks of the articles of its convention") {
  const Setting report{"coe-185-er", Kind::explanatory_report, "en",
                       "Explanatory Report to the Convention on Cybercrime", "para_7"};
  static const ReferenceFinder finder(small_catalogue());
  Version version;
  version.instrument = report.instrument;
  version.kind = report.kind;
  version.language = "en";
  version.title = report.title;
  const ReferenceScope scope = finder.scope(version, {"hdg_1", "para_6", "para_7"});
  const auto references =
      finder.find("See Article 21. So does paragraph 6.", scope, {"para_7", {}});
  REQUIRE(references.size() == 2);
  CHECK(references[0].instrument == "coe-185");
  CHECK(references[0].targets == std::vector<ReferenceTarget>{{"art_21", ""}});
  CHECK(references[1].instrument == "coe-185-er");
  CHECK(references[1].targets == std::vector<ReferenceTarget>{{"para_6", ""}});
}

TEST_CASE("a commentary speaks of the articles of the one instrument it is about") {
  static const ReferenceFinder finder(small_catalogue());
  struct Case {
    std::vector<std::string> about;
    const char* text;
    const char* instrument;  // Empty where nothing is found.
  };
  const std::vector<Case> cases{
      {{"uncc#art_24", "uncc#art_30"}, "The safeguards of Article 24 do not bind.", "uncc"},
      {{"uncc#art_24", "echr#art_8"}, "The safeguards of Article 24 do not bind.", ""},
      {{}, "The safeguards of Article 24 do not bind.", ""},
      {{"coe-224#art_7"}, "as Article 7 of the Protocol asks", "coe-224"},
      {{"coe-224#art_7"}, "as Article 18 of the Convention asks", "coe-185"},
      {{"uncc#art_24"}, "as Article 24 of the Penal Code asks", ""},
  };
  for (const Case& one : cases) {
    CAPTURE(one.about, one.text);
    Version version;
    version.instrument = "note-1";
    version.kind = Kind::commentary;
    version.language = "en";
    version.about = one.about;
    const ReferenceScope scope = finder.scope(version, {"sec_1", "sec_1__para_1"});
    const auto references = finder.find(one.text, scope, {"sec_1__para_1", {}});
    REQUIRE(references.size() == (*one.instrument == 0 ? 0 : 1));
    if (!references.empty()) CHECK(references.front().instrument == one.instrument);
  }
}

TEST_CASE("any bytes may be searched for references") {
  std::string text;
  std::uint32_t state = 7;
  const char* words[] = {"Article ",   "5",    "(a)",  " of the ",  "Convention", ", ",
                         "paragraph ", "to ",  "\xC3", "\xC2\xA7",  "II",         "eerste lid",
                         "this ",      "\n\n", "ECHR", "preceding "};
  for (int i = 0; i < 4000; ++i) {
    state = state * 1664525U + 1013904223U;
    text += words[state >> 28];
  }
  static const ReferenceFinder finder(small_catalogue());
  Version version;
  version.instrument = "coe-189";
  version.kind = Kind::protocol;
  version.language = "und";
  const ReferenceScope scope = finder.scope(version, provisions());
  std::uint32_t end = 0;
  const auto references = finder.find(text, scope, {"art_5__para_2", {"chp_2"}});
  CHECK(references.size() > 100);
  for (const Reference& reference : references) {
    CHECK(reference.begin >= end);
    CHECK(reference.end > reference.begin);
    CHECK(reference.end <= text.size());
    CHECK_FALSE(reference.targets.empty());
    end = reference.end;
  }
}

}  // namespace
}  // namespace pinlex
