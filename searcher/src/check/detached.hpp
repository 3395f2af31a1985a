// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/citations/citation.hpp>
#include <pinlex/searcher/check.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace pinlex {

/// The words of a block quote or paragraph without the citation that stands beside them.
struct Detached {
  TextRange words;             ///< Empty where there is nothing but a citation.
  std::int32_t citation = -1;  ///< Index of the citation that was left out, or -1.
};

/// Leaves out a citation that is no part of the words: at the end in brackets, behind a dash or on
/// a line of its own; at the beginning before a colon, a dash or a line end. Citations have places
/// in `text`, ascending.
Detached detach_citation(std::string_view text, const std::vector<Citation>& citations);

}  // namespace pinlex
