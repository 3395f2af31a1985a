// SPDX-License-Identifier: GPL-2.0-or-later
#include "filter.hpp"
#include "image.hpp"

#include <pinlex/thesaurus/concept_finder.hpp>

#include <algorithm>
#include <tuple>

namespace pinlex {
namespace {

/// A match before overlaps of one concept are settled.
struct Candidate {
  ConceptMatch match;
  std::uint32_t words = 0;  ///< Of the pattern, without what a gap let in.
};

bool better(const Candidate& a, const Candidate& b) {
  const auto key = [](const Candidate& c) {
    return std::tuple(c.match.number, UINT32_MAX - c.words, c.match.last - c.match.first,
                      c.match.first, c.match.wording);
  };
  return key(a) < key(b);
}

/// What is not known yet of a token.
constexpr std::uint32_t unread = UINT32_MAX;

}  // namespace

struct ConceptFinder::Impl {
  std::shared_ptr<const ThesaurusImage> image;
  StemFilter filter;  ///< Empty where the language has no phrase.
  RowRange slots;
  const std::vector<Token>* tokens = nullptr;
  std::vector<std::uint32_t> hashes;  ///< Of the tokens, quick ones.
  std::vector<std::uint32_t> starts;  ///< Tokens at which a phrase may begin.
  std::vector<std::uint32_t>
      stems;  ///< Of the tokens: number + 1, 0 for one of no phrase, or unread.
  std::vector<Candidate> candidates;
  std::vector<std::uint32_t> taken;  ///< Of the tokens: the last concept that took it, + 1.

  bool may_begin(std::size_t token) const;
  void choose_starts();
  std::uint32_t number_of(std::string_view stem) const;
  std::uint32_t stem_at(std::uint32_t token);
  bool has_gap(RowRange patterns, std::uint32_t depth) const;
  RowRange narrowed(RowRange patterns, std::uint32_t depth, std::uint32_t element) const;
  void look(RowRange patterns, std::uint32_t depth, std::uint32_t start, std::uint32_t next);
  bool take(const ConceptMatch& match);
};

/// Whether a first word that is loose is a phrase, or the second word of one stands behind a gap.
bool ConceptFinder::Impl::may_begin(std::size_t token) const {
  const auto end = std::min<std::size_t>(hashes.size(), token + longest_gap + 2);
  std::uint32_t any = filter.passes(alone_key(hashes[token]));
  for (std::size_t i = token + 1; i < end; ++i) {
    any |= filter.passes(pair_key(hashes[token], hashes[i], true));
  }
  return any != 0;
}

/// The tokens at which a phrase may begin.
void ConceptFinder::Impl::choose_starts() {
  hashes.clear();
  for (const Token& token : *tokens) hashes.push_back(quick_hash(token.stem));
  starts.clear();
  const StemFilter quick = filter;  // Here, so that no write can be thought to change it.
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    const std::uint32_t second = i + 1 < hashes.size() ? hashes[i + 1] : 0;
    const std::uint32_t pair = quick.passes(pair_key(hashes[i], second, false));
    if ((pair | quick.passes(loose_key(hashes[i]))) == 0) continue;
    if (pair != 0 || may_begin(i)) starts.push_back(static_cast<std::uint32_t>(i));
  }
}

std::uint32_t ConceptFinder::Impl::number_of(std::string_view stem) const {
  const std::uint32_t hash = stem_hash(stem);
  const std::uint32_t mask = slots.end - slots.begin - 1;
  for (std::uint32_t i = hash & mask;; i = (i + 1) & mask) {
    const std::uint32_t found = image->at(ImageTable::slots, slots.begin + i, slot_stem);
    if (found == 0) return 0;
    if (image->at(ImageTable::slots, slots.begin + i, slot_hash) == hash &&
        image->string(image->at(ImageTable::stems, found - 1, stem_word)) == stem) {
      return found;
    }
  }
}

std::uint32_t ConceptFinder::Impl::stem_at(std::uint32_t token) {
  if (stems[token] == unread) stems[token] = number_of((*tokens)[token].stem);
  return stems[token];
}

/// Those of the patterns, which agree up to `depth`, that have this element there.
RowRange ConceptFinder::Impl::narrowed(RowRange patterns, std::uint32_t depth,
                                       std::uint32_t element) const {
  const auto bound = [&](std::uint32_t low, auto&& before) {
    for (std::uint32_t high = patterns.end; low < high;) {
      const std::uint32_t middle = low + (high - low) / 2;
      const RowRange range = image->owned(ImageTable::patterns, middle, pattern_elements);
      // One that ends here stands before those that go on.
      const bool ends = range.end - range.begin <= depth;
      if (ends || before(image->at(ImageTable::elements, range.begin + depth))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  };
  const std::uint32_t begin = bound(patterns.begin, [&](auto other) { return other < element; });
  if (begin == patterns.end) return {begin, begin};
  return {begin, bound(begin, [&](auto other) { return other <= element; })};
}

/// Whether any of the patterns, which agree up to `depth`, has a gap there: such come last.
bool ConceptFinder::Impl::has_gap(RowRange patterns, std::uint32_t depth) const {
  const RowRange last = image->owned(ImageTable::patterns, patterns.end - 1, pattern_elements);
  return last.end - last.begin > depth &&
         (image->at(ImageTable::elements, last.begin + depth) & gap_bit) != 0;
}

/// All patterns that agree with the tokens from `start` to before `next`; `depth` of their elements
/// are used up. It goes down one element at a time, so at most most_words deep, and at each gap, of
/// which a pattern has at most most_gaps, into longest_gap + 1 branches.
void ConceptFinder::Impl::look(RowRange patterns, std::uint32_t depth, std::uint32_t start,
                               std::uint32_t next) {
  const RowRange first = image->owned(ImageTable::patterns, patterns.begin, pattern_elements);
  if (first.end - first.begin == depth) {
    const std::uint32_t number = image->at(ImageTable::patterns, patterns.begin, pattern_concept);
    const auto wording =
        static_cast<Wording>(image->at(ImageTable::patterns, patterns.begin, pattern_wording));
    candidates.push_back({{number, wording, start, next - 1}, depth});
    if (++patterns.begin == patterns.end) return;
  }
  const auto follow = [&](std::uint32_t token, std::uint32_t gap) {
    const std::uint32_t stem = stem_at(token);
    if (stem == 0) return;
    const RowRange rest = narrowed(patterns, depth, (stem - 1) | gap);
    if (rest.begin < rest.end) look(rest, depth + 1, start, token + 1);
  };
  const auto end = static_cast<std::uint32_t>(
      std::min<std::size_t>(stems.size(), std::size_t{next} + longest_gap + 1));
  if (next < end) follow(next, 0);
  if (!has_gap(patterns, depth)) return;
  for (std::uint32_t token = next; token < end; ++token) follow(token, gap_bit);
}

/// Whether no better match of the concept has one of these tokens. Those of one concept come one
/// after the other.
bool ConceptFinder::Impl::take(const ConceptMatch& match) {
  const auto begin = taken.begin() + match.first;
  const auto end = taken.begin() + match.last + 1;
  if (std::find(begin, end, match.number + 1) != end) return false;
  std::fill(begin, end, match.number + 1);
  return true;
}

ConceptFinder::ConceptFinder(const CompiledThesaurus& thesaurus, std::string_view language)
    : impl_(std::make_unique<Impl>()) {
  impl_->image = thesaurus.image_;
  const ThesaurusImage& image = *impl_->image;
  for (std::uint32_t row = 0; row < image.rows(ImageTable::languages); ++row) {
    if (image.string(image.at(ImageTable::languages, row, language_code)) == language) {
      const RowRange filter = image.owned(ImageTable::languages, row, language_filter);
      impl_->filter = {image.row(ImageTable::filters, filter.begin), filter.end - filter.begin};
      impl_->slots = image.owned(ImageTable::languages, row, language_slots);
    }
  }
}

ConceptFinder::~ConceptFinder() = default;
ConceptFinder::ConceptFinder(ConceptFinder&&) noexcept = default;
ConceptFinder& ConceptFinder::operator=(ConceptFinder&&) noexcept = default;

void ConceptFinder::find(const std::vector<Token>& tokens, std::vector<ConceptMatch>& out) {
  Impl& impl = *impl_;
  if (impl.filter.is_empty()) return;
  impl.tokens = &tokens;
  impl.choose_starts();
  if (impl.starts.empty()) return;
  impl.candidates.clear();
  impl.stems.assign(tokens.size(), unread);
  for (const std::uint32_t start : impl.starts) {
    const std::uint32_t stem = impl.stem_at(start);
    if (stem == 0) continue;
    const RowRange patterns = impl.image->owned(ImageTable::stems, stem - 1, stem_patterns);
    if (patterns.begin < patterns.end) impl.look(patterns, 1, start, start + 1);
  }
  if (impl.candidates.empty()) return;
  std::sort(impl.candidates.begin(), impl.candidates.end(), better);
  impl.taken.assign(tokens.size(), 0);
  const auto added = static_cast<std::ptrdiff_t>(out.size());
  for (const Candidate& one : impl.candidates) {
    if (impl.take(one.match)) out.push_back(one.match);
  }
  std::sort(out.begin() + added, out.end(), [](const ConceptMatch& a, const ConceptMatch& b) {
    return std::tie(a.first, a.last, a.number) < std::tie(b.first, b.last, b.number);
  });
}

}  // namespace pinlex
