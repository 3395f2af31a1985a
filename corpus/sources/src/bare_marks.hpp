// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "numbering.hpp"

#include <optional>
#include <vector>

namespace pinlex {

/// The numbers that lines begin with and nothing closes ("1 The keeper", "a the lamp"), where at
/// least two of them follow each other: one alone is a word or a figure.
std::vector<std::optional<Mark>> find_bare_marks(const std::vector<BodyLine>& lines);

}  // namespace pinlex
