// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/searcher.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pinlex {

/// What a request may be; past any of these it is refused.
inline constexpr std::size_t max_request_bytes = 8U << 20;
inline constexpr std::size_t max_request_depth = 8;
inline constexpr std::size_t max_request_values = 10000;

/// Answers one request in JSON, `{"method": "search", "params": {"query": "wiretap"}}`, with the
/// document that the command line prints for it with `--format json`, the newline at its end
/// included. Methods and parameters are those of methods_json(), named like commands and options of
/// the command line, with `_` for `-`.
///
/// Fails as the members of Searcher do, and with Code::usage where the request is not JSON, past
/// the limits, or not one of a method: the message names the place, the hint the nearest name there
/// is. No match is a success. Safe to call from many threads at once.
Result<std::string> answer_json(const Searcher& searcher, std::string_view request);

/// Answers one line of `pinlex serve`: a request as above, with an "id" or without (a text of at
/// most 256 bytes, or a whole number). Gives one line of `pinlex.line/1`, without a line end:
/// `{"id": 1, "result": …}` or `{"id": 1, "error": …}`; the id is left out where none was read.
std::string answer_line(const Searcher& searcher, std::string_view line);

/// The line that says an error, without an id.
std::string error_line(const Error& error);

/// The methods there are, with the JSON Schema of the parameters of each and the name of the schema
/// of its answer, as `pinlex.methods/1`.
std::string methods_json();

/// The name of a code in JSON: "nothing-found", "usage", "query" …
std::string_view name(Code code);

}  // namespace pinlex
