// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "folding.hpp"

#include <cstdint>
#include <string_view>

namespace pinlex {

/// Which stemmer a language has.
enum class StemmerKind : std::uint8_t {
  none,      ///< Words are their own stems.
  snowball,  ///< The Snowball stemmer named in the rules.
  english,   ///< Snowball between the tables of variants and protected words.
  arabic,    ///< Our own light stemmer.
};

/// What differs between languages when text becomes terms.
struct LanguageRules {
  std::string_view code;  ///< ISO 639-1.
  StemmerKind stemmer = StemmerKind::none;
  std::string_view snowball;  ///< Xapian's name of the stemmer.
  FoldingRules folding;
  std::string_view elided;           ///< Words that lose their end before a vowel, " d l qu ".
  bool strips_apostrophe_s = false;  ///< "state's", "foto's".
};

/// The rules of a language; those of "und" for one without rules of its own.
const LanguageRules& rules_of(std::string_view language);

}  // namespace pinlex
