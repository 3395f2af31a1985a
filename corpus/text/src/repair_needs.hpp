// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/text/repair.hpp>

#include <string_view>

namespace pinlex {

/// What a look at the bytes says may need repair; a sum of these.
enum RepairNeed : unsigned {
  repairs_nothing = 0,
  repairs_characters = 1,  ///< Something other than plain, composed, well-formed characters.
  repairs_line_ends = 2,   ///< A hyphen before a line end.
  repairs_glue = 4,        ///< Punctuation between two words without a space.
};

unsigned repair_needs(std::string_view text);

/// repair() with the needs already known.
Repaired repair_for(std::string_view text, unsigned needs);

/// Zero-width and bidirectional marks and the soft hyphen, which repair() takes out.
bool is_invisible(char32_t c);

}  // namespace pinlex
