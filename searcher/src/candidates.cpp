// SPDX-License-Identifier: GPL-2.0-or-later
#include "candidates.hpp"

#include "ranking.hpp"

#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <tuple>

namespace pinlex {
namespace {

/// How many of the sorted candidates stand whatever was not fetched: all whose score is above that
/// of the last, for more with the last one's score may follow.
std::size_t settled(const std::vector<Candidate>& sorted) {
  const double last = sorted.back().score;
  const auto tie = std::find_if(sorted.begin(), sorted.end(),
                                [&](const Candidate& c) { return c.score <= last; });
  return static_cast<std::size_t>(tie - sorted.begin());
}

}  // namespace

bool comes_before(const Candidate& a, const Candidate& b) {
  return std::tie(b.score, a.order, a.index, a.document) <
         std::tie(a.score, b.order, b.index, b.document);
}

Ranking rank(const Session& session, std::uint32_t index, const Xapian::Query& query,
             std::uint32_t wanted) {
  const auto slot = static_cast<Xapian::valueno>(info(Field::order).slot);
  Xapian::Enquire enquire(session.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BM25Weight(bm25_k1, 0, 1, bm25_b, bm25_min_normlen));
  enquire.set_sort_by_relevance_then_value(slot, false);
  const std::uint64_t all = session.database().get_doccount();
  for (std::uint64_t fetch = std::min<std::uint64_t>(wanted, all) + 10;; fetch *= 4) {
    const auto most = static_cast<Xapian::doccount>(std::min(fetch, all));
    const Xapian::MSet set = enquire.get_mset(0, most, counted_exactly);
    Ranking ranking;
    ranking.total = {set.get_matches_lower_bound(),
                     set.get_matches_lower_bound() == set.get_matches_upper_bound()};
    for (auto item = set.begin(); item != set.end(); ++item) {
      ranking.best.push_back({rounded_score(item.get_weight()), item.get_sort_key(), index, *item});
    }
    ranking.complete = set.size() < fetch;
    std::sort(ranking.best.begin(), ranking.best.end(), comes_before);
    // Without weights the values alone decided, and exactly.
    if (ranking.complete || set.get_max_possible() == 0) return ranking;
    ranking.best.resize(settled(ranking.best));
    if (ranking.best.size() >= wanted) return ranking;
  }
}

}  // namespace pinlex
