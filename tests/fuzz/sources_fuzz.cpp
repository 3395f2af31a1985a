// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a file: it is refused with line and reason, or every byte of it is accounted for and
// every range lies in it.
#include "foreign_formats.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/model/passage.hpp>
#include <pinlex/sources/reader.hpp>
#include <pinlex/sources/structure.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>

namespace {

using namespace pinlex;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_inside(const MappedText& text, std::size_t size) {
  std::uint32_t covered = 0;
  std::uint32_t behind = 0;
  for (const Segment& segment : text.segments) {
    require(segment.text == covered && segment.source >= behind);
    covered += segment.text_length;
    behind = segment.source + segment.source_length;
  }
  require(covered == text.text.size() && behind <= size);
  require(ill_formed_utf8(text.text) == std::string_view::npos);
}

void check(const Structured& found, std::size_t size) {
  require(found.account.unexplained == 0);
  for (const Version& version : found.versions) {
    for (const Provision& provision : version.provisions) {
      require(!provision.eid.empty());
      require_inside(provision.number, size);
      require_inside(provision.heading, size);
    }
    std::size_t texts = 0;
    for (const Passage& passage : passages_of(version)) texts += passage.texts.size();
    require(texts == version.pieces.size());
    for (const Piece& piece : version.pieces) require_inside(piece.text, size);
  }
}

Result<SourceTexts> alone(Result<Document> document) {
  if (!document) return passed_on(document);
  SourceTexts texts;
  texts.documents.push_back(std::move(*document));
  return texts;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const RecordFields mapped{{"texts", "a.b"}, {"text", "t"}, {"heading.en", "h"}, {"number", "n"}};
  for (const std::string_view name : {"fuzz", "fuzz.md", "fuzz.yaml"}) {
    for (const RecordFields& fields : {RecordFields(), mapped}) {
      const bool foreign = format_of(bytes, name).caged;
      const auto texts = foreign ? alone(read_foreign(bytes, name)) : read_texts(bytes, name, fields);
      if (!texts) {
        require(!texts.error().message.empty());
        break;
      }
      for (const Error& error : texts->refused) require(!error.message.empty());
      for (const Document& document : texts->documents) {
        if (const auto found = find_structure(document, {}, "fuzz", bytes)) check(*found, size);
      }
      if (!format_of(bytes, name).records) break;
    }
  }
  return 0;
}
