// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/standing.hpp"

#include "hit.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace pinlex {
namespace {

/// Places of one provision that are compared.
constexpr std::size_t most_places = 50;

/// A run of words of the source that stand behind each other.
struct WordRun {
  std::uint32_t first, last;
};

/// The smallest provision that holds all words from one to another.
std::string holder_of(const LoadedProvision& provision, WordRun words) {
  const ProvisionRow& row = provision.row;
  std::string_view common = row.texts[row.words[words.first].text].eid;
  for (auto text = row.words[words.first].text; text <= row.words[words.last].text; ++text) {
    while (!common.empty() && !is_within(row.texts[text].eid, common)) common = parent_eid(common);
  }
  return common.empty() ? provision.parts.front().passage.eid : std::string(common);
}

bool is_cited(const LoadedProvision& provision, const std::string& eid,
              const JudgedCitation* cited) {
  if (cited == nullptr || provision.version.record->version.instrument != cited->instrument) {
    return false;
  }
  const auto& ancestors = provision.parts.front().passage.ancestors;
  return std::any_of(cited->eids.begin(), cited->eids.end(), [&](const std::string& one) {
    return is_within(eid, one) || std::any_of(ancestors.begin(), ancestors.end(),
                                              [&](const Ancestor& a) { return a.eid == one; });
  });
}

Standing standing_at(const std::shared_ptr<const LoadedProvision>& provision, const QuoteRow& quote,
                     WordRun words, const JudgedCitation* cited) {
  Standing out;
  out.in = provision;
  out.quote = &quote;
  out.eid = holder_of(*provision, words);
  out.in_cited = is_cited(*provision, out.eid, cited);
  out.of_cited_instrument =
      cited != nullptr && provision->version.record->version.instrument == cited->instrument;
  return out;
}

bool is_law(Kind kind) { return kind <= Kind::decision; }

std::vector<WordRun> runs_of(const Standing& standing) {
  if (standing.match.pairs.empty()) {
    return {{standing.alignment.first, standing.alignment.last}};
  }
  std::vector<WordRun> runs;
  for (const WordPair& pair : standing.match.pairs) {
    const bool cut = standing.quote->parts[pair.quote].before == QuoteGap::omission;
    if (runs.empty() || (cut && pair.source > runs.back().last + 1)) {
      runs.push_back({pair.source, pair.source_end - 1});
    }
    runs.back().last = pair.source_end - 1;
  }
  return runs;
}

void add_run(QuotedPlace& place, const ProvisionRow& row, WordRun run) {
  const RowWord &first = row.words[run.first], &last = row.words[run.last];
  if (!place.text.empty()) place.text += " […] ";
  for (auto index = first.text; index <= last.text; ++index) {
    const RowText& text = row.texts[index];
    const std::uint32_t begin = index == first.text ? first.place.begin : 0;
    const std::uint32_t end =
        index == last.text ? last.place.end : static_cast<std::uint32_t>(text.text.size());
    if (index > first.text) place.text += ' ';
    place.text += text.text.substr(begin, end - begin);
    const SourceRange source =
        text.mapped == nullptr ? text.source : text.mapped->source_of(begin, end);
    place.provenance.range = hull(place.provenance.range, source);
  }
}

}  // namespace

std::optional<Standing> standing_in(const std::shared_ptr<const LoadedProvision>& provision,
                                    const QuoteRow& quote, const JudgedCitation* cited) {
  std::optional<Standing> best;
  std::size_t seen = 0;
  const bool has_omission =
      std::any_of(quote.parts.begin(), quote.parts.end(),
                  [](const QuoteRow::Part& part) { return part.before == QuoteGap::omission; });
  find_whole(quote, provision->row, [&](WholeMatch match) {
    Standing one = standing_at(provision, quote, {match.first(), match.last()}, cited);
    one.differences = differences(quote, provision->row, match);
    one.match = std::move(match);
    const auto rank = [](const Standing& s) {
      // Of what an omission leaves open, the shortest stretch is meant.
      return std::make_tuple(!s.in_cited, s.differences.size(), s.match.last() - s.match.first());
    };
    if (!best || rank(one) < rank(*best)) best = std::move(one);
    const bool perfect = best->differences.empty() && (cited == nullptr || best->in_cited);
    return (has_omission || !perfect) && ++seen < most_places;
  });
  return best;
}

std::optional<Standing> likeness_in(const std::shared_ptr<const LoadedProvision>& provision,
                                    const QuoteRow& quote, const JudgedCitation* cited) {
  Alignment alignment = align(quote, provision->row);
  if (alignment.similarity < altered_from || alignment.common < min_quotation_words) {
    return std::nullopt;
  }
  Standing out = standing_at(provision, quote, {alignment.first, alignment.last}, cited);
  out.alignment = std::move(alignment);
  return out;
}

bool stands_better(const Standing& a, const Standing& b) {
  const auto rank = [](const Standing& s) {
    const Version& of = s.in->version.record->version;
    const bool digest = s.in->is_digest();
    return std::make_tuple(!s.in_cited || digest, digest, !s.of_cited_instrument, !is_law(of.kind),
                           !s.differences.empty(), of.edition, of.kind, s.order);
  };
  return rank(a) < rank(b);
}

bool is_more_alike(const Standing& a, const Standing& b) {
  const auto rank = [](const Standing& s) {
    return std::make_tuple(s.in->is_digest(), -s.alignment.similarity, !s.in_cited,
                           !s.of_cited_instrument, s.in->version.record->version.kind, s.order);
  };
  return rank(a) < rank(b);
}

QuotedPlace place_of(const Standing& standing) {
  const LoadedProvision& in = *standing.in;
  const std::uint32_t first =
      standing.match.pairs.empty() ? standing.alignment.first : standing.match.first();
  const std::uint32_t part = in.row.texts[in.row.words[first].text].part;
  const Hit hit = hit_of(*in.version.record, in.parts[part], standing.eid);
  QuotedPlace place{hit.pinpoint, hit.citation, hit.instrument, hit.kind, hit.language,
                    hit.edition,  {},           hit.provenance};
  for (const WordRun& run : runs_of(standing)) add_run(place, in.row, run);
  return place;
}

}  // namespace pinlex
