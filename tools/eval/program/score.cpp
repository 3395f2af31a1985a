// SPDX-License-Identifier: GPL-2.0-or-later
// The commands that read runs: score and compare.
#include "command.hpp"
#include "report.hpp"

#include <boost/program_options/value_semantic.hpp>

namespace pinlex {
namespace {

namespace po = boost::program_options;

void add_shared_options(po::options_description& options) {
  auto add = options.add_options();
  add("relevant", po::value<std::string>()->value_name("GRADE"),
      "lowest grade that counts as relevant for MRR, R and MAP (2)");
  add("format", po::value<std::string>()->value_name("text|json"), "form of the output");
  add("times", po::value<std::vector<std::string>>()->value_name("FILE"),
      "what `run --report` wrote: how long the topics took, beside the scores; once for each run");
}

/// The reports given, as many as there are runs, or none.
Result<std::vector<RunTimes>> read_times(const EvalCall& call, std::size_t runs) {
  std::vector<RunTimes> out;
  if (!call.values.count("times")) return out;
  const auto& files = call.values["times"].as<std::vector<std::string>>();
  if (files.size() != runs) {
    return fail(Code::usage, "--times is wanted once for each run",
                "the first is that of the first run");
  }
  for (const std::string& file : files) {
    const auto text = read_input(file);
    if (!text) return passed_on(text);
    const auto times = times_from_json(*text, file);
    if (!times) return passed_on(times);
    out.push_back(*times);
  }
  return out;
}

void add_score_options(po::options_description& options) {
  add_shared_options(options);
  options.add_options()("per-topic", "a line for each topic too");
}

Result<unsigned> least_grade(const EvalCall& call) {
  unsigned grade = 2;
  const auto read = read_number(call, {"relevant", 1, max_grade}, grade);
  if (!read) return passed_on(read);
  return grade;
}

Result<Qrels> read_qrels(const std::string& file) {
  const auto text = read_input(file);
  if (!text) return passed_on(text);
  return parse_qrels(*text, file);
}

Result<RunScores> score_file(const EvalCall& call, const Qrels& qrels, const std::string& file) {
  const auto grade = least_grade(call);
  if (!grade) return passed_on(grade);
  const auto text = read_input(file);
  if (!text) return passed_on(text);
  const auto run = parse_run(*text, file);
  if (!run) return passed_on(run);
  return score(qrels, *run, static_cast<int>(*grade));
}

Result<int> run_score(const EvalCall& call) {
  const auto json = wants_json(call);
  if (!json) return passed_on(json);
  const auto qrels = read_qrels(call.files[0]);
  if (!qrels) return passed_on(qrels);
  const auto scores = score_file(call, *qrels, call.files[1]);
  if (!scores) return passed_on(scores);
  const auto times = read_times(call, 1);
  if (!times) return passed_on(times);
  const bool per_topic = call.values.count("per-topic") > 0;
  if (*json) return print(scores_to_json(*scores, per_topic, *times), 0);
  return print(
      scores_to_text(*scores, per_topic) + (times->empty() ? "" : times_to_text(times->front())),
      0);
}

Result<int> run_compare(const EvalCall& call) {
  const auto json = wants_json(call);
  if (!json) return passed_on(json);
  const auto qrels = read_qrels(call.files[0]);
  if (!qrels) return passed_on(qrels);
  const auto a = score_file(call, *qrels, call.files[1]);
  if (!a) return passed_on(a);
  const auto b = score_file(call, *qrels, call.files[2]);
  if (!b) return passed_on(b);
  const auto times = read_times(call, 2);
  if (!times) return passed_on(times);
  if (*json) return print(comparison_to_json(*a, *b, *times), 0);
  const std::string beside =
      times->empty() ? "" : "\n" + times_to_text(times->front(), times->back());
  return print(comparison_to_text(*a, *b) + beside, 0);
}

}  // namespace

const EvalCommand score_command{"score",
                                {"QRELS", "RUN"},
                                "Scores a run: nDCG@10, MRR, R@10, R@100, MAP, judged@10.",
                                add_score_options,
                                run_score};

const EvalCommand compare_command{"compare",
                                  {"QRELS", "RUN_A", "RUN_B"},
                                  "Compares two runs topic by topic, with a randomisation test.",
                                  add_shared_options,
                                  run_compare};

}  // namespace pinlex
