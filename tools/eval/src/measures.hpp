// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "trec.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A measure of how well a ranked list answers a topic, from 0 to 1.
struct MeasureName {
  std::string_view label;  ///< For people.
  std::string_view key;    ///< In JSON.
};

/// Where `min_grade` decides what is relevant: MRR, R@10 (of at most ten), R@100 and MAP. nDCG has
/// the gain 2^grade - 1. judged@10 is the share of the first ten that anybody has judged; condensed
/// nDCG leaves out what nobody has.
inline constexpr std::array<MeasureName, 7> measures{{{"nDCG@10", "ndcg_10"},
                                                      {"MRR", "mrr"},
                                                      {"R@10", "recall_10"},
                                                      {"R@100", "recall_100"},
                                                      {"MAP", "map"},
                                                      {"judged@10", "judged_10"},
                                                      {"condensed", "condensed_ndcg_10"}}};

/// A value for each of `measures`.
using Scores = std::array<double, measures.size()>;

struct TopicScores {
  std::string topic;
  Scores scores{};
};

struct RunScores {
  std::vector<TopicScores> topics;      ///< In the order of their ids.
  Scores mean{};                        ///< Over `topics`.
  std::vector<std::string> unanswered;  ///< Of them, those without a line in the run: 0 throughout.
  std::vector<std::string> left_out;    ///< Topics without a relevant article: no part of the mean.
  std::vector<std::string> unjudged;    ///< Topics of the run that the qrels do not have: ignored.
};

/// Scores a run. Fails with Code::usage where no topic has an article of `min_grade` or more.
Result<RunScores> score(const Qrels& qrels, const TrecRun& run, int min_grade);

}  // namespace pinlex
