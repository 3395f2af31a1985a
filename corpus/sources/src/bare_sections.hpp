// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "segments.hpp"

namespace pinlex {

/// Reads headings that are a number and a title ("12 Compliance notice") as sections, where a
/// document has hardly any other basic units and the words under some of them begin with "(1)": so
/// do acts, and no report. Else paragraphs that begin with a section's number ("3.—(1) The keeper")
/// where those count up from the first.
void read_bare_sections(const Document& document, Headings& headings);

}  // namespace pinlex
