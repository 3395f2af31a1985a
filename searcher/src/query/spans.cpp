// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/spans.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace pinlex {
namespace {

bool within_segment(NodeType type) {
  return type == NodeType::same_sentence || type == NodeType::same_paragraph;
}

std::uint32_t segment(const PassageToken& token, NodeType type) {
  return type == NodeType::same_sentence ? token.sentence : token.paragraph;
}

/// Builds the joined matches of two sets from four cases that cannot coincide: right behind left,
/// left behind right, one inside the other, the two interleaved. A row is all spans of a set with
/// one begin, a column those with one end; within a row (column) only the farther ends matter, so
/// the cost is rows × spans where listing the pairs would be spans × spans.
class Join {
 public:
  Join(const PassageTokens& tokens, Reach reach, Budget& budget)
      : tokens_(tokens), reach_(reach), budget_(budget), seen_(tokens.size(), 0) {}

  Spans run(const Spans& left, const Spans& right);

 private:
  void one_behind_other(const Spans& left, const Spans& right);
  void by_rows(const Spans& left, const Spans& right);
  void by_columns(const Spans& left, const Spans& right);
  void inside(const Spans& outer, const Spans& inner);
  void interleaved(const Spans& left, const Spans& right);

  Spans in_one_segment(const Spans& spans) const;
  bool near_enough(std::uint32_t end, std::uint32_t begin) const {
    return within_segment(reach_.type) ||
           tokens_[begin].position - tokens_[end].position <= reach_.distance;
  }
  bool same_segment(std::uint32_t a, std::uint32_t b) const {
    return !within_segment(reach_.type) ||
           segment(tokens_[a], reach_.type) == segment(tokens_[b], reach_.type);
  }
  /// Whether [first, last] has not been put out since the last call of next_line().
  bool is_new(std::uint32_t end) { return std::exchange(seen_[end], line_) != line_; }
  void next_line() { ++line_; }
  /// Memory counts too: a span put out costs as much as eight looked at.
  bool put_out(Span span) {
    out_.push_back(span);
    return budget_.take(8);
  }

  const PassageTokens& tokens_;
  Reach reach_;
  Budget& budget_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t line_ = 0;
  Spans out_;
};

std::size_t rows(const Spans& spans) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (i == 0 || spans[i].first != spans[i - 1].first) ++count;
  }
  return count;
}

Spans sorted_by_last(Spans spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.last != b.last ? a.last < b.last : a.first < b.first;
  });
  return spans;
}

std::size_t columns(const Spans& by_last) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < by_last.size(); ++i) {
    if (i == 0 || by_last[i].last != by_last[i - 1].last) ++count;
  }
  return count;
}

/// End of the row that begins at index `begin`.
std::size_t row_end(const Spans& spans, std::size_t begin) {
  std::size_t end = begin;
  while (end < spans.size() && spans[end].first == spans[begin].first) ++end;
  return end;
}

Spans joined_only(const Spans& spans) {
  Spans out;
  std::copy_if(spans.begin(), spans.end(), std::back_inserter(out),
               [](const Span& span) { return !span.is_run; });
  return out;
}

Spans Join::in_one_segment(const Spans& spans) const {
  Spans out;
  std::copy_if(spans.begin(), spans.end(), std::back_inserter(out),
               [this](const Span& span) { return same_segment(span.first, span.last); });
  return out;
}

void Join::one_behind_other(const Spans& left, const Spans& right) {
  if (left.empty() || right.empty()) return;
  const std::size_t left_rows = rows(left);
  if (left_rows == left.size() ||
      left_rows * right.size() <= columns(sorted_by_last(right)) * left.size()) {
    by_rows(left, right);
  } else {
    by_columns(left, right);
  }
}

/// For each begin of the left: the ends of the right that some span of that row reaches. The
/// nearest is the row's farthest end before it.
void Join::by_rows(const Spans& left, const Spans& right) {
  for (std::size_t begin = 0; begin < left.size();) {
    const std::size_t end = row_end(left, begin);
    const std::uint32_t first = left[begin].first;
    next_line();
    auto other = std::upper_bound(right.begin(), right.end(), left[begin].last,
                                  [](std::uint32_t at, const Span& s) { return at < s.first; });
    std::size_t nearest = begin;
    for (; other != right.end(); ++other) {
      if (!budget_.take(1)) return;
      while (nearest + 1 < end && left[nearest + 1].last < other->first) ++nearest;
      if (!near_enough(left[nearest].last, other->first)) {
        if (nearest + 1 == end) break;
        continue;
      }
      if (!same_segment(first, other->first)) break;
      const bool joined = same_segment(first, other->last) && is_new(other->last);
      if (joined && !put_out({first, other->last, false})) return;
    }
    begin = end;
  }
}

/// The mirror image: for each end of the right, the begins of the left.
void Join::by_columns(const Spans& left, const Spans& right) {
  const Spans lefts = sorted_by_last(left);
  const Spans rights = sorted_by_last(right);
  for (std::size_t begin = 0; begin < rights.size();) {
    std::size_t end = begin;
    while (end < rights.size() && rights[end].last == rights[begin].last) ++end;
    const std::uint32_t last = rights[begin].last;
    next_line();
    auto other = std::lower_bound(lefts.begin(), lefts.end(), rights[end - 1].first,
                                  [](const Span& s, std::uint32_t at) { return s.last < at; });
    std::size_t nearest = end - 1;
    while (other != lefts.begin()) {
      --other;
      if (!budget_.take(1)) return;
      while (nearest > begin && rights[nearest - 1].first > other->last) --nearest;
      if (!near_enough(other->last, rights[nearest].first)) {
        if (nearest == begin) break;
        continue;
      }
      if (!same_segment(other->last, last)) break;
      const bool joined = same_segment(other->first, last) && is_new(other->first);
      if (joined && !put_out({other->first, last, false})) return;
    }
    begin = end;
  }
}

/// A joined match with a match of the other side between its ends stays as it is.
void Join::inside(const Spans& outer, const Spans& inner) {
  if (!budget_.take(outer.size() + inner.size())) return;
  std::vector<std::uint32_t> least_last(inner.size() + 1,
                                        std::numeric_limits<std::uint32_t>::max());
  for (std::size_t i = inner.size(); i-- > 0;) {
    least_last[i] = std::min(inner[i].last, least_last[i + 1]);
  }
  for (const Span& span : outer) {
    if (span.is_run) continue;
    const auto behind =
        std::upper_bound(inner.begin(), inner.end(), span.first,
                         [](std::uint32_t at, const Span& s) { return at < s.first; });
    const bool holds_one = least_last[static_cast<std::size_t>(behind - inner.begin())] < span.last;
    if (holds_one && !put_out(span)) return;
  }
}

/// Joined matches of which the left one begins and ends first.
void Join::interleaved(const Spans& left, const Spans& right) {
  for (std::size_t begin = 0; begin < left.size();) {
    const std::size_t end = row_end(left, begin);
    const std::uint32_t first = left[begin].first;
    next_line();
    auto other = std::upper_bound(right.begin(), right.end(), first,
                                  [](std::uint32_t at, const Span& s) { return at < s.first; });
    std::size_t crossing = begin;
    for (; other != right.end() && other->first < left[end - 1].last; ++other) {
      if (!budget_.take(1)) return;
      while (left[crossing].last <= other->first) ++crossing;
      const bool joined = left[crossing].last < other->last && same_segment(first, other->last) &&
                          is_new(other->last);
      if (joined && !put_out({first, other->last, false})) return;
    }
    begin = end;
  }
}

Spans Join::run(const Spans& all_left, const Spans& all_right) {
  const Spans left = in_one_segment(all_left);
  const Spans right = in_one_segment(all_right);
  one_behind_other(left, right);
  if (reach_.type != NodeType::ordered_near) {
    one_behind_other(right, left);
    inside(left, right);
    inside(right, left);
    const Spans joined_left = joined_only(left);
    const Spans joined_right = joined_only(right);
    interleaved(joined_left, joined_right);
    interleaved(joined_right, joined_left);
  }
  normalise(out_);
  return std::move(out_);
}

}  // namespace

bool joins(const PassageTokens& tokens, Reach reach, Span left, Span right) {
  const Span both = hull(left, right);
  if (within_segment(reach.type)) {
    if (segment(tokens[both.first], reach.type) != segment(tokens[both.last], reach.type)) {
      return false;
    }
  } else if (left.last < right.first) {
    return tokens[right.first].position - tokens[left.last].position <= reach.distance;
  } else if (reach.type == NodeType::ordered_near) {
    return false;
  } else if (right.last < left.first) {
    return tokens[left.first].position - tokens[right.last].position <= reach.distance;
  }
  if (left.last < right.first || right.last < left.first) return true;
  const bool share_end = left.first == right.first || left.last == right.last ||
                         left.first == right.last || left.last == right.first;
  if (share_end) return false;
  const auto has_end_in = [](Span span, Span run) {
    return (span.first > run.first && span.first < run.last) ||
           (span.last > run.first && span.last < run.last);
  };
  return !(left.is_run && has_end_in(right, left)) && !(right.is_run && has_end_in(left, right));
}

Span hull(Span a, Span b) { return {std::min(a.first, b.first), std::max(a.last, b.last), false}; }

Spans join(const PassageTokens& tokens, Reach reach, const Spans& left, const Spans& right,
           Budget& budget) {
  return Join(tokens, reach, budget).run(left, right);
}

std::uint32_t longest(const Spans& spans) {
  std::uint32_t most = 0;
  for (const Span& span : spans) most = std::max(most, span.last - span.first + 1);
  return most;
}

Partners::Window Partners::window(Span span) const {
  Window near;
  std::size_t from = 0;
  if (within_segment(reach_.type)) {
    const std::uint32_t wanted = segment(tokens_[span.first], reach_.type);
    const auto begin = std::partition_point(
        tokens_.begin(), tokens_.end(),
        [&](const PassageToken& token) { return segment(token, reach_.type) < wanted; });
    const auto end = std::partition_point(begin, tokens_.end(), [&](const PassageToken& token) {
      return segment(token, reach_.type) <= wanted;
    });
    from = static_cast<std::size_t>(begin - tokens_.begin());
    near.last_first = static_cast<std::uint32_t>(end - tokens_.begin()) - 1;
  } else {
    // Tokens are at least one position apart, so indexes may stand for positions here.
    const std::uint64_t back = std::uint64_t{reach_.distance} + longest_;
    from = span.first > back ? static_cast<std::size_t>(span.first - back) : 0;
    near.last_first = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(std::uint64_t{span.last} + reach_.distance, tokens_.size()));
  }
  near.begin = static_cast<std::size_t>(
      std::lower_bound(others_.begin(), others_.end(), from,
                       [](const Span& other, std::size_t at) { return other.first < at; }) -
      others_.begin());
  return near;
}

void normalise(Spans& spans) {
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

}  // namespace pinlex
