// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What the environment and the terminal say.
struct Surroundings {
  std::string index;    ///< $PINLEX_INDEX
  std::string data;     ///< $PINLEX_DATA
  bool colour = false;  ///< A terminal that has colours, and $NO_COLOR does not forbid them.
  std::uint32_t width = 80;
};

Surroundings surroundings();

/// A command as typed: its options and words, read but not yet understood.
struct Call {
  const boost::program_options::variables_map& values;
  const Surroundings& around;
  std::vector<std::string> words;  ///< Query, citation or instrument.
  std::string format;              ///< One of the command's.
};

/// A command of `pinlex`; each has a file of its own, and a row in commands().
struct Command {
  std::string_view name;
  std::string_view arguments;  ///< As help prints them; optional where they begin with '['.
  std::string_view summary;
  std::string_view formats;  ///< Of its output, parted by '|'; the first is the default.
  bool reads_index;          ///< Takes the options that name indexes.
  void (*add_options)(boost::program_options::options_description& options);
  /// Does what was asked, prints the answer, and gives the exit status.
  Result<int> (*run)(const Call& call);
};

extern const Command search_command, show_command, refs_command, parallels_command, powers_command,
    check_command, info_command, verify_command, fields_command, serve_command;

/// In the order of the help.
const std::vector<const Command*>& commands();

/// Reads a command line, does what it says, and gives the exit status. Errors are printed.
int run(int count, const char* const* arguments, const Surroundings& around);

}  // namespace pinlex
