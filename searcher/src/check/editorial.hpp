// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/source.hpp>
#include <pinlex/searcher/check.hpp>

#include <cstdint>
#include <vector>

namespace pinlex {

/// What may stand in the source between two words of a quotation.
enum class QuoteGap : std::uint8_t {
  none,
  omission,   ///< Any number of words: "[…]", "(...)", "…".
  insertion,  ///< A few words that "[the Party]" stands for, or none.
};

/// The words of a quotation without what its author put in.
struct EditedText {
  struct Gap {
    std::uint32_t at = 0;  ///< Offset in `text` that the gap is before.
    QuoteGap gap = QuoteGap::none;
  };
  MappedText text;
  std::vector<Gap> gaps;             ///< Ascending.
  std::vector<TextRange> letters;    ///< Letters of words that stood in brackets: "[E]ach".
  std::vector<EditorialMark> marks;  ///< Places in bytes of the input.
};

/// Takes out omissions, insertions in square brackets, and remarks such as "[sic]" or "(emphasis
/// added)". Letters in square brackets inside a word stay. What stands in round brackets and is no
/// known remark is part of the words.
EditedText edited(const MappedText& words);

}  // namespace pinlex
