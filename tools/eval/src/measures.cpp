// SPDX-License-Identifier: GPL-2.0-or-later
#include "measures.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace pinlex {
namespace {

using Ids = std::vector<std::string>;
using Grades = std::map<std::string, int>;

constexpr std::size_t top = 10;

double gain_at(int grade, std::size_t place) {
  return (std::exp2(grade) - 1) / std::log2(static_cast<double>(place) + 2);
}

double ndcg(const Ids& ids, const Grades& grades) {
  double found = 0;
  for (std::size_t i = 0; i < std::min(top, ids.size()); ++i) {
    const auto judged = grades.find(ids[i]);
    if (judged != grades.end()) found += gain_at(judged->second, i);
  }
  std::vector<int> best;
  for (const auto& [id, grade] : grades) best.push_back(grade);
  std::sort(best.begin(), best.end(), std::greater<>());
  double ideal = 0;
  for (std::size_t i = 0; i < std::min(top, best.size()); ++i) ideal += gain_at(best[i], i);
  return ideal > 0 ? found / ideal : 0;
}

Scores scores_of(const Ids& ids, const Grades& grades, int min_grade) {
  const auto relevant = static_cast<double>(std::count_if(
      grades.begin(), grades.end(), [=](const auto& one) { return one.second >= min_grade; }));
  Ids judged;
  std::copy_if(ids.begin(), ids.end(), std::back_inserter(judged),
               [&](const std::string& id) { return grades.contains(id); });
  double first = 0, in_10 = 0, in_100 = 0, judged_10 = 0, found = 0, precisions = 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const auto grade = grades.find(ids[i]);
    if (grade == grades.end()) continue;
    if (i < top) ++judged_10;
    if (grade->second < min_grade) continue;
    const auto rank = static_cast<double>(i + 1);
    if (found == 0) first = 1 / rank;
    if (i < top) ++in_10;
    if (i < 100) ++in_100;
    precisions += ++found / rank;
  }
  const auto shown = static_cast<double>(std::min(top, ids.size()));
  return {ndcg(ids, grades),
          first,
          in_10 / std::min(relevant, static_cast<double>(top)),
          in_100 / relevant,
          precisions / relevant,
          shown > 0 ? judged_10 / shown : 0,
          ndcg(judged, grades)};
}

}  // namespace

Result<RunScores> score(const Qrels& qrels, const TrecRun& run, int min_grade) {
  RunScores out;
  for (const auto& [topic, grades] : qrels) {
    const bool any = std::any_of(grades.begin(), grades.end(),
                                 [=](const auto& one) { return one.second >= min_grade; });
    if (!any) {
      out.left_out.push_back(topic);
      continue;
    }
    const auto answered = run.find(topic);
    if (answered == run.end()) out.unanswered.push_back(topic);
    out.topics.push_back(
        {topic, scores_of(answered == run.end() ? Ids{} : answered->second, grades, min_grade)});
  }
  if (out.topics.empty()) {
    return fail(Code::usage,
                "no topic has an article of grade " + std::to_string(min_grade) + " or more",
                "--relevant sets the lowest grade that counts as relevant");
  }
  for (const auto& [topic, ids] : run) {
    if (!qrels.contains(topic)) out.unjudged.push_back(topic);
  }
  for (std::size_t m = 0; m < measures.size(); ++m) {
    for (const TopicScores& one : out.topics) out.mean[m] += one.scores[m];
    out.mean[m] /= static_cast<double>(out.topics.size());
  }
  return out;
}

}  // namespace pinlex
