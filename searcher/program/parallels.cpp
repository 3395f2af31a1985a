// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

#include <boost/program_options/value_semantic.hpp>

namespace pinlex {
namespace {

namespace po = boost::program_options;

void add_options(po::options_description& options) {
  auto add = options.add_options();
  add("diff", "compare the words one by one");
  add("limit", po::value<std::string>()->value_name("N"),
      "how many to show beside those in the concordance (10)");
  add("instrument", po::value<std::vector<std::string>>()->value_name("ID,..."),
      "only provisions of these instruments; with ! before it, not of that one");
  add_text_options(options);
}

Result<int> run_parallels(const Call& call) {
  ParallelsRequest request;
  request.citation = joined_words(call);
  request.filters = {
      list_of(call, "instrument"), {}, list_of(call, "edition"), list_of(call, "lang")};
  request.diff = call.values.count("diff") > 0;
  const auto limit = read_limit(call, request);
  if (!limit) return passed_on(limit);
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  const auto answer = searcher->parallels(request);
  if (!answer) return passed_on(answer);
  const bool none = answer->curated.empty() && answer->similar.empty();
  return print(rendered(*answer, call), none ? static_cast<int>(Code::nothing_found) : 0);
}

}  // namespace

const Command parallels_command{"parallels",
                                "CITATION...",
                                "Lists the provisions of other instruments that do the same job.",
                                "text|json|md",
                                true,
                                add_options,
                                run_parallels};

}  // namespace pinlex
