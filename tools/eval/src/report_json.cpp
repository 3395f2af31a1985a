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

Percentiles percentiles_from(const Json& json) {
  return {json.at("p50").get<double>(), json.at("p95").get<double>(), json.at("p99").get<double>()};
}

constexpr const char* run_schema = "pinlex.eval-run/1";

}  // namespace

Result<RunTimes> times_from_json(const std::string& json, const std::string& file) {
  const auto no_report = [&] {
    return fail(Code::usage, file + ": is no report of a run",
                "`pinlex-eval run --report FILE` writes one");
  };
  const Json report = Json::parse(json, nullptr, false);
  if (!report.is_object() || report.value("schema", Json()) != run_schema) return no_report();
  try {
    return RunTimes{percentiles_from(report.at("cpu_ms")), percentiles_from(report.at("wall_ms"))};
  } catch (const Json::exception&) {
    return no_report();
  }
}

std::string scores_to_json(const RunScores& scores, bool per_topic,
                           const std::vector<RunTimes>& times) {
  Json out{{"schema", "pinlex.eval-score/1"},
           {"topics", scores.topics.size()},
           {"mean", scores_of(scores.mean)}};
  if (!times.empty()) {
    out["cpu_ms"] = percentiles_of(times[0].cpu);
    out["wall_ms"] = percentiles_of(times[0].wall);
  }
  if (per_topic) {
    Json& topics = out["per_topic"] = Json::object();
    for (const TopicScores& one : scores.topics) topics[one.topic] = scores_of(one.scores);
  }
  out["unanswered"] = scores.unanswered;
  out["left_out"] = scores.left_out;
  out["unjudged"] = scores.unjudged;
  return text_of(out);
}

std::string comparison_to_json(const RunScores& a, const RunScores& b,
                               const std::vector<RunTimes>& times) {
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
  for (std::size_t i = 0; i < times.size() && i < 2; ++i) {
    out["cpu_ms"][i == 0 ? "a" : "b"] = percentiles_of(times[i].cpu);
    out["wall_ms"][i == 0 ? "a" : "b"] = percentiles_of(times[i].wall);
  }
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
  const RunTimes times = times_of(timings);
  Json out{{"schema", run_schema},
           {"cpu_ms", percentiles_of(times.cpu)},
           {"wall_ms", percentiles_of(times.wall)},
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
