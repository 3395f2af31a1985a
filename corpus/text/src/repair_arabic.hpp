// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/text/repair.hpp>

namespace pinlex {

/// The step of repair() for Arabic script: marks, alef and hamza forms, reversed lam-alef, and a
/// space between digits and letters.
void repair_arabic(Repaired& repaired);

}  // namespace pinlex
