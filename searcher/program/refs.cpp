// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

namespace pinlex {
namespace {

namespace po = boost::program_options;

void add_options(po::options_description& options) {
  auto add = options.add_options();
  add("from", "only what the provision refers to");
  add("to", "only what refers to it, or to a part of it");
  add_page_options(options);
  add_text_options(options);
}

Result<int> run_refs(const Call& call) {
  RefsRequest request;
  request.citation = joined_words(call);
  request.languages = list_of(call, "lang");
  request.editions = list_of(call, "edition");
  const bool from = call.values.count("from") > 0, to = call.values.count("to") > 0;
  request.from = from || !to;
  request.to = to || !from;
  const auto page = read_page(call, request);
  if (!page) return passed_on(page);
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  const auto answer = searcher->refs(request);
  if (!answer) return passed_on(answer);
  const bool none = answer->cites.items.empty() && answer->cited_by.items.empty();
  return print(rendered(*answer, call), none ? static_cast<int>(Code::nothing_found) : 0);
}

}  // namespace

const Command refs_command{
    "refs",      "CITATION...", "Lists what a provision refers to and what refers to it.",
    "text|json", true,          add_options,
    run_refs};

}  // namespace pinlex
