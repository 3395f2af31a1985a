// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

enum class Command : std::uint8_t { search, show, info, fields };

/// What the command line asks for.
struct CommandLine {
  Command command = Command::search;
  std::vector<std::string> words;    ///< Query, citation, or instrument.
  std::vector<std::string> indexes;  ///< As given; empty for the default.
  bool with_digest = false;
  bool json = false;
  std::optional<bool> colour;  ///< Where the command line decides.
  std::uint32_t offset = 0, limit = 10;
  Filters filters;
  std::string answer;  ///< Text for --help and --version: print it and end.
};

/// What the surroundings say.
struct Surroundings {
  std::string index;    ///< $PINLEX_INDEX
  std::string data;     ///< $PINLEX_DATA
  bool colour = false;  ///< A terminal that has colours, and $NO_COLOR does not forbid them.
  std::uint32_t width = 80;
};

/// Reads the command line; fails with Code::usage.
Result<CommandLine> read_command_line(int count, const char* const* arguments);

/// Does what was asked, and returns the exit status.
int run(const CommandLine& line, const Surroundings& around);

/// Writes to standard output. A reader that has closed it is no error; any other failure is said,
/// and the status of it returned instead of `status`.
int print(std::string_view text, int status);

/// Prints an error as both programs do, and returns its exit status.
int print_error(const Error& error);

}  // namespace pinlex
