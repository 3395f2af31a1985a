// SPDX-License-Identifier: GPL-2.0-or-later
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

}  // namespace

struct ConceptFinder::Impl {
  std::shared_ptr<const ThesaurusImage> image;
  RowRange slots;
  std::vector<std::uint32_t> stems;  ///< Of the tokens: number + 1, or 0 for one of no phrase.
  std::vector<Candidate> candidates;
  std::vector<std::uint32_t> taken;  ///< Of the tokens: the last concept that took it, + 1.

  std::uint32_t number_of(std::string_view stem) const;
  RowRange narrowed(RowRange patterns, std::uint32_t depth, std::uint32_t element) const;
  void look(RowRange patterns, std::uint32_t depth, std::uint32_t start, std::uint32_t next);
  bool take(const ConceptMatch& match);
};

/// Whether no better match of the concept has one of these tokens. Those of one concept come one
/// after the other.
bool ConceptFinder::Impl::take(const ConceptMatch& match) {
  const auto begin = taken.begin() + match.first;
  const auto end = taken.begin() + match.last + 1;
  if (std::find(begin, end, match.number + 1) != end) return false;
  std::fill(begin, end, match.number + 1);
  return true;
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
  return {begin, bound(begin, [&](auto other) { return other <= element; })};
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
  for (std::uint32_t gap = 0; gap <= longest_gap && next + gap < stems.size(); ++gap) {
    const std::uint32_t stem = stems[next + gap];
    if (stem == 0) continue;
    if (gap == 0) {
      const RowRange rest = narrowed(patterns, depth, 2 * (stem - 1));
      if (rest.begin < rest.end) look(rest, depth + 1, start, next + 1);
    }
    const RowRange rest = narrowed(patterns, depth, 2 * (stem - 1) + 1);
    if (rest.begin < rest.end) look(rest, depth + 1, start, next + gap + 1);
  }
}

ConceptFinder::ConceptFinder(const CompiledThesaurus& thesaurus, std::string_view language)
    : impl_(std::make_unique<Impl>()) {
  impl_->image = thesaurus.image_;
  const ThesaurusImage& image = *impl_->image;
  for (std::uint32_t row = 0; row < image.rows(ImageTable::languages); ++row) {
    if (image.string(image.at(ImageTable::languages, row, language_code)) == language) {
      impl_->slots = image.owned(ImageTable::languages, row, language_slots);
    }
  }
}

ConceptFinder::~ConceptFinder() = default;
ConceptFinder::ConceptFinder(ConceptFinder&&) noexcept = default;
ConceptFinder& ConceptFinder::operator=(ConceptFinder&&) noexcept = default;

void ConceptFinder::find(const std::vector<Token>& tokens, std::vector<ConceptMatch>& out) {
  Impl& impl = *impl_;
  if (impl.slots.begin == impl.slots.end) return;
  impl.stems.clear();
  for (const Token& token : tokens) impl.stems.push_back(impl.number_of(token.stem));
  impl.candidates.clear();
  for (std::uint32_t i = 0; i < impl.stems.size(); ++i) {
    if (impl.stems[i] == 0) continue;
    const RowRange patterns =
        impl.image->owned(ImageTable::stems, impl.stems[i] - 1, stem_patterns);
    if (patterns.begin < patterns.end) impl.look(patterns, 1, i, i + 1);
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
