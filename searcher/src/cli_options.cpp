// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli.hpp"
#include "ranking.hpp"

#include <boost/program_options.hpp>

#include <array>
#include <charconv>
#include <sstream>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace po = boost::program_options;

/// A command, and what its help says.
struct CommandInfo {
  Command command;
  std::string_view name, arguments, summary;
};

constexpr std::array<CommandInfo, 4> commands{{
    {Command::search, "search", "QUERY...",
     "Ranks the passages that answer a query, each with its pinpoint and source."},
    {Command::show, "show", "CITATION...",
     "Shows a provision, chapter or whole text: \"ETS 185 art. 21\", coe-185#art_21@en."},
    {Command::info, "info", "[INSTRUMENT]", "Lists what is in the index."},
    {Command::fields, "fields", "", "Lists the fields that a query may name."},
}};

constexpr std::string_view exit_statuses =
    "\nExit status: 0 found, 1 nothing found, 2 usage, 3 query not understood, 4 no index there,\n"
    "5 index of another format, 7 index damaged, 70 a fault.\n";

const CommandInfo* command_named(std::string_view name) {
  for (const CommandInfo& info : commands) {
    if (info.name == name) return &info;
  }
  return nullptr;
}

using Strings = std::vector<std::string>;

void add_common(po::options_description& options) {
  auto add = options.add_options();
  add("format", po::value<std::string>()->value_name("text|json"), "form of the output");
  add("color", "colours, though this is no terminal");
  add("no-color", "never colours");
  add("help,h", "print this help");
}

void add_indexes(po::options_description& options) {
  auto add = options.add_options();
  add("index", po::value<Strings>()->value_name("DIR"),
      "index to read; may be repeated (else $PINLEX_INDEX, else the built-in digest)");
  add("with-digest", "read the built-in digest too");
}

void add_texts(po::options_description& options) {
  auto add = options.add_options();
  add("edition", po::value<Strings>()->value_name("EDITION,..."),
      "only official, consolidated, translation or digest texts");
  add("lang", po::value<Strings>()->value_name("LANG,..."),
      "only texts in these languages (ISO 639-1)");
}

void add_search(po::options_description& options) {
  auto add = options.add_options();
  add("limit", po::value<std::string>()->value_name("N"), "hits to show (10)");
  add("offset", po::value<std::string>()->value_name("N"), "hits to leave out, best first (0)");
  add("instrument", po::value<Strings>()->value_name("ID,..."),
      "only texts of these instruments; with ! before it, not of that one");
  add("kind", po::value<Strings>()->value_name("KIND,..."), "only treaty, protocol, ...");
}

po::options_description options_of(Command command) {
  po::options_description options("Options");
  if (command != Command::fields) add_indexes(options);
  if (command == Command::search) add_search(options);
  if (command == Command::search || command == Command::show) add_texts(options);
  add_common(options);
  return options;
}

std::string general_help() {
  std::ostringstream out;
  out << "Usage: pinlex COMMAND [OPTION]... [ARGUMENT]...\n"
         "Pinpoint search over cybercrime law.\n\nCommands:\n";
  for (const CommandInfo& info : commands) {
    std::string name(info.name);
    name.resize(8, ' ');
    out << "  " << name << info.summary << "\n";
  }
  po::options_description all("Options of all commands"), indexes("Of search, show and info"),
      search("Of search"), texts("Of search and show");
  add_common(all);
  all.add_options()("version", "print the version");
  add_indexes(indexes);
  add_search(search);
  add_texts(texts);
  out << "\n" << all << "\n" << indexes << "\n" << texts << "\n" << search << exit_statuses;
  return out.str();
}

std::string help(const CommandInfo& info) {
  std::ostringstream out;
  out << "Usage: pinlex " << info.name << " [OPTION]..." << (info.arguments.empty() ? "" : " ")
      << info.arguments << "\n"
      << info.summary << "\n\n"
      << options_of(info.command) << exit_statuses;
  return out.str();
}

Unexpected usage(std::string message, std::string_view command = {}) {
  const std::string of = command.empty() ? "" : " " + std::string(command);
  return fail(Code::usage, std::move(message), "`pinlex" + of + " --help` lists what there is");
}

po::variables_map parse(const CommandInfo& info, int count, const char* const* arguments) {
  po::options_description all;
  all.add(options_of(info.command));
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

/// The values of an option that takes lists: repeated, or parted by commas.
Strings list(const po::variables_map& values, const char* option) {
  Strings out;
  if (!values.count(option)) return out;
  for (const std::string& value : values[option].as<Strings>()) {
    std::istringstream parts(value);
    for (std::string part; std::getline(parts, part, ',');) {
      if (!part.empty()) out.push_back(part);
    }
  }
  return out;
}

Result<void> read_number(const po::variables_map& values, const char* option,
                         std::uint32_t& number) {
  if (!values.count(option)) return {};
  const std::string& text = values[option].as<std::string>();
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && rest == end && !text.empty()) return {};
  return fail(Code::usage, "--" + std::string(option) + " is a whole number, not \"" + text + "\"");
}

Result<void> read_options(const po::variables_map& values, CommandLine& line) {
  if (values.count("words")) line.words = values["words"].as<Strings>();
  if (values.count("index")) line.indexes = values["index"].as<Strings>();
  line.with_digest = values.count("with-digest") > 0;
  if (values.count("format")) {
    const std::string& format = values["format"].as<std::string>();
    line.json = format == "json";
    if (!line.json && format != "text") {
      return fail(Code::usage, "--format is text or json, not \"" + format + "\"");
    }
  }
  for (const auto& [option, number] : {std::pair("limit", &line.limit), {"offset", &line.offset}}) {
    const auto read = read_number(values, option, *number);
    if (!read) return read;
  }
  if (line.limit == 0 || line.limit > max_limit) {
    return fail(Code::usage, "--limit is from 1 to " + std::to_string(max_limit));
  }
  line.filters = {list(values, "instrument"), list(values, "kind"), list(values, "edition"),
                  list(values, "lang")};
  if (values.count("color")) line.colour = true;
  if (values.count("no-color")) line.colour = false;
  return {};
}

}  // namespace

Result<CommandLine> read_command_line(int count, const char* const* arguments) {
  CommandLine line;
  const std::string first = count > 1 ? arguments[1] : "";
  if (first == "--help" || first == "-h" || first == "help") line.answer = general_help();
  if (first == "--version") line.answer = "pinlex " PINLEX_VERSION "\n";
  if (!line.answer.empty()) return line;
  if (first.empty()) return usage("a command is missing");
  if (first[0] == '-') return usage("the command comes first: " + first + " is none");
  const CommandInfo* command = command_named(first);
  if (command == nullptr) return usage("there is no command \"" + first + "\"");
  line.command = command->command;
  try {
    const auto values = parse(*command, count - 1, arguments + 1);
    if (values.count("help")) line.answer = help(*command);
    const auto read = read_options(values, line);
    if (!read) return passed_on(read);
  } catch (const po::error& error) {
    return usage(error.what(), command->name);
  }
  if (!line.answer.empty()) return line;
  const bool wants_words = command->arguments.substr(0, 1) != "[" && !command->arguments.empty();
  if (wants_words && line.words.empty()) {
    return usage(std::string(command->arguments) + " is missing", command->name);
  }
  return line;
}

}  // namespace pinlex
