// SPDX-License-Identifier: GPL-2.0-or-later
// Any words anywhere on pages, as Poppler might hand them on: they become a document that keeps its
// promises and has a structure. The input is words with '@' between them: four bytes say where a
// word stands, how large it is and whether a line ends behind it; an empty word begins a page.
#include "answer.hpp"
#include "pdf_blocks.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/sources/structure.hpp>

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

PdfWord word_of(std::string_view input) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[i]); };
  PdfWord word;
  word.text = input.substr(4);
  word.left = byte(0) * 2.0;
  word.top = byte(1) * 3.0;
  word.size = byte(2) % 32;
  word.right = word.left + static_cast<double>(word.text.size()) * word.size / 2;
  word.bottom = word.top + word.size;
  word.bold = (byte(3) & 1) != 0;
  word.space_after = (byte(3) & 2) != 0;
  return word;
}

void end_page(std::vector<PdfWord>& words, std::vector<PdfPage>& pages) {
  PdfPage page;
  page.width = 600;
  page.height = 800;
  page.lines = lines_of(words);
  pages.push_back(std::move(page));
  words.clear();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  std::vector<PdfPage> pages;
  std::vector<PdfWord> words;
  while (!rest.empty()) {
    const auto end = rest.find('@');
    const auto word = rest.substr(0, end);
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    if (word.empty()) end_page(words, pages);
    // Poppler's words are well-formed and none is empty.
    if (word.size() < 5 || ill_formed_utf8(word.substr(4)) != std::string_view::npos) continue;
    words.push_back(word_of(word));
  }
  end_page(words, pages);
  const Document document = document_of(std::move(pages));
  require(document.extracted.has_value());
  const std::string& text = document.extracted->text;
  require(ill_formed_utf8(text) == std::string_view::npos);
  require(static_cast<bool>(decode_answer(encode_answer(document), size)));
  const auto found = find_structure(document, Catalogue(), "file", text);
  if (found) require(found->account.unexplained == 0);
  return 0;
}
