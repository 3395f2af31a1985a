// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

#include <boost/program_options/value_semantic.hpp>

namespace pinlex {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

void add_options(po::options_description& options) {
  add_page_options(options);
  auto add = options.add_options();
  add("instrument", po::value<Strings>()->value_name("ID,..."),
      "only texts of these instruments; with ! before it, not of that one");
  add("kind", po::value<Strings>()->value_name("KIND,..."), "only treaty, protocol, ...");
  add("count", "count all matches, however many");
  add("explain-query", "print how the query is read, and do not search");
  add("no-expand", "look for the words only, not for concepts of the thesaurus that they name");
  add_text_options(options);
}

std::string formatted(const SearchAnswer& answer, const Call& call) {
  if (call.format == "jsonl") return to_jsonl(answer);
  if (call.format == "csv") return to_csv(answer);
  if (call.format == "trec") return to_trec(answer, "1");
  return rendered(answer, call);
}

Result<int> run_search(const Call& call) {
  SearchRequest request;
  request.query = joined_words(call);
  const auto page = read_page(call, request);
  if (!page) return passed_on(page);
  request.filters = {list_of(call, "instrument"), list_of(call, "kind"), list_of(call, "edition"),
                     list_of(call, "lang")};
  request.expand = call.values.count("no-expand") == 0;
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  request.count = call.values.count("count") > 0;
  if (call.values.count("explain-query")) {
    if (call.format != "json" && call.format != "text") {
      return fail(Code::usage, "--explain-query is printed as text or json, not " + call.format);
    }
    const auto reading = searcher->explain(request);
    if (!reading) return passed_on(reading);
    return print(call.format == "json" ? to_json(*reading) : to_text(*reading, style_of(call)), 0);
  }
  const auto answer = searcher->search(request);
  if (!answer) return passed_on(answer);
  const int status = answer->hits.empty() ? static_cast<int>(Code::nothing_found) : 0;
  return print(formatted(*answer, call), status);
}

}  // namespace

const Command search_command{
    "search",
    "QUERY...",
    "Ranks the passages that answer a query, each with its pinpoint and source.",
    "text|json|jsonl|csv|md|html|trec",
    true,
    add_options,
    run_search};

}  // namespace pinlex
