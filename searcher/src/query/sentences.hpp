// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/searcher.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a block of a text is, as far as sentences go.
enum class SentenceBlock : std::uint8_t {
  paragraph,
  point,    ///< Of a list: what an unfinished sentence before it goes on with.
  heading,  ///< A sentence of its own.
};

/// Numbers the sentences of a passage, block by block, in the order of the text.
///
/// - A sentence ends at . ! ? and their like in Chinese, Japanese, Arabic, Urdu and Hindi; a full
///   stop must be followed by white space and not by a lower-case letter.
/// - Abbreviations of legal English, French, Dutch, German and Spanish end none ("art. 5", "Nr. 3",
///   "cf."), nor do initials, "e.g." and its like, and the number a paragraph begins with.
/// - A block that ends in : ; , a dash or "and"/"or" goes on in the next one: a lead-in and its
///   points are one sentence. So does a block without an end mark, if a point follows.
/// - An empty line ends a sentence as the end of a block does.
class SentenceCounter {
 public:
  /// Appends the sentence number of each token of one block. `tokens` are byte ranges of `text`,
  /// ascending. Numbers start at 0 and never descend.
  void block(std::string_view text, const std::vector<TextRange>& tokens, SentenceBlock kind,
             std::vector<std::uint32_t>& out);

 private:
  enum class Ending : std::uint8_t { full, none, open };

  static Ending ending_of(std::string_view tail, std::string_view last_word);

  std::uint32_t sentence_ = 0;
  bool started_ = false;
  Ending ending_ = Ending::full;  ///< Of the last block with words.
};

}  // namespace pinlex
