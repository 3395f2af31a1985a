// SPDX-License-Identifier: GPL-2.0-or-later
// Invented law about lamps and swans, read with an invented thesaurus.
#include <pinlex/powers/classifier.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

const CompiledThesaurus& thesaurus() {
  static const CompiledThesaurus made = [] {
    const auto read = Thesaurus::from_toml({{"lamps.toml", R"(
[[concept]]
id = "watching"
kind = "power"
[concept.label]
en = "powers of watching"
[[concept]]
id = "lamp-watching"
kind = "power"
broader = ["watching"]
[concept.label]
en = "watching of lamps"
nl = "bespieden van lampen"
fr = "observation des lampes"
es = "observación de lámparas"
de = "Beobachtung von Lampen"
ru = "наблюдение за лампами"
ar = "مراقبة المصابيح"
zh = "监视灯塔"
[concept.lay]
en = ["peeping"]
[[concept]]
id = "night-watching"
kind = "power"
broader = ["lamp-watching"]
[concept.label]
en = "watching of lamps by night"
[[concept]]
id = "secrecy-order"
kind = "power"
broader = ["watching"]
[concept.label]
en = "keep silent"
nl = "te zwijgen"
[[concept]]
id = "log-preservation"
kind = "power"
broader = ["watching"]
[concept.label]
en = "preservation of logs"
[[concept]]
id = "conditions-and-safeguards"
kind = "safeguard"
[concept.label]
en = "conditions and safeguards"
[[concept]]
id = "judge"
kind = "safeguard"
broader = ["conditions-and-safeguards"]
[concept.label]
en = "order of a judge"
[[concept]]
id = "serious-offence-threshold"
kind = "safeguard"
broader = ["conditions-and-safeguards"]
[concept.label]
en = "serious wreck"
[[concept]]
id = "lamp-theft"
kind = "offence"
[concept.label]
en = "theft of lamps"
[concept.legal]
en = ["unlawful watching of lamps"]
[[concept]]
id = "competent-authority"
kind = "actor"
[concept.label]
en = "harbour authority"
nl = "havenmeester"
[[concept]]
id = "service-provider"
kind = "actor"
[concept.label]
en = "ferry company"
nl = "veerdienst"
[[concept]]
id = "traffic-data"
kind = "data"
[concept.label]
en = "sailing times"
[[concept]]
id = "definitions"
kind = "element"
[concept.label]
en = "definitions"
)"}});
    if (!read) throw std::runtime_error(read.error().message);
    return CompiledThesaurus(*read);
  }();
  return made;
}

MappedText mapped(const std::string& text) {
  MappedText out;
  out.append(text, 0);
  return out;
}

/// An article: its heading, and its paragraphs and points as {eId below the article, words}.
struct Article {
  std::string heading;
  std::vector<std::pair<std::string, std::string>> provisions;
};

Passage passage_of(const Article& article) {
  Passage passage;
  passage.eid = "art_5";
  passage.units.push_back({"art_5", Level::article, -1, "Article 5", article.heading, {}});
  for (const auto& [below, words] : article.provisions) {
    std::uint32_t unit = 0;
    if (!below.empty()) {
      const std::string eid = "art_5__" + below;
      std::int32_t parent = 0;
      for (std::size_t i = 0; i < passage.units.size(); ++i) {
        if (eid.starts_with(passage.units[i].eid + "__")) parent = static_cast<std::int32_t>(i);
      }
      const bool point = below.rfind("point_") != std::string::npos;
      unit = static_cast<std::uint32_t>(passage.units.size());
      passage.units.push_back({eid, point ? Level::point : Level::paragraph, parent, "", "", {}});
    }
    passage.texts.push_back({unit, mapped(words)});
  }
  return passage;
}

std::string words_of(const Passage& passage, const Evidence& one) {
  const std::string& text =
      one.in_heading ? passage.units[one.place].heading : passage.texts[one.place].text.text;
  return (one.in_heading ? "^" : "") + text.substr(one.begin, one.end - one.begin);
}

std::vector<Classification> classified(const Passage& passage, const std::string& language = "en",
                                       const std::vector<Reference>& references = {}) {
  Analyser analyser(language);
  ConceptFinder finder(thesaurus(), language);
  const auto read = [&](const std::string& text) {
    ReadText out;
    analyser.analyse(text, 0, out.tokens);
    finder.find(out.tokens, out.concepts);
    return out;
  };
  ReadPassage words;
  for (const UnitText& text : passage.texts) words.texts.push_back(read(text.text.text));
  for (const Unit& unit : passage.units) words.headings.push_back(read(unit.heading));
  return PowerClassifier(thesaurus(), analyser).classify(passage, references, words);
}

/// "para_1 power lamp-watching" of each.
Names listed(const Article& article, const std::string& language = "en",
             const std::vector<Reference>& references = {}) {
  const Passage passage = passage_of(article);
  Names out;
  for (const Classification& one : classified(passage, language, references)) {
    const std::string& eid = passage.units[one.unit].eid;
    out.push_back((eid.size() > 7 ? eid.substr(7) : "art") + " " + std::string(name(one.element)) +
                  " " + std::string(thesaurus().id(one.number)));
  }
  return out;
}

}  // namespace

TEST_CASE("what a provision makes of a concept") {
  struct Row {
    const char* why;
    Article article;
    Names classes;
  };
  for (const Row& row : std::vector<Row>{
           {"a power",
            {"", {{"", "The authority is empowered to order the watching of lamps."}}},
            {"art power lamp-watching"}},
           {"what is ruled stands close to may",
            {"", {{"", "A judge of the port may, if need be, allow the watching of lamps."}}},
            {"art power lamp-watching"}},
           {"and not far from it",
            {"",
             {{"",
               "A swan may sing at noon where the ferry lands and the bell is rung for all "
               "who row home from the watching of lamps."}}},
            {}},
           {"a duty",
            {"", {{"", "A keeper must assist the watching of lamps."}}},
            {"art duty lamp-watching"}},
           {"the lead-in governs its points",
            {"",
             {{"para_1", "Each Party shall empower its keepers to order:"},
              {"para_1__point_a", "the watching of lamps; and"},
              {"para_1__point_b", "the preservation of logs."}}},
            {"para_1__point_a power lamp-watching", "para_1__point_b power log-preservation"}},
           {"points on the lead-in of an article",
            {"",
             {{"", "Each Party shall empower its keepers to order:"},
              {"point_a", "the watching of lamps."}}},
            {"point_a power lamp-watching"}},
           {"one paragraph does not govern the next",
            {"",
             {{"para_1", "Keepers are empowered to row."},
              {"para_2", "The watching of lamps tires."}}},
            {}},
           {"whoever is empowered may oblige others",
            {"",
             {{"",
               "Keepers are empowered to compel a ferry company to assist the watching of "
               "lamps."}}},
            {"art power lamp-watching"}},
           {"the first of two decides",
            {"",
             {{"",
               "The law has to oblige that person to assist the watching of lamps, to enable "
               "its keepers to sleep."}}},
            {"art duty lamp-watching"}},
           {"the heading speaks for the first that gives something",
            {"Watching of lamps",
             {{"para_1", "This article is about night."},
              {"para_2", "Each Party shall empower its keepers to do so."},
              {"para_3", "A keeper may sleep by day."}}},
            {"para_2 power lamp-watching"}},
           {"and for later ones that name nothing",
            {"Watching of lamps",
             {{"para_1", "Keepers are empowered to do so."},
              {"para_2", "Ferrymen are empowered to do so."},
              {"para_3", "Ferrymen are obliged to keep silent."}}},
            {"para_1 power lamp-watching", "para_2 power lamp-watching",
             "para_3 secrecy secrecy-order"}},
           {"secrecy",
            {"", {{"", "The ferry company shall keep silent."}}},
            {"art secrecy secrecy-order"}},
           {"but not of those who only apply a law",
            {"", {{"", "Whoever weighs swans under this law shall keep silent."}}},
            {}},
           {"unless the article has something to hide",
            {"",
             {{"para_1", "Keepers may order the watching of lamps."},
              {"para_2", "Whoever helps them shall keep silent."}}},
            {"para_1 power lamp-watching", "para_2 secrecy secrecy-order"}},
           {"what another power serves is not given",
            {"",
             {{"",
               "Each Party shall enable its keepers to order the preservation of logs for the "
               "purpose of any later watching of lamps."}}},
            {"art power log-preservation"}},
           {"but what stands alone is",
            {"", {{"", "Keepers may go out for the purpose of watching of lamps."}}},
            {"art power lamp-watching"}},
           {"a short title gives nothing",
            {"", {{"", "This Act may be cited as the Watching of Lamps Act."}}},
            {}},
           {"the narrower of two",
            {"", {{"", "Keepers may order the watching of lamps by night."}}},
            {"art power night-watching"}},
           {"powers at large are none",
            {"", {{"", "A Party may lay down powers of watching."}}},
            {}},
           {"words of lay people do not count", {"", {{"", "Keepers may go peeping."}}}, {}},
           {"what is forbidden is no power",
            {"",
             {{"",
               "Each Party shall adopt such measures as may be necessary to establish as "
               "criminal offences the watching of lamps."}}},
            {}},
           {"nor is what the heading forbids",
            {"Theft of lamps",
             {{"", "Each Party may require that the watching of lamps be done."}}},
            {}},
           {"nor what a longer phrase means",
            {"", {{"", "A Party may exclude unlawful watching of lamps."}}},
            {}},
           {"a definition",
            {"", {{"", "The term watching of lamps means looking at them."}}},
            {"art definition lamp-watching"}},
           {"definitions throughout",
            {"Definitions",
             {{"", "For this treaty:"},
              {"point_a",
               "\"sailing times\": when ferries may sail for the watching "
               "of lamps;"},
              {"point_b", "ferry company: whoever may row."}}},
            {"point_a definition traffic-data", "point_b definition service-provider"}},
           {"a safeguard beside a power",
            {"",
             {{"",
               "Keepers may order the watching of lamps on the order of a judge, after a "
               "serious wreck."}}},
            {"art safeguard judge", "art power lamp-watching",
             "art threshold serious-offence-threshold"}},
           {"a safeguard as a rule",
            {"", {{"", "Nothing shall be done but on the order of a judge."}}},
            {"art safeguard judge"}},
           {"one that is only spoken of",
            {"", {{"", "The order of a judge is a fine thing."}}},
            {}},
           {"a safeguard in the heading",
            {"Conditions and safeguards", {{"", "The order of a judge comes first."}}},
            {"art safeguard conditions-and-safeguards", "art safeguard judge"}},
           {"nothing at all", {"", {}}, {}}}) {
    INFO(row.why);
    Names found = listed(row.article);
    Names wanted = row.classes;
    std::sort(found.begin(), found.end());
    std::sort(wanted.begin(), wanted.end());
    CHECK(found == wanted);
  }
}

TEST_CASE("powers are found in each language") {
  for (const auto& [language, words] : std::vector<std::pair<const char*, const char*>>{
           {"nl",
            "Elke Partij verleent haar wachters de bevoegdheid om het bespieden van lampen te "
            "bevelen."},
           {"fr", "Le juge peut ordonner l'observation des lampes."},
           {"es", "El juez podrá ordenar la observación de lámparas."},
           {"de", "Der Richter darf die Beobachtung von Lampen anordnen."},
           {"ru", "Судья вправе разрешить наблюдение за лампами."},
           {"ar", "يجوز للقاضي مراقبة المصابيح"},
           {"zh", "法官可以命令监视灯塔。"}}) {
    INFO(language);
    CHECK(listed({"", {{"", words}}}, language) == Names{"art power lamp-watching"});
  }
  CHECK(listed({"", {{"", "De veerdienst is verplicht te zwijgen."}}}, "nl") ==
        Names{"art secrecy secrecy-order"});
}

TEST_CASE("a class says to whom and of what, with the words that told so") {
  const Passage passage =
      passage_of({"Sailing times",
                  {{"para_1", "Each Party shall empower the harbour authority:"},
                   {"para_1__point_a", "to order the watching of lamps of a ferry company;"},
                   {"para_1__point_b", "to order the preservation of logs."}}});
  const auto found = classified(passage);
  REQUIRE(found.size() == 2);
  const Classification& watching = found[0];
  CHECK(watching.has(Addressee::authority));
  CHECK(watching.has(Addressee::provider));
  CHECK_FALSE(watching.has(Addressee::custodian));
  CHECK(watching.has(DataSort::traffic));
  Names evidence;
  for (const Evidence& one : watching.evidence) {
    evidence.push_back(std::string(name(one.what)) + ": " + words_of(passage, one));
  }
  CHECK(evidence == Names{"concept: watching of lamps", "element: empower",
                          "addressee: harbour authority", "addressee: ferry company",
                          "data: ^Sailing times"});
  // One point does not speak for the other.
  CHECK_FALSE(found[1].has(Addressee::provider));
}

TEST_CASE("a duty on somebody is not one of the authority that it serves") {
  const auto found = classified(passage_of(
      {"", {{"", "The ferry company shall keep silent, unless the harbour authority asks."}}}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].has(Addressee::provider));
  CHECK_FALSE(found[0].has(Addressee::authority));
  CHECK(found[0].evidence.size() == 3);
}

TEST_CASE("what a power is subject to") {
  const std::string words = "The powers of watching are subject to Articles 7 and 8.";
  const auto at = static_cast<std::uint32_t>(words.find("Articles"));
  const std::vector<Reference> references{
      {1, at, at + 16, "lamps", {{"art_7", ""}, {"art_8", ""}}}};
  const Article article{"Watching of lamps",
                        {{"para_1", "Keepers are empowered to do so."}, {"para_2", words}}};
  CHECK(listed(article, "en", references) ==
        Names{"para_1 power lamp-watching", "para_2 safeguard conditions-and-safeguards"});
  const Passage passage = passage_of(article);
  const auto found = classified(passage, "en", references);
  REQUIRE(found.size() == 2);
  REQUIRE(found[1].evidence.size() == 2);
  CHECK(words_of(passage, found[1].evidence[0]) == "subject to");
  CHECK(found[1].evidence[1].what == EvidenceFor::reference);
  CHECK(words_of(passage, found[1].evidence[1]) == "Articles 7 and 8");
  // Without a reference, or without a power, there is nothing to be subject to.
  CHECK(listed(article) == Names{"para_1 power lamp-watching"});
  CHECK(listed(
            {"", {{"para_1", "Swans sing."}, {"para_2", "Swans are subject to Articles 7 and 8."}}},
            "en", references)
            .empty());
}

TEST_CASE("only articles are classified") {
  Passage passage = passage_of({"", {{"", "Keepers may order the watching of lamps."}}});
  REQUIRE(classified(passage).size() == 1);
  passage.units.front().level = Level::preamble;
  CHECK(classified(passage).empty());
  CHECK(classified(Passage()).empty());
}

TEST_CASE("a unit is read with its paragraph") {
  const Passage passage =
      passage_of({"", {{"para_1", "a"}, {"para_1__point_b", "b"}, {"point_c", "c"}}});
  REQUIRE(passage.units.size() == 4);
  CHECK(head_unit(passage, 0) == 0);
  CHECK(head_unit(passage, 1) == 1);
  CHECK(head_unit(passage, 2) == 1);
  CHECK(head_unit(passage, 3) == 0);
}
