// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace pinlex {

/// The numbers of lists that a format counts and does not print.

/// "xiv"; empty for 0 and from 4,000 on.
std::string roman_numeral(std::uint32_t value);

/// ASCII letters in capitals, all else as it was.
std::string in_capitals(std::string text);

}  // namespace pinlex
