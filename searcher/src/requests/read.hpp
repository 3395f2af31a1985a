// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "render/json_parts.hpp"
#include "requests/methods.hpp"

#include <pinlex/base/result.hpp>

#include <string_view>

namespace pinlex {

/// A request that is one of a method.
struct ReadRequest {
  const RequestMethod* method = nullptr;
  RequestArguments arguments;
};

/// The object that a request is, within the limits of requests.hpp, and with no member twice.
Result<Json> parse_request(std::string_view text);

/// What a request asks for; fails with Code::usage, naming the place and the nearest name there is.
Result<ReadRequest> read_request(const Json& object);

}  // namespace pinlex
