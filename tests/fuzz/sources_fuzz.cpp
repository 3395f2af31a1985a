// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a file: it is refused with line and reason, or every byte of it is accounted for and
// every range lies in it.
#include "foreign_formats.hpp"
#include "promises.hpp"

#include <pinlex/sources/reader.hpp>
#include <pinlex/sources/structure.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace {

using namespace pinlex;

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
      const auto texts =
          foreign ? alone(read_foreign(bytes, name)) : read_texts(bytes, name, fields);
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
