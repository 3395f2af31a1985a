// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "layout.hpp"

#include <pinlex/searcher/hit.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

inline constexpr std::size_t text_indent = 3;   ///< Of what stands below a citation.
inline constexpr std::size_t depth_indent = 4;  ///< Of each level below the pinpoint.

/// Numbers with a mark every three digits, as people read them: "1,234 passages".
std::string plural(std::uint64_t number, const std::string& noun);

/// What a person should know, a paragraph each.
void put_notes(TextLayout& layout, const std::vector<std::string>& notes);

/// Citation, heading, place, words and source of a provision.
void put_hit(TextLayout& layout, const Hit& hit);

}  // namespace pinlex
