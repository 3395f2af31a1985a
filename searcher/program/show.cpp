// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

#include <boost/program_options/value_semantic.hpp>

#include <algorithm>

namespace pinlex {
namespace {

namespace po = boost::program_options;

void add_options(po::options_description& options) {
  add_text_options(options);
  auto add = options.add_options();
  add("context", po::value<std::string>()->value_name("N"),
      "neighbours to show before and after (0)");
  add("outline", "only how the paragraphs of an article begin");
}

Result<int> run_show(const Call& call) {
  ShowRequest request{joined_words(call), list_of(call, "lang"), list_of(call, "edition")};
  const auto context = read_number(call, "context", request.context);
  if (!context) return passed_on(context);
  request.outline = call.values.count("outline") > 0;
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  const auto answer = searcher->show(request);
  if (!answer) return passed_on(answer);
  const bool lacking = std::any_of(answer->provisions.begin(), answer->provisions.end(),
                                   [](const ShownProvision& p) { return !p.missing.empty(); });
  const int status = lacking || !answer->absent.empty() ? static_cast<int>(Code::nothing_found) : 0;
  return print(rendered(*answer, call), status);
}

}  // namespace

const Command show_command{
    "show",
    "CITATION...",
    "Shows a provision, chapter or whole text: \"ETS 185 art. 21\", coe-185#art_21@en.",
    "text|json|md|html",
    true,
    add_options,
    run_show};

}  // namespace pinlex
