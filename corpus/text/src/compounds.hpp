// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace pinlex {

/// Whether two words with a hyphen between them are one that others write without it
/// ("co-operation", "e-mail", "cyber-crime"). Expects the words as they stand, of any case.
bool is_one_word(std::string_view first, std::string_view second);

/// Words longer than this never begin such a pair.
inline constexpr std::size_t longest_first_part = 7;

}  // namespace pinlex
