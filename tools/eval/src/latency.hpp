// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace pinlex {

/// How a topic went, in milliseconds.
struct TopicTiming {
  std::string topic;
  std::string read_as;  ///< How its query was read; empty where it was refused.
  std::size_t hits = 0;
  double cpu = 0, wall = 0;
};

/// Values that 50, 95 and 99 of a hundred do not exceed (nearest rank).
struct Percentiles {
  double p50 = 0, p95 = 0, p99 = 0;
};

/// All 0 where there are no values.
Percentiles percentiles(std::vector<double> values);

/// How long the topics of a run took, in milliseconds.
struct RunTimes {
  Percentiles cpu, wall;
};

RunTimes times_of(const std::vector<TopicTiming>& timings);

}  // namespace pinlex
