// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

#include <algorithm>

namespace pinlex {
namespace {

Result<int> run_show(const Call& call) {
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  const auto answer =
      searcher->show({joined_words(call), list_of(call, "lang"), list_of(call, "edition")});
  if (!answer) return passed_on(answer);
  const bool lacking = std::any_of(answer->provisions.begin(), answer->provisions.end(),
                                   [](const ShownProvision& p) { return !p.missing.empty(); });
  const int status = lacking || !answer->absent.empty() ? static_cast<int>(Code::nothing_found) : 0;
  return print(call.format == "json" ? to_json(*answer) : to_text(*answer, style_of(call)), status);
}

}  // namespace

const Command show_command{
    "show",
    "CITATION...",
    "Shows a provision, chapter or whole text: \"ETS 185 art. 21\", coe-185#art_21@en.",
    "text|json",
    true,
    add_text_options,
    run_show};

}  // namespace pinlex
