// SPDX-License-Identifier: GPL-2.0-or-later
#include "language_rules.hpp"

#include <pinlex/text/analyser.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace pinlex {
namespace {

constexpr std::string_view french_elided = " c d j jusqu l lorsqu m n puisqu qu quelqu quoiqu s t ";
constexpr std::string_view italian_elided =
    " all anch bell c com d dall dell dov gl grand l m n nell quell quest s sant senz sull t un v ";

using enum StemmerKind;

// German keeps its umlauts for the stemmer, which also reads ue as ü; the Nordic languages keep
// their letters, which are no marked forms of others.
constexpr std::array<LanguageRules, 15> all_rules = {{
    {"ar", arabic, {}, {}, {}, false},
    {"da", snowball, "danish", {"åæø"}, {}, true},
    {"de", snowball, "german2", {"äöü"}, {}, true},
    {"en", english, "english", {}, {}, true},
    {"es", snowball, "spanish", {}, {}, false},
    {"fi", snowball, "finnish", {"åäö"}, {}, false},
    {"fr", snowball, "french", {}, french_elided, false},
    {"it", snowball, "italian", {}, italian_elided, false},
    {"nl", snowball, "dutch", {}, {}, true},
    {"no", snowball, "norwegian", {"åæø"}, {}, true},
    {"pt", snowball, "portuguese", {}, {}, false},
    {"ru", snowball, "russian", {}, {}, false},
    {"sv", snowball, "swedish", {"åäö"}, {}, true},
    {"und", none, {}, {}, {}, false},
    {"zh", none, {}, {}, {}, false},
}};

}  // namespace

const LanguageRules& rules_of(std::string_view language) {
  const auto named = [](std::string_view code) {
    return std::find_if(all_rules.begin(), all_rules.end(),
                        [&](const LanguageRules& rules) { return rules.code == code; });
  };
  const auto found = named(language);
  return found != all_rules.end() ? *found : *named("und");
}

const std::vector<std::string>& analysed_languages() {
  static const std::vector<std::string> languages = [] {
    std::vector<std::string> codes;
    for (const LanguageRules& rules : all_rules) {
      if (rules.code != "und") codes.emplace_back(rules.code);
    }
    return codes;
  }();
  return languages;
}

}  // namespace pinlex
