// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <string>
#include <string_view>

namespace pinlex {

/// The largest file that is read, bytes.
inline constexpr std::uint64_t max_source_bytes = 64ull << 20;

/// Reads a file's bytes by the format its content shows; `name` only breaks ties. Refuses, with
/// place and reason (Code::inputs_refused), what is empty, binary, not UTF-8 or too large.
Result<Document> read_source(std::string_view bytes, std::string_view name);

/// Whether the bytes are a table of values separated by tabs (nearly every line has the same number
/// of tabs, two or more): data about texts, not a text.
bool is_table_of_values(std::string_view bytes);

/// Markdown with optional YAML front matter. The bytes must be UTF-8.
Result<Document> read_markdown(std::string_view bytes);

/// Plain text: blank lines separate blocks, and where lines are too long to be wrapped, each is a
/// block; a short line in capitals or that starts like a heading of a treaty is a heading. The
/// bytes must be UTF-8.
Result<Document> read_plain_text(std::string_view bytes);

}  // namespace pinlex
