// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/check.hpp>

namespace pinlex {

/// Searcher::check over a library.
Result<CheckAnswer> check(const Library& library, const CheckRequest& request);

}  // namespace pinlex
