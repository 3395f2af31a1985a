// SPDX-License-Identifier: GPL-2.0-or-later
// Values worked out by hand from the definitions.
#include "measures.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>
#include <vector>

using namespace pinlex;

namespace {

double at(double gain, int rank) { return gain / std::log2(rank + 1); }

Scores scores_of(const std::vector<std::string>& ids, const std::map<std::string, int>& grades) {
  const auto scored = score({{"T", grades}}, {{"T", ids}}, 2);
  REQUIRE(scored);
  REQUIRE(scored->topics.size() == 1);
  CHECK(scored->mean == scored->topics[0].scores);
  return scored->mean;
}

void check(const Scores& found, const Scores& wanted) {
  for (std::size_t m = 0; m < measures.size(); ++m) {
    CAPTURE(measures[m].label);
    CHECK(found[m] == Approx(wanted[m]).margin(1e-12));
  }
}

/// "x1" to "xN".
std::vector<std::string> fillers(int count) {
  std::vector<std::string> out;
  for (int i = 1; i <= count; ++i) out.push_back("x" + std::to_string(i));
  return out;
}

}  // namespace

TEST_CASE("a short list is measured as by hand") {
  // Grades 3, 2, 1 and 0; found at ranks 2 (grade 3), 3 (unjudged), 4 (grade 1); rank 1 is a 0.
  const Scores scores = scores_of({"zero", "three", "new", "one"},
                                  {{"three", 3}, {"two", 2}, {"one", 1}, {"zero", 0}});
  const double ideal = at(7, 1) + at(3, 2) + at(1, 3);
  check(scores, {(at(7, 2) + at(1, 4)) / ideal,  // nDCG@10
                 0.5,                            // MRR
                 0.5,                            // R@10
                 0.5,                            // R@100
                 (1.0 / 2) / 2,                  // MAP
                 0.75,                           // judged@10
                 (at(7, 2) + at(1, 3)) / ideal});
  CHECK(scores[0] == Approx(0.5161).margin(0.00005));
}

TEST_CASE("the first ten are cut where they should be") {
  auto ids = fillers(9);
  ids.insert(ids.end(), {"a", "b"});
  const double ideal = at(3, 1) + at(3, 2);
  check(scores_of(ids, {{"a", 2}, {"b", 2}}),
        {at(3, 10) / ideal, 0.1, 0.5, 1.0, (1.0 / 10 + 2.0 / 11) / 2, 0.1, 1.0});
}

TEST_CASE("beyond a hundred only MRR and MAP look") {
  auto ids = fillers(100);
  ids.push_back("a");
  check(scores_of(ids, {{"a", 3}}), {0, 1.0 / 101, 0, 0, 1.0 / 101, 0, 1.0});
}

TEST_CASE("recall at ten is of ten at most") {
  std::map<std::string, int> grades;
  for (const std::string& id : fillers(20)) grades[id] = 2;
  const Scores scores = scores_of(fillers(10), grades);
  CHECK(scores[0] == Approx(1));
  CHECK(scores[2] == Approx(1));
  CHECK(scores[3] == Approx(0.5));
  CHECK(scores[4] == Approx(0.5));
}

TEST_CASE("topics are counted, left out and ignored as they should be") {
  const Qrels qrels{
      {"answered", {{"a", 2}}}, {"unanswered", {{"a", 3}}}, {"nothing relevant", {{"a", 1}}}};
  const auto scored = score(qrels, {{"answered", {"a"}}, {"unknown", {"a"}}}, 2);
  REQUIRE(scored);
  REQUIRE(scored->topics.size() == 2);
  CHECK(scored->topics[0].topic == "answered");
  CHECK(scored->topics[1].scores == Scores{});
  CHECK(scored->mean[0] == Approx(0.5));
  CHECK(scored->unanswered == std::vector<std::string>{"unanswered"});
  CHECK(scored->left_out == std::vector<std::string>{"nothing relevant"});
  CHECK(scored->unjudged == std::vector<std::string>{"unknown"});
}

TEST_CASE("what counts as relevant can be set") {
  const Qrels qrels{{"T", {{"a", 1}, {"b", 2}}}};
  const auto low = score(qrels, {{"T", {"a"}}}, 1);
  REQUIRE(low);
  CHECK(low->mean[1] == Approx(1));
  CHECK(low->mean[2] == Approx(0.5));
  const auto high = score(qrels, {{"T", {"a"}}}, 3);
  REQUIRE_FALSE(high);
  CHECK(high.error() == Error{Code::usage, "no topic has an article of grade 3 or more",
                              "--relevant sets the lowest grade that counts as relevant"});
}
