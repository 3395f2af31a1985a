// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// The stems of an index that stand in so many passages that two of them share thousands. Where
/// such two stand side by side the passage gets a term for the pair, so that a phrase of frequent
/// words is refused without reading a text. Which pairs have terms is fixed when a generation is
/// written, from a sample, and kept in its header: writer and searcher must agree to the letter.
/// Immutable; safe for concurrent use.
class FrequentStems {
 public:
  /// None: no pair has a term.
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

  /// Whether the pair of two stems has a term. The order does not matter for that.
  bool has_term(std::uint32_t a, std::uint32_t b) const;

  /// The term of the pair `a b` (in that order), where it has one.
  std::optional<std::string> term(std::string_view a, std::string_view b) const;
  std::string term(std::uint32_t a, std::uint32_t b) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };

  void add(std::string stem, std::uint32_t share);

  std::uint64_t least_ = 0;            ///< The least product of two shares that makes a term.
  std::vector<std::string> stems_;     ///< By number.
  std::vector<std::uint64_t> shares_;  ///< Of the passages, in 1/10,000.
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> numbers_;
};

/// Two stems that would by chance share fewer passages than this have no term for their pair:
/// reading those texts is cheap enough.
inline constexpr std::uint64_t shared_passages = 2000;

}  // namespace pinlex
