// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "command.hpp"

#include <pinlex/searcher/live_searcher.hpp>
#include <pinlex/searcher/render.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace pinlex {

/// Options that several commands share.
void add_page_options(boost::program_options::options_description& options);
void add_text_options(boost::program_options::options_description& options);
void add_index_options(boost::program_options::options_description& options);

/// The words of the call as one text, as they stood on the command line.
std::string joined_words(const Call& call);

/// The values of an option that takes lists: repeated, or parted by commas.
std::vector<std::string> list_of(const Call& call, const char* option);

/// Sets `number` where the option is given; fails with Code::usage for anything but a whole number.
Result<void> read_number(const Call& call, const char* option, std::uint32_t& number);

template <typename Request>
Result<void> read_limit(const Call& call, Request& request) {
  const auto limit = read_number(call, "limit", request.limit);
  if (!limit) return limit;
  if (request.limit > 0 && request.limit <= max_limit) return {};
  return fail(Code::usage, "--limit is from 1 to " + std::to_string(max_limit));
}

/// Reads --offset and --limit into a request that has both.
template <typename Request>
Result<void> read_page(const Call& call, Request& request) {
  const auto offset = read_number(call, "offset", request.offset);
  if (!offset) return offset;
  return read_limit(call, request);
}

/// The folders that a call reads.
struct IndexPlaces {
  std::vector<std::filesystem::path> indexes;
  std::filesystem::path catalogue;  ///< Empty where there is none.
};

/// The indexes that the options name, else $PINLEX_INDEX, else the built-in digest; and the built-in
/// catalogue.
Result<IndexPlaces> index_places(const boost::program_options::variables_map& values,
                                 const Surroundings& around);

/// Opens the indexes that the call names, else $PINLEX_INDEX, else the built-in digest.
Result<Searcher> open_indexes(const Call& call);

/// The same, to follow what is published.
Result<LiveSearcher> open_live(const boost::program_options::variables_map& values,
                               const Surroundings& around);

TextStyle style_of(const Call& call);

/// An answer in the format of the call, among those that all answers have.
template <typename Answer>
std::string rendered(const Answer& answer, const Call& call) {
  if (call.format == "json") return to_json(answer);
  if constexpr (requires { to_markdown(answer); }) {
    if (call.format == "md") return to_markdown(answer);
  }
  if constexpr (requires { to_html(answer); }) {
    if (call.format == "html") return to_html(answer);
  }
  return to_text(answer, style_of(call));
}

}  // namespace pinlex
