// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <string_view>

namespace pinlex {

/// A PDF file: its words in reading order, lines joined into paragraphs, with page marks; running
/// heads, page numbers and tables of contents apart, footnotes behind the paragraph that refers to
/// them. Fails with Code::inputs_refused; what is encrypted, and what holds pictures of pages
/// alone, is named as such.
Result<Document> read_pdf(std::string_view bytes);

/// Loads what Poppler converts texts with, which is code in files of their own: in the cage no code
/// can be loaded any more. To be called before.
void load_converters();

}  // namespace pinlex
