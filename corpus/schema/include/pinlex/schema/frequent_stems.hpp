// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// Frequent stems side by side, by number; the third is `no_stem` where there are two.
using StemRun = std::array<std::uint32_t, 3>;
inline constexpr std::uint32_t no_stem = std::numeric_limits<std::uint32_t>::max();

/// The stems of an index that stand in so many passages that two of them share thousands. Where
/// such two, or three of the most frequent, stand side by side the passage gets a term for the run,
/// so that a phrase of frequent words is refused without reading a text. Which runs have terms is
/// fixed when a generation is written, from a sample, and kept in its header: writer and searcher
/// must agree to the letter. Immutable; safe for concurrent use.
class FrequentStems {
 public:
  /// None: no run has a term.
  FrequentStems() = default;

  /// `counts`: in how many of `sampled` passages a stem stands; `passages`: those of the index.
  FrequentStems(const std::vector<std::pair<std::string, std::uint32_t>>& counts,
                std::uint32_t sampled, std::uint64_t passages);

  /// What str() gave. Anything else gives no stems, or other ones.
  explicit FrequentStems(std::string_view text);

  /// The stems with their shares, in one line.
  std::string str() const;

  bool empty() const { return shares_.empty(); }

  /// The number of a stem, from 0; none for stems that are not frequent.
  std::optional<std::uint32_t> number(std::string_view stem) const;

  /// Whether stems side by side have a term. The order does not matter for that.
  bool has_term(std::uint32_t a, std::uint32_t b) const;
  bool has_term(std::uint32_t a, std::uint32_t b, std::uint32_t c) const;

  /// The term of two or three stems in that order.
  std::string term(const StemRun& run) const;

  /// The same, where they have one; `stems` of another number have none.
  std::optional<std::string> term_of_run(const std::vector<std::string_view>& stems) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };

  void add(std::string stem, std::uint32_t share);

  void set_least(std::uint64_t least);

  std::uint64_t least_ = 0;            ///< The least product of two shares that makes a term.
  std::uint64_t least_of_three_ = 0;   ///< And of three.
  std::vector<std::string> stems_;     ///< By number.
  std::vector<std::uint64_t> shares_;  ///< Of the passages, in 1/10,000.
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
};

/// Two stems that would by chance share fewer passages than this have no term for their pair:
/// reading those texts is cheap enough.
inline constexpr std::uint64_t shared_passages = 2000;

}  // namespace pinlex
