// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "part.hpp"

#include <string_view>
#include <vector>

namespace pinlex {

/// How much of a text's structure a format keeps, the most first: 0 for legal XML, more for what
/// is laid out for the eye.
unsigned poverty(std::string_view format);

/// Whether a part is the text of these parts again, from another format: all but a hundredth of the
/// words are the same, wherever the formats begin and end their paragraphs.
bool is_same_text(const Part& part, const std::vector<Part>& parts);

}  // namespace pinlex
