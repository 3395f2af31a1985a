// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/searcher/powers.hpp>

namespace pinlex {

Result<PowersAnswer> powers(const Library& library, const PowersRequest& request);

}  // namespace pinlex
