// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/align.hpp"

#include "check/compare.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pinlex {
namespace {

constexpr std::size_t most_cells = 12'000'000;
/// So much is done without a look for the likeliest stretch.
constexpr std::size_t few_cells = 200'000;
constexpr std::int32_t for_same = 3, for_other = -2, for_missing = -2;

/// How one cell of the table was reached.
enum class AlignMove : std::uint8_t { stop, both, quote_only, source_only };

class Aligner {
 public:
  Aligner(const QuoteRow& quote, const ProvisionRow& source, AlignExtent extent)
      : quote_(quote), source_(source), whole_(extent == AlignExtent::whole) {}

  Alignment run() {
    if (source_.words.empty() || quote_.words.empty()) return {};
    if (whole_ && source_.words.size() > most_cells / quote_.words.size()) return {};
    name_words();
    choose_window();
    fill();
    return trace();
  }

 private:
  /// One step of the way through the table; npos where a side has no word.
  struct AlignedPair {
    std::size_t quote, source;
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  void choose_window();
  void name_words();
  bool same(std::size_t quote, std::size_t source) const;
  void fill();
  Alignment trace() const;
  std::int32_t skip_cost(std::size_t quote, std::size_t source) const;
  bool has_omission() const;
  Alignment measured(const std::vector<AlignedPair>& way) const;
  std::vector<DiffRun> diff_of(const std::vector<AlignedPair>& way) const;
  std::string quoted(std::size_t first, std::size_t last) const;
  std::string sourced(std::size_t first, std::size_t last) const;

  const QuoteRow& quote_;
  const ProvisionRow& source_;
  bool whole_;
  /// Words as numbers: those of the quotation, and for those of the source the same or -1.
  std::vector<std::int32_t> quote_names_, source_names_;
  std::vector<bool> beside_;         ///< Words of the source that cost nothing to leave out.
  std::size_t begin_ = 0, end_ = 0;  ///< The stretch of the source.
  std::vector<AlignMove> moves_;     ///< A row for each word of the quotation, from 0.
  std::size_t best_end_ = 0;         ///< Column where the best way ends.
};

bool Aligner::has_omission() const {
  return std::any_of(quote_.parts.begin(), quote_.parts.end(),
                     [](const QuoteRow::Part& part) { return part.before != QuoteGap::none; });
}

/// All of the source where that is little work, else the stretch with most words in common; a word
/// that stands everywhere says little of where.
void Aligner::choose_window() {
  const std::size_t n = std::max<std::size_t>(quote_.words.size(), 1), m = source_.words.size();
  const std::size_t wanted = whole_ || has_omission() ? m : std::max(2 * n + 20, few_cells / n);
  const std::size_t length = std::min({m, wanted, most_cells / n});
  std::vector<double> count(n, 0);
  for (const std::int32_t name : source_names_) {
    if (name >= 0) ++count[static_cast<std::size_t>(name)];
  }
  const auto worth = [&](std::size_t i) {
    const std::int32_t name = source_names_[i];
    return name < 0 ? 0.0 : 1 / count[static_cast<std::size_t>(name)];
  };
  double now = 0, best = 0;
  end_ = length;
  for (std::size_t i = 0; i < m && length < m; ++i) {
    now += worth(i);
    if (i >= length) now -= worth(i - length);
    if (now > best + 1e-9) {
      best = now;
      // As much behind what it is chosen for as the length allows.
      end_ = std::min(m, i + 1 + length / 4);
    }
  }
  begin_ = end_ > length ? end_ - length : 0;
  end_ = std::min(m, begin_ + length);
}

void Aligner::name_words() {
  std::unordered_map<std::string_view, std::int32_t> names;
  for (const RowWord& word : quote_.words) {
    const auto next = static_cast<std::int32_t>(names.size());
    quote_names_.push_back(names.emplace(word.bare, next).first->second);
  }
  for (const RowWord& word : source_.words) {
    const auto found = names.find(word.bare);
    source_names_.push_back(found == names.end() ? -1 : found->second);
    beside_.push_back(source_.is_beside(word));
  }
}

bool Aligner::same(std::size_t quote, std::size_t source) const {
  if (quote_names_[quote] == source_names_[source]) return true;
  return quote_.parts[quote].in_part && same_word(quote_, quote, source_.words[source]);
}

/// What it costs to leave a word of the source out before a word of the quotation.
std::int32_t Aligner::skip_cost(std::size_t quote, std::size_t source) const {
  const bool gap = quote < quote_.parts.size() && quote_.parts[quote].before != QuoteGap::none;
  return gap || beside_[source] ? 0 : for_missing;
}

void Aligner::fill() {
  const std::size_t n = quote_.words.size(), m = end_ - begin_;
  moves_.assign((n + 1) * (m + 1), AlignMove::stop);
  std::vector<std::int32_t> above(m + 1, 0), row(m + 1);
  for (std::size_t j = 1; whole_ && j <= m; ++j) {
    above[j] = above[j - 1] + skip_cost(0, begin_ + j - 1);
    moves_[j] = AlignMove::source_only;
  }
  for (std::size_t i = 1; i <= n; ++i) {
    AlignMove* moves = &moves_[i * (m + 1)];
    row[0] = above[0] + for_missing;
    moves[0] = AlignMove::quote_only;
    for (std::size_t j = 1; j <= m; ++j) {
      const std::size_t word = begin_ + j - 1;
      // A printed number stands for no other word.
      const std::int32_t other = beside_[word] ? for_other + for_missing : for_other;
      std::int32_t score = above[j - 1] + (same(i - 1, word) ? for_same : other);
      AlignMove move = AlignMove::both;
      // The source's own words behind the last one quoted are free, if only a stretch is wanted.
      const bool behind = i == n && !whole_;
      const std::int32_t left = row[j - 1] + (behind ? for_missing : skip_cost(i, word));
      if (left > score) {
        score = left;
        move = AlignMove::source_only;
      }
      if (above[j] + for_missing > score) {
        score = above[j] + for_missing;
        move = AlignMove::quote_only;
      }
      row[j] = score;
      moves[j] = move;
    }
    above.swap(row);
  }
  best_end_ =
      whole_
          ? m
          : static_cast<std::size_t>(std::max_element(above.begin(), above.end()) - above.begin());
}

Alignment Aligner::trace() const {
  const std::size_t m = end_ - begin_;
  std::vector<AlignedPair> way;
  std::size_t i = quote_.words.size(), j = best_end_;
  while (i > 0 || (whole_ && j > 0)) {
    const AlignMove move = moves_[i * (m + 1) + j];
    if (move == AlignMove::both) {
      way.push_back({--i, begin_ + --j});
    } else if (move == AlignMove::quote_only) {
      way.push_back({--i, none});
    } else {
      way.push_back({none, begin_ + --j});
    }
  }
  std::reverse(way.begin(), way.end());
  return measured(way);
}

Alignment Aligner::measured(const std::vector<AlignedPair>& way) const {
  Alignment out;
  std::size_t span = 0, at = 0;  // `at`: the next word of the quotation.
  bool any = false;
  std::vector<AlignedPair> shown;
  for (const AlignedPair& step : way) {
    if (step.quote == none && skip_cost(at, step.source) == 0) continue;
    if (step.quote != none) at = step.quote + 1;
    if (step.source != none) {
      const auto word = static_cast<std::uint32_t>(step.source);
      if (!any) out.first = word;
      out.last = word;
      any = true;
      ++span;
    }
    if (step.quote != none && step.source != none && same(step.quote, step.source)) {
      ++out.common;
    }
    shown.push_back(step);
  }
  const std::size_t longer = std::max(span, quote_.words.size());
  out.similarity = static_cast<double>(out.common) / static_cast<double>(longer);
  out.diff = diff_of(shown);
  return out;
}

std::string Aligner::quoted(std::size_t first, std::size_t last) const {
  const auto begin = quote_.words[first].place.begin;
  return std::string(quote_.text.substr(begin, quote_.words[last].place.end - begin));
}

std::string Aligner::sourced(std::size_t first, std::size_t last) const {
  std::string out;
  for (std::size_t i = first; i <= last;) {
    std::size_t end = i;
    const auto text = source_.words[i].text;
    while (end < last && source_.words[end + 1].text == text) ++end;
    const auto begin = source_.words[i].place.begin;
    if (!out.empty()) out += ' ';
    out += source_.texts[text].text.substr(begin, source_.words[end].place.end - begin);
    i = end + 1;
  }
  return out;
}

std::vector<DiffRun> Aligner::diff_of(const std::vector<AlignedPair>& way) const {
  std::vector<DiffRun> out;
  for (std::size_t i = 0; i < way.size();) {
    const auto is_same = [&](const AlignedPair& step) {
      return step.quote != none && step.source != none && same(step.quote, step.source);
    };
    const bool common = is_same(way[i]);
    std::size_t first_quote = none, last_quote = none, first_source = none, last_source = none;
    for (; i < way.size() && is_same(way[i]) == common; ++i) {
      if (way[i].quote != none) {
        if (first_quote == none) first_quote = way[i].quote;
        last_quote = way[i].quote;
      }
      if (way[i].source != none) {
        if (first_source == none) first_source = way[i].source;
        last_source = way[i].source;
      }
    }
    if (common) {
      out.push_back({DiffKind::same, quoted(first_quote, last_quote)});
      continue;
    }
    if (first_source != none) {
      out.push_back({DiffKind::source, sourced(first_source, last_source)});
    }
    if (first_quote != none) out.push_back({DiffKind::quotation, quoted(first_quote, last_quote)});
  }
  return out;
}

}  // namespace

Alignment align(const QuoteRow& quote, const ProvisionRow& source, AlignExtent extent) {
  return Aligner(quote, source, extent).run();
}

}  // namespace pinlex
