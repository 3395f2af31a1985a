// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/searcher/searcher.hpp>

namespace pinlex {

/// Searcher::show over a library.
Result<ShowAnswer> show(const Library& library, const ShowRequest& request);

}  // namespace pinlex
