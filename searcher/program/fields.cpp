// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

namespace pinlex {
namespace {

Result<int> run_fields(const Call& call) {
  const bool json = call.format == "json";
  if (call.words.empty()) return print(json ? fields_to_json() : fields_to_text(style_of(call)), 0);
  const auto searcher = open_indexes(call);
  if (!searcher) return passed_on(searcher);
  const auto values = searcher->values(joined_words(call));
  if (!values) return passed_on(values);
  const int status = values->values.empty() ? static_cast<int>(Code::nothing_found) : 0;
  return print(json ? to_json(*values) : to_text(*values, style_of(call)), status);
}

}  // namespace

const Command fields_command{
    "fields",    "[FIELD]", "Lists the fields that a query may name, or the values of one.",
    "text|json", true,      [](boost::program_options::options_description&) {},
    run_fields};

}  // namespace pinlex
