// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <string_view>

namespace pinlex {

/// A Word file (DOCX): paragraphs with the numbers that Word computes, footnotes behind the
/// paragraph that refers to them, tables as lines, tracked changes as accepted. Fails with
/// Code::inputs_refused, also for a zip archive of anything else.
Result<Document> read_word(std::string_view bytes);

}  // namespace pinlex
