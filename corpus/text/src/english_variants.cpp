// SPDX-License-Identifier: GPL-2.0-or-later
#include "english_words.hpp"

#include <algorithm>
#include <array>

namespace pinlex {
namespace {

/// One way to write a word that has several. `from` is a whole word, or with a star at its end the
/// beginning of words, of which the rest stays.
struct Variant {
  std::string_view from, to;
};

// Words that must find each other and that the stemmer keeps apart: British and American spelling,
// irregular plurals, and a verb and its noun where the law means the same act by both
// ("detain"/"detention", "store"/"storage"). A whole word stands before a beginning it shares.
constexpr std::array variants = std::to_array<Variant>({
    // Spelling.
    {"acknowledgement*", "acknowledgment"},
    {"amongst", "among"},
    {"armour*", "armor"},
    {"artefact*", "artifact"},
    {"behaviour*", "behavior"},
    {"calibre*", "caliber"},
    {"catalogue", "catalog"},
    {"catalogues", "catalogs"},
    {"centre*", "center"},
    {"clamour*", "clamor"},
    {"colour*", "color"},
    {"connexion*", "connection"},
    {"cypher*", "cipher"},
    {"decypher*", "decipher"},
    {"defence*", "defense"},
    {"demeanour*", "demeanor"},
    {"despatch*", "dispatch"},
    {"dialogue", "dialog"},
    {"dialogues", "dialogs"},
    {"discolour*", "discolor"},
    {"disfavour*", "disfavor"},
    {"dishonour*", "dishonor"},
    {"encypher*", "encipher"},
    {"endeavour*", "endeavor"},
    {"enquir*", "inquir"},
    {"enrol", "enroll"},
    {"enrols", "enrolls"},
    {"enrolment*", "enrollment"},
    {"favour*", "favor"},
    {"flavour*", "flavor"},
    {"foetal", "fetal"},
    {"foetus*", "fetus"},
    {"fulfil", "fulfill"},
    {"fulfilment*", "fulfillment"},
    {"fulfils", "fulfills"},
    {"gaol*", "jail"},
    {"harbour*", "harbor"},
    {"honour*", "honor"},
    {"humour*", "humor"},
    {"instalment*", "installment"},
    {"judgement*", "judgment"},
    {"kilometre*", "kilometer"},
    {"labour*", "labor"},
    {"licence*", "license"},
    {"litre*", "liter"},
    {"manoeuvr*", "maneuver"},
    {"metre*", "meter"},
    {"misbehaviour*", "misbehavior"},
    {"misdemeanour*", "misdemeanor"},
    {"neighbour*", "neighbor"},
    {"odour*", "odor"},
    {"offence*", "offense"},
    {"paedo*", "pedo"},
    {"practis*", "practic"},
    {"pretence*", "pretense"},
    {"programme", "program"},
    {"programmes", "programs"},
    {"rigour*", "rigor"},
    {"rumour*", "rumor"},
    {"savour*", "savor"},
    {"sceptic*", "skeptic"},
    {"skilful*", "skillful"},
    {"splendour*", "splendor"},
    {"sulph*", "sulf"},
    {"theatre*", "theater"},
    {"towards", "toward"},
    {"tranship*", "transship"},
    {"tumour*", "tumor"},
    {"valour*", "valor"},
    {"vapour*", "vapor"},
    {"vigour*", "vigor"},
    {"whilst", "while"},
    {"wilful*", "willful"},
    // Irregular forms.
    {"analyse*", "analyze"},
    {"analysing", "analyzing"},
    {"analysis", "analyze"},
    {"children*", "child"},
    {"criteria", "criterion"},
    {"frozen", "freeze"},
    {"held", "hold"},
    {"men", "man"},
    {"sought", "seek"},
    {"women", "woman"},
    // The act and its name.
    {"acquittal*", "acquit"},
    {"destruction*", "destroy"},
    {"detention*", "detain"},
    {"disclosure*", "disclose"},
    {"forfeiture*", "forfeit"},
    {"interceptor*", "intercept"},
    {"liabilities", "liable"},
    {"liability", "liable"},
    {"production*", "produce"},
    {"proportionate", "proportional"},
    {"proportionately", "proportionally"},
    {"publication*", "publish"},
    {"racism", "racist"},
    {"retention*", "retain"},
    {"secrecy", "secret"},
    {"seizure*", "seize"},
    {"sovereignty", "sovereign"},
    {"storage*", "store"},
    {"transmission*", "transmit"},
    {"urgency", "urgent"},
    {"xenophobia", "xenophobic"},
});

// Words in -ise (and their forms) that have no spelling in -ize, without the ending.
constexpr std::array never_in_ize = std::to_array<std::string_view>(
    {"adv",    "advert",   "anis",        "appr",   "appra",    "bra",     "bru",   "chast",
     "chem",   "circumc",  "clockw",      "compr",  "comprom",  "conc",    "cru",   "dem",
     "desp",   "dev",      "disenfranch", "disgu",  "enfranch", "enterpr", "exc",   "exerc",
     "expert", "franch",   "imprec",      "improv", "inc",      "lia",     "likew", "mala",
     "marqu",  "merchand", "otherw",      "parad",  "porpo",    "pra",     "prec",  "prem",
     "prom",   "repr",     "rev",         "sunr",   "superv",   "surm",    "surpr", "telev",
     "torto",  "treat",    "turquo",      "upr",    "val"});

constexpr std::array<std::string_view, 9> ise_endings = {
    "isational", "isations", "isation", "isable", "isers", "iser", "ising", "ises", "ised"};

// "organise" to "organize", with all its forms.
bool spell_with_z(std::string& word) {
  std::size_t base = word.ends_with("ise") ? word.size() - 3 : 0;
  for (const std::string_view ending : ise_endings) {
    if (base == 0 && word.ends_with(ending)) base = word.size() - ending.size();
  }
  if (base < 3) return false;
  const std::string_view stem = std::string_view(word).substr(0, base);
  if (std::find(never_in_ize.begin(), never_in_ize.end(), stem) != never_in_ize.end()) return false;
  word[base + 1] = 'z';
  return true;
}

bool matches(std::string_view word, std::string_view from) {
  if (from.back() == '*') return word.starts_with(from.substr(0, from.size() - 1));
  return word == from;
}

}  // namespace

std::string spelled_one_way(std::string_view word) {
  std::string spelled(word);
  for (const Variant& variant : variants) {
    if (variant.from.front() != word.front() || !matches(word, variant.from)) continue;
    const bool begins = variant.from.back() == '*';
    spelled.replace(0, variant.from.size() - (begins ? 1 : 0), variant.to);
    break;
  }
  spell_with_z(spelled);
  return spelled;
}

}  // namespace pinlex
