// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "findings.hpp"
#include "match_word.hpp"

#include <pinlex/model/passage.hpp>
#include <pinlex/text/analyser.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// Finds the words of a plain query in a passage, wherever they stand. Immutable; the analyser
/// brings the state.
class WordFinder {
 public:
  explicit WordFinder(const std::vector<MatchWord>& words);

  /// `analyser` must be of the passage's language.
  PassageFindings find(const Passage& passage, Analyser& analyser) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  using Words = std::vector<std::pair<std::uint32_t, double>>;

  Findings find_in(std::string_view text, std::uint32_t first_position, Analyser& analyser) const;

  std::unordered_map<std::string, Words, Hash, std::equal_to<>> words_of_stem_;
};

}  // namespace pinlex
