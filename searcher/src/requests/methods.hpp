// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace pinlex {

/// What a request may carry, whatever its method.
struct RequestArguments {
  std::string query, citation, text, field, instrument, as;
  std::vector<std::string> instruments, kinds, editions, languages, powers;
  std::uint32_t limit = 10, offset = 0, context = 0;
  bool count = false, no_expand = false, outline = false, from = false, to = false, diff = false;
};

/// A parameter of a method: its name, what it means, and where it goes. The type in JSON is that of
/// the member; what the member holds from the start is the default.
struct RequestParameter {
  using Strings = std::vector<std::string>;
  using Member = std::variant<std::string RequestArguments::*, Strings RequestArguments::*,
                              std::uint32_t RequestArguments::*, bool RequestArguments::*>;

  std::string_view name;
  std::string_view description;
  Member member;
  bool required = false;
  std::uint32_t least = 0, most = 0;           ///< Of a number.
  std::vector<std::string_view> choices = {};  ///< Of a text; empty for any.
};

/// A row of the table that reads requests, runs them and describes them.
struct RequestMethod {
  std::string_view name;
  std::string_view description;
  std::string_view answer;  ///< The schema of its answer.
  std::vector<RequestParameter> parameters;
  Result<std::string> (*run)(const Searcher& searcher, const RequestArguments& arguments);
};

/// In the order in which they are listed.
const std::vector<RequestMethod>& request_methods();

}  // namespace pinlex
