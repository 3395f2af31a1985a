// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pinlex {

/// The language most of a text is in: ISO 639-1 code and how sure the detector is.
struct LanguageGuess {
  std::string language = "und";  ///< "und" where the text is too short or too mixed to tell.
  int percent = 0;               ///< Share of the text in that language, 0 … 100.
  bool reliable = false;
};

/// Guesses from at most 4 KB of the text (its beginning, middle and end). Thread-safe.
LanguageGuess guess_language(std::string_view text);

}  // namespace pinlex
