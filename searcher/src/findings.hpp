// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/passage.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace pinlex {

/// A word of the query, found in a text.
struct FoundWord {
  TextRange place;             ///< Bytes of the text.
  std::uint32_t position = 0;  ///< Words count, through the whole passage.
  std::uint32_t word = 0;      ///< Which word of the query.
  double weight = 0;           ///< How much finding it tells: rare words tell more.
};

/// What a text or heading holds of the query.
struct Findings {
  std::vector<FoundWord> found;  ///< In the order of the text.
  std::uint32_t words = 0;       ///< How long the text is.

  /// The places found, ascending, none twice.
  std::vector<TextRange> places() const;
};

/// What a passage holds of the query.
struct PassageFindings {
  std::vector<Findings> texts;     ///< For each of Passage::texts.
  std::vector<Findings> headings;  ///< For each of Passage::units.
  std::vector<std::size_t> stems;  ///< Hashes of all its stems, with repetitions; may be left out.

  explicit PassageFindings(const Passage& passage)
      : texts(passage.texts.size()), headings(passage.units.size()) {}
};

}  // namespace pinlex
