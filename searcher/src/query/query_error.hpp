// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <string>
#include <string_view>

namespace pinlex {

/// A Code::query error whose message shows the place: the sentence, then the query (as much of it
/// as fits a line, fit for a terminal) and a line of carets under `place`. An empty place is the
/// point before that byte; a blank query is not shown. Any bytes are accepted; the cost does not
/// depend on their number.
Unexpected query_error(std::string_view query, TextRange place, std::string_view sentence,
                       std::string hint = {});

}  // namespace pinlex
