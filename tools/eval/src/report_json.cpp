// SPDX-License-Identifier: GPL-2.0-or-later
#include "report.hpp"

#include <nlohmann/json.hpp>

namespace pinlex {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json scores_of(const Scores& scores) {
  Json out = Json::object();
  for (std::size_t m = 0; m < measures.size(); ++m) out[std::string(measures[m].key)] = scores[m];
  return out;
}

Json percentiles_of(const Percentiles& values) {
  return {{"p50", values.p50}, {"p95", values.p95}, {"p99", values.p99}};
}

}  // namespace

std::string scores_to_json(const RunScores& scores, bool per_topic) {
  Json out{{"schema", "pinlex.eval-score/1"},
           {"topics", scores.topics.size()},
           {"mean", scores_of(scores.mean)}};
  if (per_topic) {
    Json& topics = out["per_topic"] = Json::object();
    for (const TopicScores& one : scores.topics) topics[one.topic] = scores_of(one.scores);
  }
  out["unanswered"] = scores.unanswered;
  out["left_out"] = scores.left_out;
  out["unjudged"] = scores.unjudged;
  return text_of(out);
}

std::string comparison_to_json(const RunScores& a, const RunScores& b) {
  Json out{{"schema", "pinlex.eval-compare/1"}, {"topics", a.topics.size()}};
  const auto comparisons = compare(a, b);
  for (std::size_t m = 0; m < measures.size(); ++m) {
    const MeasureComparison& one = comparisons[m];
    out["measures"][std::string(measures[m].key)] = {{"a", one.a},
                                                     {"b", one.b},
                                                     {"better", one.better},
                                                     {"worse", one.worse},
                                                     {"equal", one.equal},
                                                     {"p", one.test.p},
                                                     {"permutations", one.test.permutations},
                                                     {"exact", one.test.exact}};
  }
  out["seed"] = permutation_seed;
  Json& topics = out["per_topic"] = Json::object();
  for (std::size_t i = 0; i < a.topics.size(); ++i) {
    topics[a.topics[i].topic] = {{"a", scores_of(a.topics[i].scores)},
                                 {"b", scores_of(b.topics[i].scores)}};
  }
  out["unanswered_a"] = a.unanswered;
  out["unanswered_b"] = b.unanswered;
  out["left_out"] = a.left_out;
  return text_of(out);
}

std::string timings_to_json(const std::vector<TopicTiming>& timings) {
  Json out{{"schema", "pinlex.eval-run/1"},
           {"cpu_ms", percentiles_of(cpu_percentiles(timings))},
           {"wall_ms", percentiles_of(wall_percentiles(timings))},
           {"topics", Json::array()}};
  for (const TopicTiming& one : timings) {
    out["topics"].push_back({{"topic", one.topic},
                             {"read_as", one.read_as},
                             {"hits", one.hits},
                             {"cpu_ms", one.cpu},
                             {"wall_ms", one.wall}});
  }
  return text_of(out);
}

}  // namespace pinlex
