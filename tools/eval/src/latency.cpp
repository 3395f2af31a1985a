// SPDX-License-Identifier: GPL-2.0-or-later
#include "latency.hpp"

#include <algorithm>
#include <utility>

namespace pinlex {
namespace {

std::vector<double> column(const std::vector<TopicTiming>& timings, double TopicTiming::*member) {
  std::vector<double> values;
  for (const TopicTiming& timing : timings) values.push_back(timing.*member);
  return values;
}

}  // namespace

Percentiles percentiles(std::vector<double> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const auto at = [&](std::size_t percent) {
    return values[(values.size() * percent + 99) / 100 - 1];
  };
  return {at(50), at(95), at(99)};
}

RunTimes times_of(const std::vector<TopicTiming>& timings) {
  return {percentiles(column(timings, &TopicTiming::cpu)),
          percentiles(column(timings, &TopicTiming::wall))};
}

}  // namespace pinlex
