// SPDX-License-Identifier: GPL-2.0-or-later
#include "command.hpp"
#include "options.hpp"
#include "output.hpp"

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>

#include <algorithm>
#include <sstream>
#include <utility>

namespace pinlex {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

constexpr std::string_view exit_statuses =
    "\nExit status: 0 found, 1 nothing found, 2 usage, 3 query not understood, 4 no index there,\n"
    "5 index of another format, 7 index damaged, 8 input refused, 70 a fault.\n";

po::options_description options_of(const Command& command) {
  po::options_description options("Options");
  command.add_options(options);
  if (command.reads_index) add_index_options(options);
  auto add = options.add_options();
  const std::string formats(command.formats);
  add("format", po::value<std::string>()->value_name(formats), "form of the output");
  add("color", "colours, though this is no terminal");
  add("no-color", "never colours");
  add("help,h", "print this help");
  return options;
}

std::string general_help() {
  std::size_t width = 0;
  for (const Command* command : commands()) width = std::max(width, command->name.size() + 2);
  std::string out =
      "Usage: pinlex COMMAND [OPTION]... [ARGUMENT]...\n"
      "Pinpoint search over cybercrime law.\n\nCommands:\n";
  for (const Command* command : commands()) {
    std::string name(command->name);
    name.resize(width, ' ');
    out += "  " + name + std::string(command->summary) + "\n";
  }
  out +=
      "\nOptions:\n"
      "  -h [ --help ]  print this help; after a command, its options\n"
      "  --version      print the version\n";
  return out + std::string(exit_statuses);
}

std::string help(const Command& command) {
  std::ostringstream out;
  out << "Usage: pinlex " << command.name << " [OPTION]..."
      << (command.arguments.empty() ? "" : " ") << command.arguments << "\n"
      << command.summary << "\n\n"
      << options_of(command) << exit_statuses;
  return out.str();
}

Unexpected usage(std::string message, std::string_view command = {}) {
  const std::string of = command.empty() ? "" : " " + std::string(command);
  return fail(Code::usage, std::move(message), "`pinlex" + of + " --help` lists what there is");
}

po::variables_map parse(const Command& command, int count, const char* const* arguments) {
  po::options_description all;
  all.add(options_of(command));
  all.add_options()("words", po::value<Strings>());
  po::positional_options_description words;
  words.add("words", -1);
  // An option that is spelled by half is an error: a later version may have two that begin so.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  // The parser takes the first argument for the program's name, which here is the command's.
  po::store(
      po::command_line_parser(count, arguments).options(all).positional(words).style(style).run(),
      values);
  po::notify(values);
  return values;
}

/// The format asked for, or the command's first.
Result<std::string> format_of(const Command& command, const po::variables_map& values) {
  Strings known;
  std::istringstream formats{std::string(command.formats)};
  for (std::string format; std::getline(formats, format, '|');) known.push_back(format);
  if (!values.count("format")) return known.front();
  const std::string& wanted = values["format"].as<std::string>();
  if (std::find(known.begin(), known.end(), wanted) != known.end()) return wanted;
  std::string list = known.front();
  for (std::size_t i = 1; i < known.size(); ++i) {
    list += (i + 1 == known.size() ? " or " : ", ") + known[i];
  }
  return fail(Code::usage, "--format is " + list + ", not \"" + wanted + "\"");
}

Result<int> run(const Command& command, int count, const char* const* arguments,
                const Surroundings& around) {
  try {
    const auto values = parse(command, count, arguments);
    if (values.count("help")) return print(help(command), 0);
    const auto format = format_of(command, values);
    if (!format) return passed_on(format);
    Call call{values, around, {}, *format};
    if (values.count("words")) call.words = values["words"].as<Strings>();
    const bool optional = command.arguments.empty() || command.arguments.front() == '[';
    if (call.words.empty() && !optional) {
      return usage(std::string(command.arguments) + " is missing", command.name);
    }
    return command.run(call);
  } catch (const po::error& error) {
    return usage(error.what(), command.name);
  }
}

Result<int> run_line(int count, const char* const* arguments, const Surroundings& around) {
  const std::string first = count > 1 ? arguments[1] : "";
  if (first == "--help" || first == "-h" || first == "help") return print(general_help(), 0);
  if (first == "--version") return print("pinlex " PINLEX_VERSION "\n", 0);
  if (first.empty()) return usage("a command is missing");
  if (first[0] == '-') return usage("the command comes first: " + first + " is none");
  for (const Command* command : commands()) {
    if (command->name == first) return run(*command, count - 1, arguments + 1, around);
  }
  return usage("there is no command \"" + first + "\"");
}

}  // namespace

const std::vector<const Command*>& commands() {
  static const std::vector<const Command*> all{&search_command,    &show_command,   &refs_command,
                                               &parallels_command, &powers_command, &check_command,
                                               &info_command,      &verify_command, &fields_command,
                                               &serve_command};
  return all;
}

int run(int count, const char* const* arguments, const Surroundings& around) {
  const auto status = run_line(count, arguments, around);
  return status ? *status : print_error(status.error());
}

}  // namespace pinlex
