// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/matcher.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A passage written by hand, for tests of the matcher: words in lower case between spaces; the
/// stem of a word is the word without "s", "ing" or "ed" behind it. A sentence ends at "." and a
/// paragraph at "|"; "#" begins a heading, which the next "|" ends; "_" is a gap in the positions.
class SampleText {
 public:
  explicit SampleText(std::string_view text);
  SampleText(const SampleText&) = delete;
  SampleText& operator=(const SampleText&) = delete;

  const PassageTokens& tokens() const { return tokens_; }
  /// The words of a span, with single spaces.
  std::string words(std::uint32_t first, std::uint32_t last) const;

 private:
  std::deque<std::string> strings_;  ///< What the tokens view.
  PassageTokens tokens_;
};

std::string sample_stem(std::string_view word);

/// The leaves of a tree as the analyser of these texts reads them.
std::vector<LeafWords> sample_words(const Node& tree);

}  // namespace pinlex
