// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/indexer/indexer.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace pinlex {

/// What the command line asks for.
struct CommandLine {
  IndexRequest request;
  std::vector<std::filesystem::path> catalogues;  ///< Files and folders beside the built-in one.
  std::filesystem::path thesaurus;  ///< File or folder in place of the built-in one; may be empty.
  std::filesystem::path report;     ///< Where the JSON goes; empty for nowhere.
  bool roll_back = false;           ///< Instead of indexing.
  bool prune = false;               ///< Likewise.
  bool quiet = false;
  bool verbose = false;
  std::string answer;  ///< Text for --help and --version: print it and end.
};

/// Reads the command line; fails with Code::usage.
Result<CommandLine> read_command_line(int count, const char* const* arguments);

/// Does what was asked, and returns the exit status. `data` is where the built-in data are, or
/// empty for the place beside the program.
int run(CommandLine line, const std::filesystem::path& data);

/// Prints an error as both programs do, and returns its exit status.
int print_error(const Error& error);

}  // namespace pinlex
