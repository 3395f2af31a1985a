// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "segments.hpp"

#include <string>
#include <vector>

namespace pinlex {

/// The blocks that open the paragraphs of a text whose numbers count up from its beginning to its
/// end, as reports and general comments have it; all false where the numbers are those of articles
/// or of a list.
std::vector<bool> find_numbered_paragraphs(const Document& document, const Headings& headings);

}  // namespace pinlex
