// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "findings.hpp"
#include "query/spans.hpp"

#include <pinlex/model/passage.hpp>
#include <pinlex/text/analyser.hpp>

#include <cstdint>
#include <vector>

namespace pinlex {

/// The words of a passage in one row, as the matcher reads them: headings of the groupings above,
/// then its own heading, then its texts, each heading of a paragraph before the words of it. The
/// words of texts stand in a row from one text to the next; numbered paragraphs and headings are
/// kept apart.
struct PassageStream {
  /// Where a token was read from.
  struct Origin {
    enum class In : std::uint8_t { ancestor, heading, text } in = In::text;
    std::uint32_t index = 0;  ///< Of the ancestor, the unit, or the text.
    TextRange place;
  };

  PassageTokens tokens;
  std::vector<Origin> origins;              ///< For each token.
  std::vector<std::uint32_t> text_lengths;  ///< Words of each text.
};

/// Reads a passage; the tokens hold views of the analyser's. `analyser` must be of its language.
/// Without `sentences` all words are of sentence 0: few queries ask, and it takes its time.
PassageStream stream_of(const Passage& passage, Analyser& analyser, bool sentences);

}  // namespace pinlex
