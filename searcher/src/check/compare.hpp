// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "check/word_row.hpp"

#include <pinlex/searcher/check.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace pinlex {

/// Words of a quotation and the words of the source they stand for: mostly one each, more where a
/// word is parted by a space or hyphen on one side ("co operation").
struct WordPair {
  std::uint32_t quote = 0, quote_end = 0, source = 0, source_end = 0;
};

/// A place where a quotation stands whole in a provision.
struct WholeMatch {
  std::vector<WordPair> pairs;  ///< At least one; ascending on both sides.
  bool left_numbers_out = false;

  std::uint32_t first() const { return pairs.front().source; }
  std::uint32_t last() const { return pairs.back().source_end - 1; }
};

/// Calls `found` for each place where all words of a quotation stand in a provision, in order and
/// with nothing between them but what its gaps allow, until it returns false. Printed numbers and
/// headings may be left out. The first place of what follows an omission is taken; each further
/// match begins later. Work is bounded; what would need more is not found.
void find_whole(const QuoteRow& quote, const ProvisionRow& source,
                const std::function<bool(WholeMatch)>& found);

/// What differs between a quotation and the words it stands for; in the order of the enum.
std::vector<Difference> differences(const QuoteRow& quote, const ProvisionRow& source,
                                    const WholeMatch& match);

/// Whether a word of a quotation is one of the source, but for case, marks and letters in brackets.
bool same_word(const QuoteRow& quote, std::size_t word, const RowWord& source);

}  // namespace pinlex
