// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"

#include <pinlex/base/lines.hpp>
#include <pinlex/searcher/requests.hpp>

#include <unistd.h>

#include <string>

namespace pinlex {
namespace {

void add_options(boost::program_options::options_description& options) {
  options.add_options()("stdio", "read requests from standard input, answer on standard output");
}

Result<int> run_serve(const Call& call) {
  if (!call.values.count("stdio")) {
    return fail(Code::usage, "serve reads standard input where that is asked for",
                "`pinlex serve --stdio`");
  }
  auto searcher = open_live(call.values, call.around);
  if (!searcher) return passed_on(searcher);
  LineReader requests(STDIN_FILENO, max_request_bytes);
  const Error too_long{Code::usage,
                       "the line is longer than " + std::to_string(max_request_bytes >> 20U) +
                           " MiB and was passed over",
                       {}};
  while (true) {
    const auto found = requests.next();
    if (!found) return passed_on(found);
    if (*found == LineReader::Found::end) return 0;
    const bool blank = requests.line().find_first_not_of(" \t") == std::string_view::npos;
    if (*found == LineReader::Found::line && blank) continue;
    const std::string answer = *found == LineReader::Found::too_long
                                   ? error_line(too_long)
                                   : answer_line(searcher->current(), requests.line());
    const auto written = write_all(STDOUT_FILENO, answer + "\n");
    if (!written) return passed_on(written);
    if (!*written) return 0;
  }
}

}  // namespace

const Command serve_command{
    "serve",  "",   "Answers requests in JSON, one a line, until its input ends.",
    "json",   true, add_options,
    run_serve};

}  // namespace pinlex
