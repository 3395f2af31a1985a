// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "comparison.hpp"
#include "latency.hpp"
#include "measures.hpp"

#include <string>
#include <vector>

namespace pinlex {

/// Tables for people. What comes from a file is made harmless for a terminal.
std::string scores_to_text(const RunScores& scores, bool per_topic);
/// Of each topic nDCG@10 alone.
std::string comparison_to_text(const RunScores& a, const RunScores& b);
std::string timings_to_text(const std::vector<TopicTiming>& timings);

/// `pinlex.eval-score/1`, `pinlex.eval-compare/1` and `pinlex.eval-run/1`, with a newline at the
/// end.
std::string scores_to_json(const RunScores& scores, bool per_topic);
std::string comparison_to_json(const RunScores& a, const RunScores& b);
std::string timings_to_json(const std::vector<TopicTiming>& timings);

}  // namespace pinlex
