// SPDX-License-Identifier: GPL-2.0-or-later
#include "report.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace pinlex {
namespace {

std::string fixed(double value, int decimals) {
  char out[64];
  std::snprintf(out, sizeof out, "%.*f", decimals, value);
  return out;
}

std::string with_sign(double value) { return (value < 0 ? "" : "+") + fixed(value, 4); }

/// Lines of cells: the first column set to the left, the others to the right.
std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string out;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string space(widths[i] - row[i].size(), ' ');
      out += i == 0 ? row[i] + space : "  " + space + row[i];
    }
    out += "\n";
  }
  return out;
}

std::vector<std::string> row_of(const std::string& name, const Scores& scores) {
  std::vector<std::string> row{printable(name)};
  for (const double value : scores) row.push_back(fixed(value, 4));
  return row;
}

std::string named(std::string_view what, const std::vector<std::string>& topics) {
  if (topics.empty()) return {};
  std::string out = std::string(what) + ":";
  for (const std::string& topic : topics) out += " " + printable(topic);
  return out + "\n";
}

std::string test_of(const RandomisationTest& test) {
  return std::to_string(test.permutations) + (test.exact ? " (all)" : "");
}

std::string percentiles_line(std::string_view what, const Percentiles& values) {
  return std::string(what) + ": p50 " + fixed(values.p50, 2) + " ms, p95 " + fixed(values.p95, 2) +
         " ms, p99 " + fixed(values.p99, 2) + " ms\n";
}

}  // namespace

std::string scores_to_text(const RunScores& scores, bool per_topic) {
  std::vector<std::vector<std::string>> rows{{"topic"}};
  for (const MeasureName& measure : measures) rows.front().emplace_back(measure.label);
  if (per_topic) {
    for (const TopicScores& one : scores.topics) rows.push_back(row_of(one.topic, one.scores));
  }
  rows.push_back(row_of("mean of " + std::to_string(scores.topics.size()), scores.mean));
  return table(rows) + named("not in the run, counted as 0", scores.unanswered) +
         named("without a relevant article, left out", scores.left_out) +
         named("not judged, ignored", scores.unjudged);
}

std::string comparison_to_text(const RunScores& a, const RunScores& b) {
  std::vector<std::vector<std::string>> topics{
      {"topic", std::string(measures[0].label) + " A", "B", "B-A"}};
  for (std::size_t i = 0; i < a.topics.size(); ++i) {
    const double before = a.topics[i].scores[0], after = b.topics[i].scores[0];
    topics.push_back({printable(a.topics[i].topic), fixed(before, 4), fixed(after, 4),
                      with_sign(after - before)});
  }
  std::vector<std::vector<std::string>> means{{"mean of " + std::to_string(a.topics.size()), "A",
                                               "B", "B-A", "better", "worse", "equal", "p",
                                               "permutations"}};
  const auto comparisons = compare(a, b);
  for (std::size_t m = 0; m < measures.size(); ++m) {
    const MeasureComparison& one = comparisons[m];
    means.push_back({std::string(measures[m].label), fixed(one.a, 4), fixed(one.b, 4),
                     with_sign(one.b - one.a), std::to_string(one.better),
                     std::to_string(one.worse), std::to_string(one.equal), fixed(one.test.p, 4),
                     test_of(one.test)});
  }
  return table(topics) + "\n" + table(means) +
         "p: paired randomisation test, two-sided; samples with seed " +
         std::to_string(permutation_seed) + "\n" +
         named("not in run A, counted as 0", a.unanswered) +
         named("not in run B, counted as 0", b.unanswered) +
         named("without a relevant article, left out", a.left_out);
}

std::string timings_to_text(const std::vector<TopicTiming>& timings) {
  const auto empty = std::count_if(timings.begin(), timings.end(),
                                   [](const TopicTiming& one) { return one.hits == 0; });
  return std::to_string(timings.size()) + (timings.size() == 1 ? " topic, " : " topics, ") +
         std::to_string(empty) + " without a hit\n" + times_to_text(times_of(timings));
}

std::string times_to_text(const RunTimes& times) {
  return percentiles_line("CPU", times.cpu) + percentiles_line("wall", times.wall);
}

std::string times_to_text(const RunTimes& a, const RunTimes& b) {
  std::vector<std::vector<std::string>> rows{{"ms a topic", "A", "B", "B/A"}};
  const auto add = [&](const char* what, double before, double after) {
    rows.push_back({what, fixed(before, 2), fixed(after, 2),
                    before > 0 ? fixed(after / before, 2) : std::string("-")});
  };
  add("CPU p50", a.cpu.p50, b.cpu.p50);
  add("CPU p95", a.cpu.p95, b.cpu.p95);
  add("CPU p99", a.cpu.p99, b.cpu.p99);
  add("wall p50", a.wall.p50, b.wall.p50);
  add("wall p95", a.wall.p95, b.wall.p95);
  add("wall p99", a.wall.p99, b.wall.p99);
  return table(rows);
}

}  // namespace pinlex
