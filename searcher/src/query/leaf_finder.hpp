// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/matcher.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// Finds all matches of all text leaves in one pass over a passage's tokens.
class LeafFinder {
 public:
  explicit LeafFinder(std::vector<LeafWords> words);
  // The tables hold views of words_, whose strings stay where they are when it moves.
  LeafFinder(LeafFinder&&) = default;
  LeafFinder& operator=(LeafFinder&&) = default;

  /// Forgets the last passage and reads another one.
  void read(const PassageTokens& tokens);

  /// All matches of a leaf in the tokens last read.
  Spans matches(std::size_t leaf, const PassageTokens& tokens) const;

 private:
  using Tests = std::vector<std::uint32_t>;

  void add(const WordTest& test, std::uint32_t number);
  void hit(const Tests& tests, std::uint32_t token);
  void find_runs(const Reading& reading, std::uint32_t first_test, const PassageTokens& tokens,
                 Spans& out) const;

  std::vector<LeafWords> words_;
  std::vector<std::uint32_t> first_test_;  ///< Of each leaf; tests count on through its readings.
  std::unordered_map<std::string_view, Tests> by_stem_, by_form_;
  std::vector<std::pair<std::string_view, std::uint32_t>> prefixes_;
  std::vector<std::vector<std::uint32_t>> hits_;  ///< Tokens of each test, ascending.
};

}  // namespace pinlex
