// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The texts of one file.
struct SourceTexts {
  std::vector<Document> documents;
  std::vector<Error> refused;  ///< Records that could not be taken; messages are "LINE: why".
};

/// Reads records (`format` is "json" or "yaml"): one value, a list, lines of JSON, YAML documents.
/// Where `fields` is empty they are records of pinlex's own (`pinlex.text/1`), and a member of
/// another name is refused; else `fields` says which members hold what, and others that hold words
/// are a doubt. Records of the same instrument, language and edition are one text, in their order.
/// Records that have numbers or headings open provisions; the words of others are read as Markdown
/// or plain text. Ranges are bytes of the file. The bytes must be UTF-8. Fails
/// (Code::inputs_refused, "LINE: why") where nothing can be read. Thread-safe.
Result<SourceTexts> read_records(std::string_view bytes, std::string_view format,
                                 const RecordFields& fields);

/// Whether a manifest may map a field of that name: "text", "number", "text.en" …
bool is_record_field(std::string_view name);

/// The names of all fields, for messages: "texts, provisions, … or text".
std::string record_field_names();

}  // namespace pinlex
