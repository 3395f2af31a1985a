// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/render.hpp>
#include <pinlex/searcher/show.hpp>

#include <string>
#include <vector>

namespace pinlex {

/// Whether lines of that style hold so many columns that can be read.
bool columns_fit(const TextStyle& style, std::size_t columns);

/// One provision in several versions, each in a column, what has one number in one row; their
/// sources below.
std::string side_by_side(const std::vector<const Hit*>& versions, const TextStyle& style);

}  // namespace pinlex
