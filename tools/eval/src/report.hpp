// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "comparison.hpp"
#include "latency.hpp"
#include "measures.hpp"

#include <pinlex/base/result.hpp>

#include <string>
#include <vector>

namespace pinlex {

/// Tables for people. What comes from a file is made harmless for a terminal.
std::string scores_to_text(const RunScores& scores, bool per_topic);
/// Of each topic nDCG@10 alone.
std::string comparison_to_text(const RunScores& a, const RunScores& b);
std::string timings_to_text(const std::vector<TopicTiming>& timings);
std::string times_to_text(const RunTimes& times);
/// Of two runs, A and B.
std::string times_to_text(const RunTimes& a, const RunTimes& b);

/// What timings_to_json wrote into a file; fails with Code::usage for anything else.
Result<RunTimes> times_from_json(const std::string& json, const std::string& file);

/// `pinlex.eval-score/1`, `pinlex.eval-compare/1` and `pinlex.eval-run/1`, with a newline at the
/// end. The times of one run, or of two, are added where they are given.
std::string scores_to_json(const RunScores& scores, bool per_topic,
                           const std::vector<RunTimes>& times = {});
std::string comparison_to_json(const RunScores& a, const RunScores& b,
                               const std::vector<RunTimes>& times = {});
std::string timings_to_json(const std::vector<TopicTiming>& timings);

}  // namespace pinlex
