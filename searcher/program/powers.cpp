// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

#include <boost/program_options/value_semantic.hpp>

namespace pinlex {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

void add_options(po::options_description& options) {
  auto add = options.add_options();
  add("instrument", po::value<Strings>()->value_name("ID,..."), "only these instruments");
  add("power", po::value<Strings>()->value_name("POWER,..."),
      "only these powers, and what is a case of them: a concept or a word for it");
  add_text_options(options);
}

Result<int> run_powers(const Call& call) {
  if (!call.words.empty()) {
    return fail(Code::usage, "powers takes no arguments",
                "`--instrument " + call.words.front() + "` or `--power " + call.words.front() +
                    "` narrows what is listed");
  }
  PowersRequest request;
  request.instruments = list_of(call, "instrument");
  request.powers = list_of(call, "power");
  request.languages = list_of(call, "lang");
  request.editions = list_of(call, "edition");
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  const auto answer = searcher->powers(request);
  if (!answer) return passed_on(answer);
  const int status = answer->instruments.empty() ? static_cast<int>(Code::nothing_found) : 0;
  if (call.format == "csv") return print(to_csv(*answer), status);
  return print(rendered(*answer, call), status);
}

}  // namespace

const Command powers_command{
    "powers",
    "",
    "Lists which powers the instruments give, and what those are subject to.",
    "text|json|csv|md|html",
    true,
    add_options,
    run_powers};

}  // namespace pinlex
