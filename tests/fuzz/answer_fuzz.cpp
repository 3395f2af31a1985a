// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as the answer of a caged reader: refused with a reason, or a document whose promises
// hold, which structure takes, and which goes into an answer again and stays the same.
#include "answer.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/sources/structure.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

using namespace pinlex;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_promises(const Document& document, std::size_t source_bytes) {
  for (const Block& block : document.blocks) {
    require(!block.lines.empty() || block.unit);
    for (const MappedText& line : block.lines) {
      require(!line.empty() && ill_formed_utf8(line.text) == std::string_view::npos);
      require(line.source().end <= source_bytes);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string file(1000, 'x');
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = decode_answer(bytes, file.size());
  if (!document) {
    require(!document.error().message.empty());
    return 0;
  }
  const auto& extracted = document->extracted;
  require_promises(*document, extracted ? extracted->text.size() : file.size());
  require(encode_answer(*document) == bytes);
  static_cast<void>(find_structure(*document, Catalogue(), "file", file));
  return 0;
}
