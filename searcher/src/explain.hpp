// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/reading.hpp>
#include <pinlex/searcher/search.hpp>

namespace pinlex {

/// How search() would read a request, with its errors. Throws what Xapian throws.
Result<QueryReading> explain(const Library& library, const SearchRequest& request);

}  // namespace pinlex
