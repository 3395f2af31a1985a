// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "numbering.hpp"

#include <deque>
#include <vector>

namespace pinlex {

/// Lines of an article, cut before each item of the lists that run on inside a line.
struct CutLines {
  std::vector<BodyLine> lines;
  std::deque<MappedText> kept;  ///< What was cut; `lines` point into it.
};

/// Finds the items of lists inside lines ("…: (a) ink; and (b) oil."): numbers in brackets behind a
/// colon or a semicolon, where at least two of them follow each other.
CutLines cut_inline_lists(const std::vector<BodyLine>& lines);

}  // namespace pinlex
