// SPDX-License-Identifier: GPL-2.0-or-later
#include "english_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace pinlex {
namespace {

/// Words that share a stem of their own.
struct Family {
  std::string_view stem;
  std::string_view words;  ///< Separated by blanks.
};

// Where the stemmer drops endings that tell two words of the law apart, the family named here gets
// the stem given; the rest of what the stemmer merges stays as it is ("access" next to
// "accession").
constexpr std::array families = std::to_array<Family>({
    {"accession", "accede acceded accedes acceding accession accessions"},
    {"authority", "authoritative authoritatively authorities authority"},
    {"authoriz",
     "authorization authorizations authorize authorized authorizes authorizing authorizer "
     "authorizers authorizable"},
    {"business", "business businesses"},
    {"civiliz", "civilization civilizations civilized"},
    {"collective", "collective collectively collectives collectivity"},
    {"commitment", "commitment commitments"},
    {"conference", "conference conferences conferencing"},
    {"constitution",
     "constitution constitutions constitutional constitutionally constitutionality"},
    {"contention", "contend contended contending contends contention contentions contentious"},
    {"conventional", "conventional conventionally"},
    {"correspondence", "correspondence correspondences correspondent correspondents"},
    {"critical", "critical critically criticality"},
    {"customer", "customer customers"},
    {"customs", "customs"},
    {"customary", "customarily customary"},
    {"defendant", "defendant defendants"},
    {"designat", "designate designated designates designating designation designations"},
    {"digital",
     "digital digitalization digitalize digitalized digitally digitization digitize digitized"},
    {"directive", "directive directives"},
    {"diversion", "diversion diversions"},
    {"emergency", "emergencies emergency"},
    {"evident", "evident evidently"},
    {"executive", "executive executives"},
    {"experiment",
     "experiment experimental experimentation experimented experimenting experiments"},
    {"government", "government governmental governments"},
    {"humanity", "humanity"},
    {"humanitarian", "humanitarian humanitarians"},
    {"identical", "identical identically"},
    {"important", "importance important importantly"},
    {"informal", "informal informality informally"},
    {"installment", "installment installments"},
    {"instrumentality", "instrumental instrumentalities instrumentality"},
    {"integrity", "integrity"},
    {"intern", "intern interned interning internment internments interns"},
    {"internal", "internal internally internals internalize internalized"},
    {"international",
     "international internationally internationals internationalization internationalize "
     "internationalized"},
    {"lawful", "lawful lawfully lawfulness"},
    {"minority", "minorities minority"},
    {"objection", "objection objectionable objections"},
    {"objective", "objective objectively objectives objectivity"},
    {"organic", "organic organically"},
    {"organiz",
     "organization organizational organizations organize organized organizer organizers organizes "
     "organizing"},
    {"personal", "personal personally"},
    {"personality", "personalities personality"},
    {"positive", "positive positively positives"},
    {"proceeding", "proceeding proceedings"},
    {"proceeds", "proceeds"},
    {"product", "product products"},
    {"respective", "respective respectively"},
    {"response", "response responses responsive responsiveness"},
    {"securities", "securities"},
    {"several", "several"},
    {"severe", "severe severely severer severity"},
    {"succession", "succession successions successor successors"},
    {"successive", "successive successively"},
    {"terminal", "terminal terminals"},
    {"transition", "transition transitional transitioned transitioning transitions"},
    {"united", "united"},
    {"universal", "universal universality universally"},
    {"universe", "universe universes"},
    {"university", "universities university"},
    {"useful", "useful usefully usefulness"},
    {"willful", "willful willfully willfulness"},
});

using Stems = std::unordered_map<std::string_view, std::string_view>;

Stems stems_of_families() {
  Stems stems;
  for (const Family& family : families) {
    std::string_view words = family.words;
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      stems.emplace(words.substr(0, end), family.stem);
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }
  return stems;
}

}  // namespace

std::string_view protected_stem(std::string_view word) {
  static const Stems stems = stems_of_families();
  const auto found = stems.find(word);
  return found == stems.end() ? std::string_view() : found->second;
}

}  // namespace pinlex
