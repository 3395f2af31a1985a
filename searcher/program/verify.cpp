// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"
#include "output.hpp"

#include <pinlex/searcher/verify.hpp>

namespace pinlex {
namespace {

Result<int> run_verify(const Call& call) {
  if (call.words.size() > 1) return fail(Code::usage, "verify reads one INDEX at a time");
  Surroundings around = call.around;
  if (!call.words.empty()) around.index = call.words.front();
  const auto places = index_places(call.values, around);
  if (!places) return passed_on(places);
  const auto answer = verify(places->indexes.front(), places->catalogue);
  if (!answer) return passed_on(answer);
  const int status = answer->faults.empty() ? 0 : static_cast<int>(Code::damaged);
  return print(rendered(*answer, call), status);
}

}  // namespace

const Command verify_command{
    "verify",    "[INDEX]", "Reads an index whole and says whether anything in it is damaged.",
    "text|json", false,     [](boost::program_options::options_description&) {},
    run_verify};

}  // namespace pinlex
