// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/searcher.hpp>

#include <pinlex.h>

#include <string>

namespace pinlex {

/// A request as the options say, which end with one that has no name or are null. Code::usage for a
/// name or value that is not known.
Result<SearchRequest> request_of(std::string query, const pinlex_option* options);

}  // namespace pinlex
