// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/searcher/searcher.hpp>

namespace pinlex {

/// Searcher::info over a library.
Result<InfoAnswer> info(const Library& library);

}  // namespace pinlex
