// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <boost/program_options/options_description.hpp>
#include <boost/program_options/variables_map.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A command as typed: its options and files, read but not yet understood.
struct EvalCall {
  const boost::program_options::variables_map& values;
  std::string index;  ///< $PINLEX_INDEX
  std::string data;   ///< $PINLEX_DATA
  std::vector<std::string> files;
};

/// A command of `pinlex-eval`; each has a row in the table of command_line.cpp.
struct EvalCommand {
  std::string_view name;
  std::vector<std::string_view> files;  ///< What it is given beside options, all wanted.
  std::string_view summary;
  void (*add_options)(boost::program_options::options_description& options);
  /// Does what was asked, prints the answer, and gives the exit status.
  Result<int> (*run)(const EvalCall& call);
};

extern const EvalCommand run_command, score_command, compare_command;

/// Largest file of topics, judgements or a run that is read, in bytes.
inline constexpr std::uint64_t largest_input = 256ull << 20;

/// The content of a file of the command line; fails with Code::usage.
Result<std::string> read_input(const std::string& file);

/// Sets `number` where the option is given; fails with Code::usage for anything but a whole number
/// from `least` to `most`.
struct NumberOption {
  const char* name;
  unsigned least, most;
};
Result<void> read_number(const EvalCall& call, const NumberOption& option, unsigned& number);

/// Whether JSON is asked for; fails with Code::usage for a format that does not exist.
Result<bool> wants_json(const EvalCall& call);

/// Writes to standard output, and returns `status`, or that of the failure to write.
int print(std::string_view text, int status);

/// Prints an error on standard error, and returns its exit status.
int print_error(const Error& error);

/// Reads a command line, does what it says, and gives the exit status. Errors are printed.
int run(int count, const char* const* arguments, std::string index, std::string data);

}  // namespace pinlex
