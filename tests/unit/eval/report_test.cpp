// SPDX-License-Identifier: GPL-2.0-or-later
#include "report.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

using namespace pinlex;

namespace {

const Qrels qrels{{"T1", {{"a", 3}, {"b", 2}}}, {"T2", {{"a", 2}}}, {"T3", {{"a", 1}}}};

RunScores scored(const TrecRun& run) {
  const auto scores = score(qrels, run, 2);
  REQUIRE(scores);
  return *scores;
}

}  // namespace

TEST_CASE("scores are printed with what was not counted") {
  const RunScores scores = scored({{"T1", {"a", "x", "b"}}, {"T\x1B[31m", {"a"}}});
  CHECK(scores_to_text(scores, true) ==
        "topic      nDCG@10     MRR    R@10   R@100     MAP  judged@10  condensed\n"
        "T1          0.9558  1.0000  1.0000  1.0000  0.8333     0.6667     1.0000\n"
        "T2          0.0000  0.0000  0.0000  0.0000  0.0000     0.0000     0.0000\n"
        "mean of 2   0.4779  0.5000  0.5000  0.5000  0.4167     0.3333     0.5000\n"
        "not in the run, counted as 0: T2\n"
        "without a relevant article, left out: T3\n"
        "not judged, ignored: T\xEF\xBF\xBD[31m\n");
  CHECK(scores_to_text(scores, false).find("\nT1") == std::string::npos);
}

TEST_CASE("scores as JSON") {
  const RunScores scores = scored({{"T1", {"a", "x", "b"}}});
  const auto json = nlohmann::json::parse(scores_to_json(scores, true));
  CHECK(json["schema"] == "pinlex.eval-score/1");
  CHECK(json["topics"] == 2);
  CHECK(json["mean"]["mrr"] == 0.5);
  CHECK(json["mean"].size() == measures.size());
  CHECK(json["per_topic"]["T1"]["judged_10"].get<double>() == Approx(2.0 / 3));
  CHECK(json["unanswered"] == nlohmann::json{"T2"});
  CHECK(json["left_out"] == nlohmann::json{"T3"});
  CHECK_FALSE(nlohmann::json::parse(scores_to_json(scores, false)).contains("per_topic"));
}

TEST_CASE("a comparison is printed topic by topic, then measure by measure") {
  const RunScores a = scored({{"T1", {"a", "b"}}}), b = scored({{"T1", {"x"}}, {"T2", {"a"}}});
  const std::string text = comparison_to_text(a, b);
  CHECK(
      text.starts_with("topic  nDCG@10 A       B      B-A\n"
                       "T1        1.0000  0.0000  -1.0000\n"
                       "T2        0.0000  1.0000  +1.0000\n\n"
                       "mean of 2       A       B      B-A  better  worse  equal       p  "
                       "permutations\n"
                       "nDCG@10    0.5000  0.5000  +0.0000       1      1      0  1.0000       "
                       "4 (all)\n"));
  CHECK(text.find("p: paired randomisation test, two-sided; samples with seed 20240601\n"
                  "not in run A, counted as 0: T2\n"
                  "without a relevant article, left out: T3\n") != std::string::npos);
}

TEST_CASE("a comparison as JSON") {
  const RunScores a = scored({{"T1", {"a", "b"}}}), b = scored({{"T1", {"x"}}, {"T2", {"a"}}});
  const auto json = nlohmann::json::parse(comparison_to_json(a, b));
  CHECK(json["schema"] == "pinlex.eval-compare/1");
  CHECK(json["measures"].size() == measures.size());
  CHECK(json["measures"]["ndcg_10"]["p"] == 1.0);
  CHECK(json["measures"]["ndcg_10"]["permutations"] == 4);
  CHECK(json["measures"]["ndcg_10"]["exact"] == true);
  CHECK(json["per_topic"]["T2"]["a"]["ndcg_10"] == 0.0);
  CHECK(json["per_topic"]["T2"]["b"]["ndcg_10"] == 1.0);
  CHECK(json["seed"] == permutation_seed);
}

TEST_CASE("times of topics") {
  const std::vector<TopicTiming> timings{{"T1", "lamp", 3, 1.25, 2.5}, {"T2", "", 0, 0.5, 0.5}};
  CHECK(timings_to_text(timings) ==
        "2 topics, 1 without a hit\n"
        "CPU: p50 0.50 ms, p95 1.25 ms, p99 1.25 ms\n"
        "wall: p50 0.50 ms, p95 2.50 ms, p99 2.50 ms\n");
  const auto json = nlohmann::json::parse(timings_to_json(timings));
  CHECK(json["schema"] == "pinlex.eval-run/1");
  CHECK(json["topics"][0]["read_as"] == "lamp");
  CHECK(json["topics"][1]["hits"] == 0);
  CHECK(json["wall_ms"]["p95"] == 2.5);
}

TEST_CASE("times stand beside scores") {
  const std::vector<TopicTiming> slow{{"T1", "lamp", 3, 4, 8}}, quick{{"T1", "lamp", 3, 1, 8}};
  const RunScores scores = scored({{"T1", {"a"}}});
  const auto a = times_from_json(timings_to_json(slow), "a.json");
  const auto b = times_from_json(timings_to_json(quick), "b.json");
  REQUIRE(a);
  REQUIRE(b);
  CHECK(times_to_text(*a, *b) ==
        "ms a topic     A     B   B/A\n"
        "CPU p50     4.00  1.00  0.25\n"
        "CPU p95     4.00  1.00  0.25\n"
        "CPU p99     4.00  1.00  0.25\n"
        "wall p50    8.00  8.00  1.00\n"
        "wall p95    8.00  8.00  1.00\n"
        "wall p99    8.00  8.00  1.00\n");
  CHECK(times_to_text({}, *b).find("CPU p50     0.00  1.00    -\n") != std::string::npos);
  const auto one = nlohmann::json::parse(scores_to_json(scores, false, {*a}));
  CHECK(one["cpu_ms"]["p50"] == 4.0);
  const auto two = nlohmann::json::parse(comparison_to_json(scores, scores, {*a, *b}));
  CHECK(two["cpu_ms"]["a"]["p95"] == 4.0);
  CHECK(two["wall_ms"]["b"]["p99"] == 8.0);
}

TEST_CASE("what is no report of a run is refused") {
  for (const char* text :
       {"", "[]", "{}", "{\"schema\":\"pinlex.eval-run/1\"}", "{\"schema\":1}",
        "{\"schema\":\"pinlex.eval-run/1\",\"cpu_ms\":{\"p50\":\"x\"},\"wall_ms\":{}}"}) {
    const auto times = times_from_json(text, "x.json");
    REQUIRE_FALSE(times);
    CHECK(times.error().code == Code::usage);
    CHECK(times.error().message == "x.json: is no report of a run");
  }
}
