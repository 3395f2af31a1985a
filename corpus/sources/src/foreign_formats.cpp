// SPDX-License-Identifier: GPL-2.0-or-later
#include "foreign_formats.hpp"

#include "encoding.hpp"
#include "pdf.hpp"
#include "word.hpp"

#include <pinlex/sources/reader.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace pinlex {
namespace {

struct ForeignReader {
  std::string_view format;  ///< As in formats().
  Result<Document> (*read)(std::string_view bytes) = nullptr;
};

constexpr std::array readers{
    ForeignReader{"pdf", read_pdf},
    ForeignReader{"zip", read_word},
    ForeignReader{"html", read_html},
    ForeignReader{"xml", read_xml},
};

}  // namespace

Result<Document> read_foreign(std::string_view bytes, std::string_view name) {
  const Format& format = format_of(bytes, name);
  const auto reader = std::find_if(readers.begin(), readers.end(), [&](const ForeignReader& one) {
    return one.format == format.name;
  });
  if (reader == readers.end()) {
    return fail(Code::inputs_refused, "1: no reader for this format");
  }
  if (format.bytes != Format::Bytes::declared) return reader->read(bytes);
  auto text = transcoded(bytes);
  if (!text) return passed_on(text);
  if (!text->has_value()) return reader->read(bytes);
  auto document = reader->read((*text)->text);
  if (document) document->extracted = std::move(**text);
  return document;
}

}  // namespace pinlex
