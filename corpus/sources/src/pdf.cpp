// SPDX-License-Identifier: GPL-2.0-or-later
#include "pdf.hpp"

#include "extraction.hpp"
#include "pdf_blocks.hpp"
#include "pdf_page.hpp"

#include <iconv.h>
#include <poppler-document.h>
#include <poppler-page.h>

#include <array>
#include <cctype>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

/// Typographic ligatures that fonts name as one character.
std::string without_ligatures(std::string_view text) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> ligatures{
      {{"\uFB00", "ff"},
       {"\uFB01", "fi"},
       {"\uFB02", "fl"},
       {"\uFB03", "ffi"},
       {"\uFB04", "ffl"},
       {"\uFB05", "st"},
       {"\uFB06", "st"}}};
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    bool found = false;
    for (const auto& [ligature, letters] : ligatures) {
      if (!text.substr(at).starts_with(ligature)) continue;
      out += letters;
      at += ligature.size();
      found = true;
      break;
    }
    if (!found) out += text[at++];
  }
  return out;
}

bool is_bold(std::string font) {
  for (char& c : font) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const char* word : {"bold", "black", "heavy"}) {
    if (font.find(word) != std::string::npos) return true;
  }
  return false;
}

PdfWord word_of(const poppler::text_box& box) {
  PdfWord word;
  const poppler::byte_array bytes = box.text().to_utf8();
  word.text = tidy_line(without_ligatures({bytes.data(), bytes.size()}));
  const poppler::rectf place = box.bbox();
  word.left = place.left();
  word.top = place.top();
  word.right = place.right();
  word.bottom = place.bottom();
  word.space_after = box.has_space_after();
  if (box.has_font_info()) {
    word.size = box.get_font_size();
    word.bold = is_bold(box.get_font_name());
  }
  return word;
}

PdfPage page_of(const poppler::page& page) {
  PdfPage out;
  const poppler::rectf whole = page.page_rect();
  out.width = whole.width();
  out.height = whole.height();
  std::vector<PdfWord> words;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font)) {
    PdfWord word = word_of(box);
    if (!word.text.empty()) words.push_back(std::move(word));
  }
  out.lines = lines_of(words);
  return out;
}

Result<std::unique_ptr<poppler::document>> open(std::string_view bytes) {
  std::unique_ptr<poppler::document> document;
  if (bytes.size() <= static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    document.reset(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  }
  if (document == nullptr) return fail(Code::inputs_refused, "1: a damaged PDF");
  if (document->is_locked()) {
    return fail(Code::inputs_refused, "1: the PDF is encrypted", "save it without a password");
  }
  return document;
}

}  // namespace

void load_converters() {
  // Never closed, so that they stay loaded.
  static const std::array converters{::iconv_open("UTF-16", "UTF-8"),
                                     ::iconv_open("UTF-8", "UTF-16")};
  static_cast<void>(converters);
}

Result<Document> read_pdf(std::string_view bytes) {
  const auto document = open(bytes);
  if (!document) return passed_on(document);
  std::vector<PdfPage> pages;
  bool words = false;
  const int count = (*document)->pages();
  for (int i = 0; i < count; ++i) {
    const std::unique_ptr<poppler::page> page((*document)->create_page(i));
    pages.push_back(page ? page_of(*page) : PdfPage());
    words = words || !pages.back().lines.empty();
  }
  if (!words) {
    return fail(Code::inputs_refused,
                "1: the PDF holds no text: its " + std::to_string(count) +
                    (count == 1 ? " page is a picture" : " pages are pictures"),
                "have its letters recognised first, for example by ocrmypdf");
  }
  return document_of(std::move(pages));
}

}  // namespace pinlex
