// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/tree.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pinlex {

/// A word of a passage, as the matcher sees it.
struct PassageToken {
  std::string_view folded;  ///< What exact forms and wildcards are compared with.
  std::string_view stem;
  std::uint32_t position = 0;   ///< Strictly ascending; a step above 1 keeps words apart.
  std::uint32_t paragraph = 0;  ///< Never descending. A heading is a paragraph of its own.
  std::uint32_t sentence = 0;   ///< Never descending.
  bool is_heading = false;
};

using PassageTokens = std::vector<PassageToken>;

/// A match of a part of a query: the tokens from `first` to `last`, by index. A run is the match of
/// a word or phrase: all its tokens take part. In a joined match (a connector's) at least the two
/// outermost do.
struct Span {
  std::uint32_t first = 0, last = 0;
  bool is_run = false;

  friend bool operator==(const Span&, const Span&) = default;
  friend bool operator<(const Span& a, const Span& b) {
    if (a.first != b.first) return a.first < b.first;
    if (a.last != b.last) return a.last < b.last;
    return a.is_run < b.is_run;
  }
};

/// Ascending, no two equal.
using Spans = std::vector<Span>;

/// A connector without its operands.
struct Reach {
  NodeType type = NodeType::near;  ///< One of the four connectors.
  std::uint32_t distance = 0;
};

/// What one passage may cost. Where it is spent the passage stays undecided; nothing is taken for
/// a miss.
struct Budget {
  std::uint64_t steps = 4'000'000;
  bool spent = false;

  /// False once there is nothing left.
  bool take(std::uint64_t count) {
    spent = spent || count > steps;
    if (!spent) steps -= count;
    return !spent;
  }
};

/// The algebra: whether a connector joins a match of its left side with one of its right side.
///
/// - They lie apart: `distance` counts from the end of the one to the begin of the other (side by
///   side is 1); /s and /p ask instead that the hull of both lie in one sentence or paragraph.
/// - They overlap: the distance is 0, which +n refuses. No word may serve both sides, neither one
///   of a run nor the first or last of a joined match: `data /5 data` needs the word twice, while c
///   may stand between a and b in `(a /5 b) /5 c`.
///
/// The joined match is the hull of both.
bool joins(const PassageTokens& tokens, Reach reach, Span left, Span right);

Span hull(Span a, Span b);

/// All joined matches of two sets. Costs about rows × spans, not pairs; incomplete where the budget
/// is spent.
Spans join(const PassageTokens& tokens, Reach reach, const Spans& left, const Spans& right,
           Budget& budget);

/// Tokens from the first to the last of the longest span.
std::uint32_t longest(const Spans& spans);

/// The spans of one side of a connector, asked for the partners of a span of the other side.
/// Keeps references to tokens and spans.
class Partners {
 public:
  /// `longest_other` is longest(others).
  Partners(const PassageTokens& tokens, Reach reach, const Spans& others,
           std::uint32_t longest_other)
      : tokens_(tokens), reach_(reach), others_(others), longest_(longest_other) {}

  /// Calls `found(other)` for each span that the connector joins with `span`, until it returns true
  /// or the budget is spent; looks only as far as the connector reaches. `span_is_left` tells the
  /// side of `span`. Returns whether `found` did.
  template <typename Found>
  bool any(Span span, bool span_is_left, Budget& budget, Found found) const;

 private:
  struct Window {
    std::size_t begin = 0;         ///< Index of the first that may be near enough.
    std::uint32_t last_first = 0;  ///< What begins behind this token is too far.
  };
  Window window(Span span) const;

  const PassageTokens& tokens_;
  Reach reach_;
  const Spans& others_;
  std::uint32_t longest_;
};

/// Sorts and drops doubles.
void normalise(Spans& spans);

template <typename Found>
bool Partners::any(Span span, bool span_is_left, Budget& budget, Found found) const {
  const Window near = window(span);
  for (std::size_t i = near.begin; i < others_.size(); ++i) {
    const Span other = others_[i];
    if (other.first > near.last_first || !budget.take(1)) return false;
    const bool joined =
        span_is_left ? joins(tokens_, reach_, span, other) : joins(tokens_, reach_, other, span);
    if (joined && found(other)) return true;
  }
  return false;
}

}  // namespace pinlex
