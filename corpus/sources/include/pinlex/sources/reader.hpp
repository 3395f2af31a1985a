// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/cage.hpp>
#include <pinlex/sources/document.hpp>
#include <pinlex/sources/records.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The largest file that is read, bytes.
inline constexpr std::uint64_t max_source_bytes = 64ull << 20;

/// A format that is read. `formats()` has a row for each.
struct Format {
  enum class Bytes : std::uint8_t {
    binary,    ///< Its reader decodes them.
    declared,  ///< Text in an encoding that the file names; read_source hands on UTF-8.
    utf8,
  };
  std::string_view name;  ///< As in Document::format and in reports.
  Bytes bytes = Bytes::utf8;
  bool caged = false;    ///< Read by a foreign parser of binary or nested data: in the cage.
  bool records = false;  ///< May hold several texts: by read_records().
  /// Whether the file shows itself as of this format. `name` is that of the file; it decides only
  /// between formats that content does not tell apart.
  bool (*shows)(std::string_view bytes, std::string_view name) = nullptr;
  /// Fails with Code::inputs_refused and a message "LINE: why". Null where caged (only the program
  /// in the cage links those readers) and for records.
  Result<Document> (*read)(std::string_view bytes) = nullptr;
};

/// All formats, in the order in which they are tried; plain text, the last, takes everything.
const std::vector<Format>& formats();

/// The format that a file's content shows.
const Format& format_of(std::string_view bytes, std::string_view name);

/// Reads a file's bytes by the format its content shows; `name` only breaks ties, `fields` are those
/// of records. Refuses, with place and reason (Code::inputs_refused), what is empty, binary, not
/// UTF-8 or too large. Thread-safe.
Result<SourceTexts> read_texts(std::string_view bytes, std::string_view name,
                               const RecordFields& fields = {}, const Cage& cage = Cage());

/// The same for a file that is one text, as all are but records.
Result<Document> read_source(std::string_view bytes, std::string_view name,
                             const Cage& cage = Cage());

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
