// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

namespace pinlex {
namespace {

Result<int> run_info(const Call& call) {
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  auto answer = searcher->info();
  if (!answer) return passed_on(answer);
  if (!call.words.empty()) {
    const auto kept = keep_only(*answer, joined_words(call));
    if (!kept) return passed_on(kept);
  }
  return print(rendered(*answer, call), 0);
}

}  // namespace

const Command info_command{
    "info",      "[INSTRUMENT]", "Lists what is in the index.",
    "text|json", true,           [](boost::program_options::options_description&) {},
    run_info};

}  // namespace pinlex
