// SPDX-License-Identifier: GPL-2.0-or-later
#include "command_line.hpp"

#include <pinlex/sources/reader.hpp>

#include <boost/program_options.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <sstream>
#include <utility>

namespace pinlex::fetching {
namespace {

namespace po = boost::program_options;

using Strings = std::vector<std::string>;

constexpr std::uint64_t least_rate = 1000;
constexpr double longest_delay = 3600;
constexpr std::uint32_t most_retries = 20;
constexpr std::uint32_t longest_timeout = 3600;

po::options_description visible_options() {
  po::options_description options("Options");
  auto add = options.add_options();
  add("language", po::value<Strings>()->value_name("CODE"),
      "texts in that language only; may be repeated");
  add("list", "say what would be fetched, and whether anybody has fetched it from there before");
  add("from", po::value<std::string>()->value_name("DIR"),
      "check the files in DIR, saved by hand, and take those that are right");
  add("refresh", "fetch texts anew that are there and unchanged");
  add("catalogue", po::value<Strings>()->value_name("FILE|DIR"),
      "instruments to know beside the built-in ones; may be repeated");
  add("rate", po::value<std::string>()->value_name("BYTES"),
      "bytes a second at most (500k, 2M); no limit unless told otherwise");
  add("delay", po::value<double>()->default_value(2, "2")->value_name("SECONDS"),
      "between two requests to one host");
  add("retries", po::value<std::uint32_t>()->default_value(3)->value_name("N"),
      "after the first try, where trying again may help");
  add("timeout", po::value<std::uint32_t>()->default_value(30)->value_name("SECONDS"),
      "to connect, and in which next to nothing comes");
  add("max-size", po::value<std::string>()->default_value("64M")->value_name("BYTES"),
      "larger texts are refused");
  add("contact", po::value<std::string>()->value_name("ADDRESS"),
      "your address of mail or web, told to the servers beside the program's name");
  add("quiet,q", "print nothing but what was refused");
  add("help,h", "print this help");
  add("version", "print the version");
  return options;
}

std::string help() {
  std::ostringstream out;
  out << "Usage: pinlex-fetch [OPTION]... FOLDER [ID]...\n"
         "       pinlex-fetch [OPTION]... --from DIR FOLDER\n"
         "       pinlex-fetch --list [OPTION]... [ID]...\n"
         "Fetches official texts of the instruments ID, or of all whose addresses the catalogue "
         "has,\n"
         "into FOLDER, checks that they are what they should be, and describes them there, so "
         "that\n"
         "`pinlex-index INDEX FOLDER` indexes them.\n\n"
      << visible_options()
      << "\nExit status: 0 done, 1 the catalogue has no address of such a text, 2 usage, 6 "
         "another\n"
         "pinlex-fetch works in FOLDER, 8 some texts were refused or did not come, 70 a fault.\n";
  return out.str();
}

Unexpected usage(std::string message) {
  return fail(Code::usage, std::move(message), "pinlex-fetch --help lists what there is");
}

po::variables_map parse(int count, const char* const* arguments) {
  po::options_description all;
  all.add(visible_options());
  all.add_options()("word", po::value<Strings>());
  po::positional_options_description words;
  words.add("word", -1);
  // An option that is spelled by half is an error: a later version may have two that begin so.
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::variables_map values;
  po::store(
      po::command_line_parser(count, arguments).options(all).positional(words).style(style).run(),
      values);
  po::notify(values);
  return values;
}

Strings strings(const po::variables_map& values, const char* name) {
  return values.contains(name) ? values[name].as<Strings>() : Strings();
}

Result<void> read_numbers(const po::variables_map& values, FetchCommand& command) {
  Manners& manners = command.manners;
  manners.delay = values["delay"].as<double>();
  if (!std::isfinite(manners.delay) || manners.delay < 0 || manners.delay > longest_delay) {
    return usage("--delay must be from 0 to 3600 seconds");
  }
  manners.retries = values["retries"].as<std::uint32_t>();
  if (manners.retries > most_retries) return usage("--retries must be at most 20");
  command.timeout = values["timeout"].as<std::uint32_t>();
  if (command.timeout < 1 || command.timeout > longest_timeout) {
    return usage("--timeout must be from 1 to 3600 seconds");
  }
  const auto size = read_bytes(values["max-size"].as<std::string>());
  if (!size) return passed_on(size);
  if (*size < 1 || *size > max_source_bytes) {
    return usage("--max-size must be at most 64M: larger files cannot be indexed");
  }
  manners.max_size = *size;
  if (!values.contains("rate")) return {};
  const auto rate = read_bytes(values["rate"].as<std::string>());
  if (!rate) return passed_on(rate);
  if (*rate < least_rate) return usage("--rate must be at least 1k");
  command.rate = *rate;
  return {};
}

/// FOLDER and ids; an option that would not be looked at is a mistake.
Result<void> read_words(const po::variables_map& values, FetchCommand& command) {
  Strings words = strings(values, "word");
  if (command.list && !command.from.empty()) return usage("--list and --from exclude each other");
  if (!command.list) {
    if (words.empty()) return usage("FOLDER is missing");
    command.folder = words.front();
    words.erase(words.begin());
  }
  if (!command.from.empty() && (!words.empty() || values.contains("language"))) {
    return usage("--from takes all files of its folder: leave out ID and --language");
  }
  command.selection.ids = std::move(words);
  return {};
}

}  // namespace

Result<std::uint64_t> read_bytes(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  const std::uint64_t scale = unit.empty() ? 1 : unit == "k" ? 1ull << 10 : 1ull << 20;
  constexpr std::uint64_t most = 1ull << 40;
  if (error != std::errc() || (unit != "" && unit != "k" && unit != "M") || value > most / scale) {
    return usage("'" + std::string(text) + "' is no number of bytes such as 500, 500k or 10M");
  }
  return value * scale;
}

Result<FetchCommand> read_fetch_command(int count, const char* const* arguments) {
  FetchCommand command;
  po::variables_map values;
  try {
    values = parse(count, arguments);
  } catch (const po::error& error) {
    return usage(error.what());
  }
  if (values.contains("help")) command.answer = help();
  if (values.contains("version")) command.answer = "pinlex-fetch " PINLEX_VERSION "\n";
  if (!command.answer.empty()) return command;
  command.list = values.contains("list");
  command.refresh = values.contains("refresh");
  command.quiet = values.contains("quiet");
  if (values.contains("from")) command.from = values["from"].as<std::string>();
  if (values.contains("contact")) command.contact = values["contact"].as<std::string>();
  const auto odd = [](char c) { return c < ' ' || c > '~' || c == '(' || c == ')'; };
  if (std::any_of(command.contact.begin(), command.contact.end(), odd)) {
    return usage("--contact must be an address in plain letters");
  }
  command.selection.languages = strings(values, "language");
  for (const std::string& place : strings(values, "catalogue")) {
    command.catalogues.emplace_back(place);
  }
  if (auto read = read_numbers(values, command); !read) return passed_on(read);
  if (auto read = read_words(values, command); !read) return passed_on(read);
  return command;
}

}  // namespace pinlex::fetching
