// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/searcher/searcher.hpp>

namespace pinlex {

/// Searcher::search over a library.
Result<SearchAnswer> search(const Library& library, const SearchRequest& request);

}  // namespace pinlex
