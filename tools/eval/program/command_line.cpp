// SPDX-License-Identifier: GPL-2.0-or-later
#include "command.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/base/utf8.hpp>

#include <boost/program_options/errors.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>

#include <array>
#include <charconv>
#include <iostream>
#include <sstream>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace po = boost::program_options;

const std::array<const EvalCommand*, 3> eval_commands{&run_command, &score_command,
                                                      &compare_command};

constexpr std::string_view exit_statuses =
    "\nExit status: 0 done, 1 nothing found, 2 usage or a malformed file, 4 no index there,\n"
    "5 index of another format, 7 index damaged, 8 some topics were refused, 70 a fault.\n";

po::options_description options_of(const EvalCommand& command) {
  po::options_description options("Options");
  command.add_options(options);
  options.add_options()("help,h", "print this help");
  return options;
}

std::string general_help() {
  std::string out =
      "Usage: pinlex-eval COMMAND [OPTION]... [FILE]...\n"
      "Measures how well an index answers topics that people have judged.\n\nCommands:\n";
  for (const EvalCommand* command : eval_commands) {
    std::string name(command->name);
    name.resize(9, ' ');
    out += "  " + name + std::string(command->summary) + "\n";
  }
  out +=
      "\nOptions:\n"
      "  -h [ --help ]  print this help; after a command, its options\n"
      "  --version      print the version\n";
  return out + std::string(exit_statuses);
}

std::string help(const EvalCommand& command) {
  std::ostringstream out;
  out << "Usage: pinlex-eval " << command.name << " [OPTION]...";
  for (const auto file : command.files) out << " " << file;
  out << "\n" << command.summary << "\n\n" << options_of(command) << exit_statuses;
  return out.str();
}

Unexpected usage(std::string message, std::string_view command = {}) {
  const std::string of = command.empty() ? "" : " " + std::string(command);
  return fail(Code::usage, std::move(message),
              "`pinlex-eval" + of + " --help` lists what there is");
}

po::variables_map parse(const EvalCommand& command, int count, const char* const* arguments) {
  po::options_description all;
  all.add(options_of(command));
  all.add_options()("files", po::value<std::vector<std::string>>());
  po::positional_options_description files;
  files.add("files", -1);
  // An option that is spelled by half is an error: a later version may have two that begin so.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  po::store(
      po::command_line_parser(count, arguments).options(all).positional(files).style(style).run(),
      values);
  po::notify(values);
  return values;
}

Result<int> run_one(const EvalCommand& command, int count, const char* const* arguments,
                    const std::array<std::string, 2>& around) {
  try {
    const auto values = parse(command, count, arguments);
    if (values.count("help")) return print(help(command), 0);
    EvalCall call{values, around[0], around[1], {}};
    if (values.count("files")) call.files = values["files"].as<std::vector<std::string>>();
    if (call.files.size() < command.files.size()) {
      return usage(std::string(command.files[call.files.size()]) + " is missing", command.name);
    }
    if (call.files.size() > command.files.size()) {
      return usage("\"" + call.files[command.files.size()] + "\" is one too many", command.name);
    }
    return command.run(call);
  } catch (const po::error& error) {
    return usage(error.what(), command.name);
  }
}

Result<int> run_line(int count, const char* const* arguments,
                     const std::array<std::string, 2>& around) {
  const std::string first = count > 1 ? arguments[1] : "";
  if (first == "--help" || first == "-h" || first == "help") return print(general_help(), 0);
  if (first == "--version") return print("pinlex-eval " PINLEX_VERSION "\n", 0);
  if (first.empty()) return usage("a command is missing");
  for (const EvalCommand* command : eval_commands) {
    if (command->name == first) return run_one(*command, count - 1, arguments + 1, around);
  }
  return usage("there is no command \"" + first + "\"");
}

}  // namespace

Result<std::string> read_input(const std::string& file) {
  auto text = read_file(file, largest_input);
  if (!text) return fail(Code::usage, text.error().message, text.error().hint);
  return text;
}

Result<void> read_number(const EvalCall& call, const NumberOption& option, unsigned& number) {
  if (!call.values.count(option.name)) return {};
  const std::string& text = call.values[option.name].as<std::string>();
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && rest == end && number >= option.least && number <= option.most) {
    return {};
  }
  return fail(Code::usage, "--" + std::string(option.name) + " is a whole number from " +
                               std::to_string(option.least) + " to " + std::to_string(option.most) +
                               ", not \"" + text + "\"");
}

Result<bool> wants_json(const EvalCall& call) {
  if (!call.values.count("format")) return false;
  const std::string& format = call.values["format"].as<std::string>();
  if (format == "text" || format == "json") return format == "json";
  return fail(Code::usage, "--format is text or json, not \"" + format + "\"");
}

int print(std::string_view text, int status) {
  if (std::cout << text << std::flush) return status;
  return print_error({Code::internal, "the answer could not be written", {}});
}

int print_error(const Error& error) {
  std::cerr << "pinlex-eval: " << printable(error.message) << "\n";
  if (!error.hint.empty()) std::cerr << "hint: " << printable(error.hint) << "\n";
  return static_cast<int>(error.code);
}

int run(int count, const char* const* arguments, std::string index, std::string data) {
  const auto status = run_line(count, arguments, {std::move(index), std::move(data)});
  return status ? *status : print_error(status.error());
}

}  // namespace pinlex
