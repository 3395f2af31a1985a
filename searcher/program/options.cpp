// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"

#include <pinlex/base/data_dir.hpp>

#include <boost/program_options/value_semantic.hpp>

#include <charconv>
#include <filesystem>
#include <sstream>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;
using Strings = std::vector<std::string>;

}  // namespace

Result<IndexPlaces> index_places(const po::variables_map& values, const Surroundings& around) {
  IndexPlaces out;
  if (values.count("index")) {
    for (const std::string& index : values["index"].as<Strings>()) out.indexes.emplace_back(index);
  }
  if (out.indexes.empty() && !around.index.empty()) out.indexes.emplace_back(around.index);
  const auto data = data_dir(around.data);
  if (out.indexes.empty() || values.count("with-digest")) {
    if (!data) return passed_on(data);
    out.indexes.push_back(*data / "digest.index");
  }
  std::error_code missing;
  if (data && fs::exists(*data / "catalogue", missing)) out.catalogue = *data / "catalogue";
  return out;
}

void add_page_options(po::options_description& options) {
  auto add = options.add_options();
  add("limit", po::value<std::string>()->value_name("N"), "how many to show (10)");
  add("offset", po::value<std::string>()->value_name("N"), "how many to leave out first (0)");
}

void add_text_options(po::options_description& options) {
  auto add = options.add_options();
  add("edition", po::value<Strings>()->value_name("EDITION,..."),
      "only official, consolidated, translation or digest texts");
  add("lang", po::value<Strings>()->value_name("LANG,..."),
      "only texts in these languages (ISO 639-1)");
}

void add_index_options(po::options_description& options) {
  auto add = options.add_options();
  add("index", po::value<Strings>()->value_name("DIR"),
      "index to read; may be repeated (else $PINLEX_INDEX, else the built-in digest)");
  add("with-digest", "read the built-in digest too");
}

std::string joined_words(const Call& call) {
  std::string out;
  for (const std::string& word : call.words) out += (out.empty() ? "" : " ") + word;
  return out;
}

Strings list_of(const Call& call, const char* option) {
  Strings out;
  if (!call.values.count(option)) return out;
  for (const std::string& value : call.values[option].as<Strings>()) {
    std::istringstream parts(value);
    for (std::string part; std::getline(parts, part, ',');) {
      if (!part.empty()) out.push_back(part);
    }
  }
  return out;
}

Result<void> read_number(const Call& call, const char* option, std::uint32_t& number) {
  if (!call.values.count(option)) return {};
  const std::string& text = call.values[option].as<std::string>();
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc() && rest == end && !text.empty()) return {};
  return fail(Code::usage, "--" + std::string(option) + " is a whole number, not \"" + text + "\"");
}

Result<Searcher> open_indexes(const Call& call) {
  const auto places = index_places(call.values, call.around);
  if (!places) return passed_on(places);
  return Searcher::open(places->indexes, places->catalogue);
}

Result<LiveSearcher> open_live(const po::variables_map& values, const Surroundings& around) {
  auto places = index_places(values, around);
  if (!places) return passed_on(places);
  return LiveSearcher::open(std::move(places->indexes), std::move(places->catalogue));
}

TextStyle style_of(const Call& call) {
  TextStyle style{call.around.colour, call.around.width};
  if (call.values.count("color")) style.colour = true;
  if (call.values.count("no-color")) style.colour = false;
  return style;
}

}  // namespace pinlex
