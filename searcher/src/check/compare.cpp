// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/compare.hpp"

#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <string>

namespace pinlex {
namespace {

/// Steps of the comparison of one quotation with one provision.
constexpr std::size_t most_steps = 500'000;
/// How many words an insertion may stand for.
constexpr std::uint32_t longest_insertion = 12;
/// Into how many pieces a word may be parted by spaces and hyphens.
constexpr std::uint32_t most_pieces = 4;
/// How many letters brackets may stand for in a word.
constexpr std::size_t most_letters = 4;

bool only_space_and_hyphens(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (!is_space(c) && c != '-' && c != 0xAD && !(c >= 0x2010 && c <= 0x2013)) return false;
  }
  return true;
}

class WholeFinder {
 public:
  WholeFinder(const QuoteRow& quote, const ProvisionRow& source) : quote_(quote), source_(source) {
    for (std::uint32_t i = 0; i < quote.words.size(); ++i) {
      if (i > 0 && quote.parts[i].before == QuoteGap::omission) fragments_.push_back(i);
    }
    fragments_.push_back(static_cast<std::uint32_t>(quote.words.size()));
  }

  void find(const std::function<bool(WholeMatch)>& found) {
    if (quote_.words.empty()) return;
    const auto words = static_cast<std::uint32_t>(source_.words.size());
    for (std::uint32_t at = 0; at < words && steps_ < most_steps && !exhausted_; ++at) {
      if (may_begin(at) && match_at(at) && !found(match_)) return;
    }
  }

 private:
  /// Where a comparison goes on after it failed elsewhere.
  struct Branch {
    std::uint32_t quote, source;
    std::size_t pairs;
    bool left_out, gap_done;
  };

  bool may_begin(std::uint32_t at) const {
    const std::string_view mine = quote_.words[0].bare, other = source_.words[at].bare;
    return quote_.parts[0].in_part ? same_word(quote_, 0, source_.words[at])
                                   : mine.starts_with(other) || other.starts_with(mine);
  }

  bool match_at(std::uint32_t at);
  bool fragment(std::uint32_t begin, std::uint32_t end, std::uint32_t& at);
  bool join(std::uint32_t quote, std::uint32_t source, std::uint32_t quote_end, WordPair& out);
  bool quote_joins(std::uint32_t word) const;
  bool source_joins(std::uint32_t word) const;

  const QuoteRow& quote_;
  const ProvisionRow& source_;
  std::vector<std::uint32_t> fragments_;  ///< Where each ends.
  std::vector<Branch> branches_;
  WholeMatch match_;
  std::size_t steps_ = 0;
  bool exhausted_ =
      false;  ///< What follows an omission stands nowhere behind; nor for later begins.
};

bool WholeFinder::match_at(std::uint32_t at) {
  match_ = {};
  std::uint32_t begin = 0;
  for (const std::uint32_t end : fragments_) {
    if (begin == 0) {
      if (!fragment(begin, end, at)) return false;
    } else {
      while (at < source_.words.size() && !fragment(begin, end, at)) ++at;
      if (match_.pairs.back().quote_end != end) {
        exhausted_ = true;
        return false;
      }
    }
    begin = end;
  }
  return true;
}

/// Whether two neighbours may be one word: nothing but spaces and hyphens parts them.
bool WholeFinder::quote_joins(std::uint32_t word) const {
  if (quote_.parts[word].before != QuoteGap::none || quote_.parts[word].in_part) return false;
  const auto begin = quote_.words[word - 1].place.end, end = quote_.words[word].place.begin;
  return only_space_and_hyphens(quote_.text.substr(begin, end - begin));
}

bool WholeFinder::source_joins(std::uint32_t word) const {
  const RowWord &before = source_.words[word - 1], &behind = source_.words[word];
  if (before.text != behind.text) return false;
  return only_space_and_hyphens(source_.texts[before.text].text.substr(
      before.place.end, behind.place.begin - before.place.end));
}

bool WholeFinder::join(std::uint32_t quote, std::uint32_t source, std::uint32_t quote_end,
                       WordPair& out) {
  std::string mine(quote_.words[quote].bare), other(source_.words[source].bare);
  out = {quote, quote + 1, source, source + 1};
  for (std::uint32_t pieces = 1; mine != other; ++pieces) {
    if (pieces > 2 * most_pieces) return false;
    if (mine.size() < other.size()) {
      if (!std::string_view(other).starts_with(mine)) return false;
      if (out.quote_end == quote_end || !quote_joins(out.quote_end)) return false;
      mine += quote_.words[out.quote_end++].bare;
    } else {
      if (!std::string_view(mine).starts_with(other)) return false;
      if (out.source_end == source_.words.size() || !source_joins(out.source_end)) return false;
      other += source_.words[out.source_end++].bare;
    }
  }
  return true;
}

/// Compares the words [begin, end) of the quotation with the source from `at`, which moves behind
/// them; nothing changes where it fails.
bool WholeFinder::fragment(std::uint32_t begin, std::uint32_t end, std::uint32_t& at) {
  const std::size_t kept = match_.pairs.size();
  branches_.clear();
  Branch now{begin, at, match_.pairs.size(), match_.left_numbers_out, true};
  while (now.quote < end) {
    bool stuck = ++steps_ > most_steps || now.source >= source_.words.size();
    if (!stuck) {
      if (!now.gap_done && quote_.parts[now.quote].before == QuoteGap::insertion) {
        for (std::uint32_t k = longest_insertion; k > 0; --k) {
          branches_.push_back({now.quote, now.source + k, now.pairs, now.left_out, true});
        }
      }
      now.gap_done = true;
      const RowWord& word = source_.words[now.source];
      const bool beside = source_.is_beside(word) && now.pairs > 0 && now.quote > begin;
      const Branch skipped{now.quote, now.source + 1, now.pairs, true, true};
      WordPair pair{now.quote, now.quote + 1, now.source, now.source + 1};
      if (same_word(quote_, now.quote, word) || join(now.quote, now.source, end, pair)) {
        if (beside) branches_.push_back(skipped);
        match_.pairs.resize(now.pairs);
        match_.pairs.push_back(pair);
        now = {pair.quote_end, pair.source_end, now.pairs + 1, now.left_out, false};
      } else if (beside) {
        now = skipped;
      } else {
        stuck = true;
      }
    }
    if (!stuck) continue;
    if (branches_.empty() || steps_ > most_steps) {
      match_.pairs.resize(kept);
      return false;
    }
    now = branches_.back();
    branches_.pop_back();
  }
  match_.pairs.resize(now.pairs);
  match_.left_numbers_out = now.left_out;
  at = now.source;
  return true;
}

}  // namespace

bool same_word(const QuoteRow& quote, std::size_t word, const RowWord& source) {
  const RowWord& mine = quote.words[word];
  if (mine.bare == source.bare) return true;
  const QuoteRow::Part& part = quote.parts[word];
  const std::size_t outside = part.head.size() + part.tail.size();
  return outside >= 2 && source.folded.size() >= outside &&
         source.folded.size() <= outside + most_letters && source.folded.starts_with(part.head) &&
         source.folded.ends_with(part.tail);
}

void find_whole(const QuoteRow& quote, const ProvisionRow& source,
                const std::function<bool(WholeMatch)>& found) {
  WholeFinder(quote, source).find(found);
}

}  // namespace pinlex
