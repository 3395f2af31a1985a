// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pinlex {

/// What folding leaves as it is in a language: letters with marks that are letters of their own
/// there, as UTF-8 ("äöü" in German).
struct FoldingRules {
  std::string_view kept_letters;
};

/// The case- and mark-folded form of a repaired word: NFKC_Casefold, apostrophes as U+0027, decimal
/// digits as ASCII, Latin, Greek and Cyrillic letters without their marks but for the kept ones
/// (й and ї are letters; ё is е). Empty where nothing visible is left.
std::string fold(std::string_view word, const FoldingRules& rules);

}  // namespace pinlex
