// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "extraction.hpp"
#include "pdf_page.hpp"

#include <vector>

namespace pinlex {

/// Takes heads, contents and notes out of pages of lines, and makes blocks of the rest.
Document document_of(std::vector<PdfPage> pages);

/// Joins the lines of pages into headings and paragraphs, over the ends of pages too, and puts
/// words together that a line's end parts.
Document blocks_of(const std::vector<PdfPage>& pages);

/// Whether a line begins with the mark of a list: "(a)", "1.", "•".
bool begins_with_mark(std::string_view line);

}  // namespace pinlex
