// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace pinlex {

/// The longest line that its words alone make a heading.
inline constexpr std::size_t longest_line_of_heading = 120;  // bytes

/// A short line all in capitals, with at least four letters and no closing mark.
bool is_in_capitals(std::string_view line);

/// Whether a paragraph that holds one line shows by its words that it is a heading.
bool shows_heading(std::string_view line);

}  // namespace pinlex
