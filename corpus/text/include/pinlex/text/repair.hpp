// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A text after repair, with the way back: byte i of `text` came from byte `origin[i]` of the
/// input; `origin` has one more entry, the input's length. Empty `origin` means nothing changed.
struct Repaired {
  std::string text;
  std::vector<std::uint32_t> origin;

  std::uint32_t to_input(std::uint32_t offset) const {
    return origin.empty() ? offset : origin[offset];
  }
};

/// Undoes what extraction and typesetting do to words: NFC; soft hyphens, zero-width and
/// bidirectional marks removed; U+2010 and U+2011 as "-"; a hyphen at a line end joined with the
/// lower-case word below it (but not before "und", "ci" and the like, which it stands for a word
/// before); Latin ligatures spelled out; Arabic tatweel, vowel marks, presentation forms and
/// hamza/alef forms folded and the reversed lam-alef of PDF extraction set right; a space where
/// punctuation glues two words ("Data;Reaffirming") and between digits and letters of Arabic
/// script; U+FFFD for ill-formed bytes. For matching only: what is shown is the source's own
/// spelling. Idempotent. `origin` never decreases, and points to the first byte of what a byte came
/// from. Thread-safe.
Repaired repair(std::string_view text);

/// The text in one case (NFKC_Casefold): for telling a difference in case from one in letters.
/// Thread-safe.
std::string fold_case(std::string_view text);

}  // namespace pinlex
