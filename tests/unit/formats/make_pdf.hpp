// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

/// Words of a page of A4, set at a place in points from the top left corner.
struct Typeset {
  double left = 72, top = 72;
  std::string text;
  double size = 11;
  bool bold = false;
};

/// A PDF of these pages, in Courier: each letter is 0.6 of the size wide.
std::string make_pdf(const std::vector<std::vector<Typeset>>& pages);
