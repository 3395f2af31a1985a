// SPDX-License-Identifier: GPL-2.0-or-later
// The command that searches: topics in, a TREC run out.
#include "command.hpp"
#include "report.hpp"
#include "trec.hpp"

#include <pinlex/base/data_dir.hpp>
#include <pinlex/base/utf8.hpp>
#include <pinlex/searcher/render.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <boost/program_options/value_semantic.hpp>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <system_error>

namespace pinlex {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using Strings = std::vector<std::string>;

void add_run_options(po::options_description& options) {
  auto add = options.add_options();
  add("topics", po::value<std::string>()->value_name("FILE"), "lines of: id, tab, query");
  add("index", po::value<Strings>()->value_name("DIR"),
      "index to search; may be repeated (else $PINLEX_INDEX, else the built-in digest)");
  add("limit", po::value<std::string>()->value_name("N"), "articles for each topic (100)");
  add("instrument", po::value<Strings>()->value_name("ID,..."),
      "only texts of these instruments; with ! before it, not of that one");
  add("kind", po::value<Strings>()->value_name("KIND,..."), "only treaty, protocol, ...");
  add("edition", po::value<Strings>()->value_name("EDITION,..."),
      "only official, consolidated, translation or digest texts");
  add("lang", po::value<Strings>()->value_name("LANG,..."),
      "only texts in these languages (ISO 639-1)");
  add("no-expand", "look for the words only, not for concepts of the thesaurus that they name");
  add("report", po::value<std::string>()->value_name("FILE"),
      "write how each topic was read, its hits and its time as JSON");
}

Strings list_of(const EvalCall& call, const char* option) {
  Strings out;
  if (!call.values.count(option)) return out;
  for (const std::string& value : call.values[option].as<Strings>()) {
    std::istringstream parts(value);
    for (std::string part; std::getline(parts, part, ',');) {
      if (!part.empty()) out.push_back(part);
    }
  }
  return out;
}

/// What all topics are asked with; only the query changes.
Result<SearchRequest> request_of(const EvalCall& call) {
  SearchRequest request;
  unsigned limit = 100;
  const auto read = read_number(call, {"limit", 1, max_limit}, limit);
  if (!read) return passed_on(read);
  request.limit = limit;
  request.expand = call.values.count("no-expand") == 0;
  request.filters = {list_of(call, "instrument"), list_of(call, "kind"), list_of(call, "edition"),
                     list_of(call, "lang")};
  return request;
}

Result<std::vector<Topic>> read_topics(const EvalCall& call) {
  if (!call.values.count("topics")) {
    return fail(Code::usage, "--topics is missing", "`pinlex-eval run --help` lists what there is");
  }
  const std::string& file = call.values["topics"].as<std::string>();
  const auto text = read_input(file);
  if (!text) return passed_on(text);
  return parse_topics(*text, file);
}

Result<Searcher> open_searcher(const EvalCall& call) {
  std::vector<fs::path> indexes;
  if (call.values.count("index")) {
    for (const std::string& index : call.values["index"].as<Strings>()) indexes.emplace_back(index);
  }
  if (indexes.empty() && !call.index.empty()) indexes.emplace_back(call.index);
  const auto data = data_dir(call.data);
  if (indexes.empty()) {
    if (!data) return passed_on(data);
    indexes.push_back(*data / "digest.index");
  }
  std::error_code missing;
  const bool has_catalogue = data && fs::exists(*data / "catalogue", missing);
  return Searcher::open(indexes, has_catalogue ? *data / "catalogue" : fs::path());
}

/// Of all threads of this process.
double cpu_milliseconds() {
  std::timespec now{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double wall_milliseconds() {
  const std::chrono::duration<double, std::milli> now =
      std::chrono::steady_clock::now().time_since_epoch();
  return now.count();
}

/// The topics searched so far.
struct SearchedTopics {
  std::string run;  ///< TREC.
  std::vector<TopicTiming> timings;
  std::size_t refused = 0;
};

/// A query that is not understood is named and leaves its topic without a hit, as it would leave
/// whoever typed it; any other error ends the run.
Result<void> search_topic(const Searcher& searcher, const SearchRequest& request,
                          const Topic& topic, SearchedTopics& progress) {
  TopicTiming timing{topic.id, {}, 0, cpu_milliseconds(), wall_milliseconds()};
  const auto answer = searcher.search(request);
  timing.cpu = cpu_milliseconds() - timing.cpu;
  timing.wall = wall_milliseconds() - timing.wall;
  if (answer) {
    timing.read_as = answer->read_as;
    timing.hits = answer->hits.size();
    progress.run += to_trec(*answer, topic.id);
  } else if (answer.error().code == Code::query) {
    Error error = answer.error();
    error.message = "topic " + topic.id + ": " + error.message;
    print_error(error);
    ++progress.refused;
  } else {
    return passed_on(answer);
  }
  progress.timings.push_back(std::move(timing));
  return {};
}

Result<int> run_topics(const EvalCall& call) {
  auto request = request_of(call);
  if (!request) return passed_on(request);
  const auto topics = read_topics(call);
  if (!topics) return passed_on(topics);
  std::ofstream report;
  if (call.values.count("report")) {
    const std::string& file = call.values["report"].as<std::string>();
    report.open(file, std::ios::binary);
    if (!report) return fail(Code::usage, file + ": cannot be written");
  }
  const auto searcher = open_searcher(call);
  if (!searcher) return passed_on(searcher);
  SearchedTopics progress;
  for (const Topic& topic : *topics) {
    request->query = topic.query;
    const auto searched = search_topic(*searcher, *request, topic, progress);
    if (!searched) return passed_on(searched);
  }
  if (report.is_open() && !(report << timings_to_json(progress.timings)).flush()) {
    return fail(Code::internal, "the report could not be written");
  }
  std::cerr << timings_to_text(progress.timings);
  if (progress.refused > 0) return print(progress.run, static_cast<int>(Code::inputs_refused));
  return print(progress.run, progress.run.empty() ? static_cast<int>(Code::nothing_found) : 0);
}

}  // namespace

const EvalCommand run_command{"run",
                              {},
                              "Searches for each topic and prints a TREC run of article ids.",
                              add_run_options,
                              run_topics};

}  // namespace pinlex
