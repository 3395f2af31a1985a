// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

namespace pinlex {
namespace {

Result<int> run_fields(const Call& call) {
  return print(call.format == "json" ? fields_to_json() : fields_to_text(style_of(call)), 0);
}

}  // namespace

const Command fields_command{
    "fields",    "",    "Lists the fields that a query may name.",
    "text|json", false, [](boost::program_options::options_description&) {},
    run_fields};

}  // namespace pinlex
