// SPDX-License-Identifier: GPL-2.0-or-later
#include "mcp/server.hpp"
#include "options.hpp"
#include "output.hpp"

#include <pinlex/base/lines.hpp>
#include <pinlex/searcher/requests.hpp>

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <unistd.h>

#include <csignal>
#include <exception>
#include <sstream>
#include <string>
#include <utility>

namespace pinlex {
namespace {

namespace po = boost::program_options;

po::options_description mcp_options() {
  po::options_description options("Options");
  add_index_options(options);
  options.add_options()("help,h", "print this help")("version", "print the version; stands alone");
  return options;
}

std::string mcp_help() {
  std::ostringstream out;
  out << "Usage: pinlex-mcp [OPTION]...\n"
         "Serves the Model Context Protocol on standard input and output: tools for language "
         "models\n"
         "that search texts of law, show provisions, and check quotations. They only read.\n\n"
      << mcp_options()
      << "\nExit status: 0 the input has ended, 2 usage, 4 no index there, 5 index of another "
         "format,\n"
         "7 index damaged, 70 a fault.\n";
  return out.str();
}

/// Answers until the input ends, or nobody reads any more.
Result<int> serve(McpServer server) {
  LineReader messages(STDIN_FILENO, max_request_bytes);
  while (true) {
    const auto found = messages.next();
    if (!found) return passed_on(found);
    if (*found == LineReader::Found::end) return 0;
    std::optional<std::string> answer;
    if (*found == LineReader::Found::too_long) {
      answer = McpServer::too_long();
    } else if (!messages.line().empty()) {
      answer = server.answer(messages.line());
    }
    if (!answer) continue;
    const auto written = write_all(STDOUT_FILENO, *answer + "\n");
    if (!written) return passed_on(written);
    if (!*written) return 0;
  }
}

Result<int> run_mcp(int count, const char* const* arguments) {
  po::variables_map values;
  try {
    const po::positional_options_description none;
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    const auto options = mcp_options();
    po::store(po::command_line_parser(count, arguments)
                  .options(options)
                  .positional(none)
                  .style(style)
                  .run(),
              values);
  } catch (const po::error& error) {
    return fail(Code::usage, error.what(), "`pinlex-mcp --help` lists what there is");
  }
  if (values.count("help")) return print(mcp_help(), 0);
  if (values.count("version")) return print("pinlex-mcp " PINLEX_VERSION "\n", 0);
  auto searcher = open_live(values, surroundings());
  if (!searcher) return passed_on(searcher);
  return serve(McpServer(std::move(*searcher), PINLEX_VERSION));
}

}  // namespace
}  // namespace pinlex

int main(int count, char** arguments) {
  // Whoever reads the answers may stop reading; the failed write says so.
  std::signal(SIGPIPE, SIG_IGN);
  try {
    const auto status = pinlex::run_mcp(count, arguments);
    return status ? *status : pinlex::print_error(status.error());
  } catch (const std::exception& error) {
    return pinlex::print_error({pinlex::Code::internal, error.what(), {}});
  }
}
