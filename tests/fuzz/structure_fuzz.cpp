// SPDX-License-Identifier: GPL-2.0-or-later
// Any blocks, as some reader might make them: every byte stays accounted for and every range in the
// file. What stands between bars is a line of a block; its first byte says of which.
#include "promises.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace {

using namespace pinlex;

/// "1" to "9" open a heading, "n" a note, "q" quoted words, "+" goes on, all else a paragraph.
void add_line(std::string_view line, std::uint32_t offset, Document& document) {
  document.removed.push_back({{offset, offset + 1}, Removed::markup});
  const char kind = line.front();
  line.remove_prefix(1);
  MappedText text;
  text.append(line, offset + 1);
  if (text.empty()) return;
  if (kind == '+' && !document.blocks.empty()) {
    document.blocks.back().lines.push_back(std::move(text));
    return;
  }
  Block block;
  if (kind >= '1' && kind <= '9') block.kind = BlockKind::heading;
  if (block.kind == BlockKind::heading) block.level = static_cast<std::uint8_t>(kind - '0');
  if (kind == 'n') block.kind = BlockKind::note;
  block.quoted = kind == 'q';
  block.lines.push_back(std::move(text));
  document.blocks.push_back(std::move(block));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (ill_formed_utf8(bytes) != std::string_view::npos) return 0;
  Document document;
  document.format = "fuzz";
  for (std::size_t at = 0; at < size;) {
    const auto end = std::min(bytes.find('|', at), size);
    // A byte of a longer character says nothing of a block.
    const bool ascii = end > at && static_cast<unsigned char>(bytes[at]) < 0x80;
    if (ascii) add_line(bytes.substr(at, end - at), static_cast<std::uint32_t>(at), document);
    if (!ascii && end > at) {
      const SourceRange range{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      document.removed.push_back({range, Removed::hidden});
    }
    at = end + 1;
  }
  if (const auto found = find_structure(document, {}, "fuzz", bytes)) check(*found, size);
  return 0;
}
