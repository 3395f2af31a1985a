// SPDX-License-Identifier: GPL-2.0-or-later
// Any bytes as a Word file, and as the parts of one ("@@" between them: text, styles, lists, notes):
// refused with a reason, or a document that keeps its promises and has a structure.
#include "../unit/formats/make_zip.hpp"
#include "answer.hpp"
#include "word.hpp"

#include <pinlex/sources/structure.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace pinlex;

void require(bool holds) {
  if (!holds) std::abort();
}

void try_file(const std::string& bytes) {
  const auto document = read_word(bytes);
  if (!document) return require(!document.error().message.empty());
  require(static_cast<bool>(decode_answer(encode_answer(*document), bytes.size())));
  static_cast<void>(find_structure(*document, Catalogue(), "file", bytes));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  try_file(bytes);
  static constexpr std::array names{"word/document.xml", "word/styles.xml", "word/numbering.xml",
                                    "word/footnotes.xml"};
  std::vector<std::pair<std::string, std::string>> parts;
  std::string_view rest = bytes;
  for (const char* name : names) {
    const auto end = rest.find("@@");
    parts.emplace_back(name, rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 2);
  }
  try_file(make_zip(parts));
  return 0;
}
