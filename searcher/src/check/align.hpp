// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "check/word_row.hpp"

#include <pinlex/searcher/check.hpp>

#include <cstdint>
#include <vector>

namespace pinlex {

/// A quotation laid against the stretch of a provision that is most like it, word by word.
struct Alignment {
  double similarity = 0;  ///< Words in common by the words of the longer side, 0 … 1.
  std::uint32_t common = 0;
  std::uint32_t first = 0, last = 0;  ///< Words of the source compared with.
  std::vector<DiffRun> diff;
};

/// What of a provision is laid against a quotation.
enum class AlignExtent : std::uint8_t {
  stretch,  ///< The part of it that is most like the quotation.
  whole,    ///< All of it, from its first word to its last; nothing where both are too long.
};

/// Aligns a quotation with a provision: all of the one with a stretch of the other, or the whole.
/// Printed numbers and headings, and what the gaps of the quotation allow, count as no difference.
/// Looks at the stretch that has most of its words; bounded by twelve million cells.
Alignment align(const QuoteRow& quote, const ProvisionRow& source,
                AlignExtent extent = AlignExtent::stretch);

}  // namespace pinlex
