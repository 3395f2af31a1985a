// SPDX-License-Identifier: GPL-2.0-or-later
#include "latency.hpp"

#include <catch2/catch.hpp>

#include <numeric>
#include <vector>

using namespace pinlex;

TEST_CASE("percentiles are values that were measured") {
  std::vector<double> hundred(100);
  std::iota(hundred.rbegin(), hundred.rend(), 1);
  struct Case {
    std::vector<double> values;
    double p50, p95, p99;
  };
  const std::vector<Case> cases{
      {{}, 0, 0, 0}, {{7}, 7, 7, 7}, {{3, 1}, 1, 3, 3}, {{2, 1, 3}, 2, 3, 3}, {hundred, 50, 95, 99},
  };
  for (const Case& one : cases) {
    CAPTURE(one.values);
    const Percentiles found = percentiles(one.values);
    CHECK(found.p50 == one.p50);
    CHECK(found.p95 == one.p95);
    CHECK(found.p99 == one.p99);
  }
}

TEST_CASE("processor and wall time are told apart") {
  const std::vector<TopicTiming> timings{{"T1", "lamp", 1, 5, 50}, {"T2", "", 0, 1, 10}};
  const RunTimes times = times_of(timings);
  CHECK(times.cpu.p50 == 1);
  CHECK(times.cpu.p99 == 5);
  CHECK(times.wall.p50 == 10);
  CHECK(times.wall.p99 == 50);
}
