// SPDX-License-Identifier: GPL-2.0-or-later
#include "cite_words.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace pinlex {
namespace {

using enum CiteUnit;
using enum CiteCount;

constexpr auto never = CiteDot::never;
constexpr auto may = CiteDot::may;
constexpr auto must = CiteDot::must;

/// Keywords of English, French, Dutch, German and Spanish, folded. A word that two languages share
/// stands once.
constexpr CiteUnitWord units[] = {
    {"article", article, one, never},
    {"articles", article, many, never},
    {"art", article, any, may},
    {"arts", article, many, may},
    {"artt", article, many, may},
    {"artikel", article, any, never},  // German has no other plural
    {"artikelen", article, many, never},
    {"artikels", article, one, never},
    {"artikeln", article, many, never},
    {"articulo", article, one, never},
    {"articulos", article, many, never},
    {"section", section, one, never},
    {"sections", section, many, never},
    {"sec", section, any, may},
    {"secs", section, many, may},
    {"s", section, any, must},
    {"ss", section, many, must},
    {"seccion", section, one, never},
    {"abschnitt", section, any, never},
    {"afdeling", section, one, never},
    {"subsection", subsection, one, never},
    {"subsections", subsection, many, never},
    {"subsec", subsection, any, may},
    {"paragraph", paragraph, one, never},
    {"paragraphs", paragraph, many, never},
    {"para", paragraph, any, may},
    {"paras", paragraph, many, may},
    {"par", paragraph, any, must},
    {"pars", paragraph, many, must},
    {"paragraphe", paragraph, one, never},
    {"paragraphes", paragraph, many, never},
    {"paragraaf", paragraph, one, never},
    {"paragrafen", paragraph, many, never},
    {"lid", paragraph, any, never},
    {"leden", paragraph, many, never},
    {"absatz", paragraph, any, never},
    {"absatze", paragraph, many, never},
    {"absatzen", paragraph, many, never},
    {"absatzes", paragraph, one, never},
    {"abs", paragraph, any, may},
    {"parrafo", paragraph, one, never},
    {"parrafos", paragraph, many, never},
    {"apartado", paragraph, one, never},
    {"apartados", paragraph, many, never},
    {"apdo", paragraph, any, may},
    {"apdos", paragraph, many, may},
    {"ap", paragraph, any, must},
    {"alinea", alinea, one, never},
    {"alineas", alinea, many, never},
    {"al", alinea, any, must},
    {"numeral", alinea, one, never},
    {"numerales", alinea, many, never},
    {"num", alinea, any, must},
    {"inciso", alinea, one, never},
    {"incisos", alinea, many, never},
    {"inc", alinea, any, must},
    {"subparagraph", subparagraph, one, never},
    {"subparagraphs", subparagraph, many, never},
    {"subpara", subparagraph, any, may},
    {"subparas", subparagraph, many, may},
    {"unterabsatz", subparagraph, any, never},
    {"uabs", subparagraph, any, may},
    {"point", point, one, never},
    {"points", point, many, never},
    {"item", point, one, never},
    {"items", point, many, never},
    {"letter", point, one, never},
    {"letters", point, many, never},
    {"lit", point, any, may},
    {"litt", point, any, may},
    {"let", point, any, must},
    {"lettre", point, one, never},
    {"lettres", point, many, never},
    {"sous", point, any, never},
    {"onder", point, any, never},
    {"onderdeel", point, one, never},
    {"onderdelen", point, many, never},
    {"sub", point, any, never},
    {"punt", point, one, never},
    {"buchstabe", point, any, never},
    {"buchstaben", point, many, never},
    {"buchst", point, any, may},
    {"bst", point, any, may},
    {"ziffer", point, any, never},
    {"ziff", point, any, may},
    {"nummer", point, any, never},
    {"nummern", point, many, never},
    {"nr", point, any, may},
    {"nrn", point, many, may},
    {"letra", point, one, never},
    {"letras", point, many, never},
    {"literal", point, one, never},
    {"literales", point, many, never},
    {"punto", point, one, never},
    {"puntos", point, many, never},
    {"sentence", sentence, one, never},
    {"sentences", sentence, many, never},
    {"satz", sentence, any, never},
    {"halbsatz", sentence, any, never},
    {"hs", sentence, any, must},
    {"volzin", sentence, one, never},
    {"zin", sentence, one, never},
    {"phrase", sentence, one, never},
    {"recital", recital, one, never},
    {"recitals", recital, many, never},
    {"overweging", recital, one, never},
    {"overwegingen", recital, many, never},
    {"considerant", recital, one, never},
    {"considerants", recital, many, never},
    {"considerando", recital, one, never},
    {"considerandos", recital, many, never},
    {"erwagungsgrund", recital, any, never},
    {"erwagungsgrunde", recital, many, never},
    {"preamble", preamble, one, never},
    {"preambule", preamble, one, never},
    {"preambulo", preamble, one, never},
    {"praambel", preamble, one, never},
    {"annex", annex, one, never},
    {"annexes", annex, many, never},
    {"annexe", annex, one, never},
    {"appendix", annex, one, never},
    {"bijlage", annex, one, never},
    {"bijlagen", annex, many, never},
    {"anhang", annex, any, never},
    {"anhangs", annex, one, never},
    {"anlage", annex, any, never},
    {"anexo", annex, one, never},
    {"schedule", schedule, one, never},
    {"schedules", schedule, many, never},
    {"sch", schedule, any, must},
    {"chapter", chapter, one, never},
    {"chapters", chapter, many, never},
    {"chap", chapter, any, may},
    {"ch", chapter, any, must},
    {"chapitre", chapter, one, never},
    {"hoofdstuk", chapter, one, never},
    {"kapitel", chapter, any, never},
    {"kapitels", chapter, one, never},
    {"capitulo", chapter, one, never},
    {"part", part, one, never},
    {"partie", part, one, never},
    {"deel", part, one, never},
    {"teil", part, any, never},
    {"parte", part, one, never},
    {"title", title, one, never},
    {"titre", title, one, never},
    {"titel", title, any, never},
    {"titulo", title, one, never},
    {"footnote", footnote, one, never},
    {"footnotes", footnote, many, never},
    {"fn", footnote, any, may},
    {"fussnote", footnote, any, never},
    {"voetnoot", footnote, one, never},
};

/// First … tenth. German and Dutch endings are listed, not computed: there are few.
constexpr CiteOrdinal ordinals[] = {
    {"first", 1, false},     {"second", 2, false},    {"third", 3, false},
    {"fourth", 4, false},    {"fifth", 5, false},     {"sixth", 6, false},
    {"seventh", 7, false},   {"eighth", 8, false},    {"ninth", 9, false},
    {"tenth", 10, false},    {"premier", 1, true},    {"premiere", 1, true},
    {"deuxieme", 2, false},  {"second", 2, false},    {"seconde", 2, false},
    {"troisieme", 3, false}, {"quatrieme", 4, false}, {"cinquieme", 5, false},
    {"sixieme", 6, false},   {"septieme", 7, false},  {"huitieme", 8, false},
    {"neuvieme", 9, false},  {"dixieme", 10, false},  {"eerste", 1, false},
    {"tweede", 2, false},    {"derde", 3, false},     {"vierde", 4, false},
    {"vijfde", 5, false},    {"zesde", 6, false},     {"zevende", 7, false},
    {"achtste", 8, false},   {"negende", 9, false},   {"tiende", 10, false},
    {"erste", 1, false},     {"erster", 1, false},    {"ersten", 1, false},
    {"erstes", 1, false},    {"zweite", 2, false},    {"zweiter", 2, false},
    {"zweiten", 2, false},   {"zweites", 2, false},   {"dritte", 3, false},
    {"dritter", 3, false},   {"dritten", 3, false},   {"vierte", 4, false},
    {"vierter", 4, false},   {"vierten", 4, false},   {"funfte", 5, false},
    {"funfter", 5, false},   {"funften", 5, false},   {"sechste", 6, false},
    {"sechster", 6, false},  {"sechsten", 6, false},  {"siebte", 7, false},
    {"siebter", 7, false},   {"siebten", 7, false},   {"achte", 8, false},
    {"achter", 8, false},    {"achten", 8, false},    {"neunte", 9, false},
    {"neunter", 9, false},   {"neunten", 9, false},   {"zehnte", 10, false},
    {"zehnter", 10, false},  {"zehnten", 10, false},  {"primer", 1, false},
    {"primero", 1, true},    {"primera", 1, true},    {"segundo", 2, true},
    {"segunda", 2, true},    {"tercer", 3, false},    {"tercero", 3, true},
    {"tercera", 3, true},    {"cuarto", 4, true},     {"quinto", 5, true},
    {"sexto", 6, true},      {"septimo", 7, true},    {"octavo", 8, true},
    {"noveno", 9, true},     {"decimo", 10, true},
};

/// Membership in a short list; the lists are so short that a search is as fast as a hash.
template <std::size_t size>
bool among(const std::string_view (&list)[size], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view of_words[] = {
    "of",  "to",  "the", "in",  "under", "de", "la", "le",  "les", "l",    "d",   "du",  "des",
    "del", "el",  "los", "las", "al",    "a",  "au", "aux", "van", "het",  "der", "den", "dem",
    "die", "das", "vom", "zum", "zur",   "zu", "im", "bij", "aan", "dans", "en"};
constexpr std::string_view definite_words[] = {"the", "het", "la",  "le", "les",
                                               "l",   "el",  "los", "las"};
constexpr std::string_view and_words[] = {"and",   "or",      "et", "ou",    "en", "of",
                                          "und",   "oder",    "y",  "e",     "o",  "u",
                                          "sowie", "alsmede", "jo", "juncto"};
constexpr std::string_view range_words[] = {"to",  "through", "thru", "until", "tot",
                                            "bis", "a",       "al",   "au",    "hasta"};
constexpr std::string_view number_words[] = {"no",  "nr",     "n",      "nos",
                                             "num", "number", "nummer", "numero"};
constexpr std::string_view insert_words[] = {"bis",     "ter",    "quater", "quinquies", "sexies",
                                             "septies", "octies", "novies", "decies"};
constexpr std::string_view ordinal_endings[] = {"st", "nd",  "rd",  "th", "e",  "er",
                                                "re", "ere", "eme", "de", "ste"};
constexpr std::string_view protocol_words[] = {
    "protocol",  "protocole",    "protokoll", "zusatzprotokoll", "fakultativprotokoll",
    "protocolo", "report",       "rapport",   "bericht",         "informe",
    "amendment", "reservations", "annex",     "commentary"};
constexpr std::string_view act_words[] = {
    "convention",   "treaty",       "protocol",   "agreement",    "statute",       "directive",
    "regulation",   "charter",      "rules",      "declaration",  "principles",    "conference",
    "verdrag",      "conventie",    "konvention", "protokoll",    "protocole",     "convenio",
    "convencion",   "tratado",      "traite",     "committee",    "process",       "decision",
    "code",         "act",          "covenant",   "overeenkomst", "statuut",       "handvest",
    "pact",         "pacte",        "charte",     "carta",        "accord",        "acuerdo",
    "estatuto",     "statut",       "verklaring", "declaracion",  "law",           "loi",
    "ley",          "wet",          "gesetz",     "gesetzes",     "ubereinkommen", "ubereinkommens",
    "ubereinkunft", "abkommen",     "abkommens",  "vertrag",      "vertrags",      "vertrages",
    "verordening",  "richtlijn",    "reglement",  "reglamento",   "directiva",     "verordnung",
    "richtlinie",   "constitution", "grondwet",   "grundgesetz",  "constitucion",  "protokolls",
    "protocollen",  "codigo",       "wetboek",    "gesetzbuch"};
constexpr std::string_view place_words[] = {"above",     "below",  "hereof",  "hierboven",
                                            "hieronder", "dessus", "dessous", "supra",
                                            "infra",     "oben",   "unten"};

template <typename Row, std::size_t size>
WordShapes shapes_of(const Row (&rows)[size]) {
  WordShapes out;
  for (const Row& row : rows) out.add(row.word);
  return out;
}

}  // namespace

const CiteUnitWord* find_unit(std::string_view word) {
  static const auto table = [] {
    std::unordered_map<std::string_view, const CiteUnitWord*> map;
    for (const CiteUnitWord& row : units) map.emplace(row.word, &row);
    return map;
  }();
  static const WordShapes shapes = shapes_of(units);
  if (!shapes.may_hold(word)) return nullptr;
  const auto found = table.find(word);
  return found == table.end() ? nullptr : found->second;
}

const CiteOrdinal* find_ordinal(std::string_view word) {
  static const auto table = [] {
    std::unordered_map<std::string_view, const CiteOrdinal*> map;
    for (const CiteOrdinal& row : ordinals) map.emplace(row.word, &row);
    return map;
  }();
  static const WordShapes shapes = shapes_of(ordinals);
  if (!shapes.may_hold(word)) return nullptr;
  const auto found = table.find(word);
  return found == table.end() ? nullptr : found->second;
}

int depth(CiteUnit unit) {
  switch (unit) {
    case part:
    case title:
    case chapter:
    case annex:
    case schedule:
      return 0;
    case section:
      return 1;
    case article:
    case sign:
    case recital:
    case preamble:
      return 2;
    case subsection:
    case paragraph:
    case alinea:
      return 3;
    case subparagraph:
      return 4;
    case point:
      return 5;
    case footnote:
    case sentence:
      return 6;
  }
  return 6;
}

bool is_of_word(std::string_view word) { return among(of_words, word); }
bool is_definite_word(std::string_view word) { return among(definite_words, word); }
bool is_and_word(std::string_view word) { return among(and_words, word); }
bool is_range_word(std::string_view word) { return among(range_words, word); }
bool is_number_word(std::string_view word) { return among(number_words, word); }
bool is_insert_word(std::string_view word) { return among(insert_words, word); }
bool is_ordinal_ending(std::string_view word) { return among(ordinal_endings, word); }
bool is_protocol_word(std::string_view word) { return among(protocol_words, word); }
bool is_act_word(std::string_view word) { return among(act_words, word); }

bool is_place_word(std::string_view word) { return among(place_words, word); }

std::vector<std::string_view> citation_words() {
  std::vector<std::string_view> out(std::begin(act_words), std::end(act_words));
  for (const CiteUnitWord& row : units) out.push_back(row.word);
  for (const CiteOrdinal& row : ordinals) out.push_back(row.word);
  return out;
}

std::uint32_t small_roman(std::string_view word) {
  static constexpr std::array<std::string_view, 10> ones{"",  "i",  "ii",  "iii",  "iv",
                                                         "v", "vi", "vii", "viii", "ix"};
  static constexpr std::array<std::string_view, 9> tens{"",  "x",  "xx",  "xxx", "xl",
                                                        "l", "lx", "lxx", "lxxx"};
  if (word.empty() || word.size() > 8) return 0;
  for (std::uint32_t ten = 0; ten < tens.size(); ++ten) {
    if (!word.starts_with(tens[ten])) continue;
    const auto rest = std::find(ones.begin(), ones.end(), word.substr(tens[ten].size()));
    if (rest != ones.end()) {
      return ten * 10 + static_cast<std::uint32_t>(std::distance(ones.begin(), rest));
    }
  }
  return 0;
}

}  // namespace pinlex
