// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "numbering.hpp"

#include <cstdint>
#include <string_view>

namespace pinlex {

/// Past blanks, no-break and ideographic ones among them.
std::uint32_t skip_mark_blanks(std::string_view line, std::uint32_t at);

/// Reads a number in Arabic, Chinese or Cyrillic at `mark.begin` of a line: "(أ)", "ب -", "١.",
/// "（一）", "二、", "в)"; and as extraction from PDF turns Arabic lines, ". 2", "-3", "' '1".
bool read_script_mark(std::string_view line, Mark& mark);

/// The number of a point in an eId where the printed letter is not Latin: the Latin letter in its
/// place, so that translations of one point have one id.
std::string letter_in_eid(std::uint32_t ordinal);

}  // namespace pinlex
