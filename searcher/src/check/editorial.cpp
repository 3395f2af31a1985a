// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/editorial.hpp"

#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace pinlex {
namespace {

/// Nothing longer in brackets was put in by who quotes, bytes.
constexpr std::size_t longest_mark = 120;

// Ascending; in lower case, without punctuation.
constexpr std::array<std::string_view, 32> remarks{
    "added emphasis",
    "citation omitted",
    "citations omitted",
    "cursief toegevoegd",
    "cursivering toegevoegd",
    "cursiva añadida",
    "c’est nous qui soulignons",
    "c'est nous qui soulignons",
    "emphasis added",
    "emphasis in original",
    "emphasis in the original",
    "emphasis mine",
    "emphasis supplied",
    "énfasis añadido",
    "footnote omitted",
    "footnotes omitted",
    "hervorhebung hinzugefügt",
    "hervorhebung im original",
    "hervorhebung nur hier",
    "hervorhebungen hinzugefügt",
    "internal citations omitted",
    "italics added",
    "italics in original",
    "italiques ajoutés",
    "nadruk toegevoegd",
    "negrita añadida",
    "nous soulignons",
    "onderstreping toegevoegd",
    "original emphasis",
    "our emphasis",
    "sic",
    "underlining added",
};

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

/// Without white space and marks at the ends, in lower case.
std::string bare(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t\r\n.!;,");
  if (begin == std::string_view::npos) return {};
  const auto end = text.find_last_not_of(" \t\r\n.!;,");
  return ascii_lower(text.substr(begin, end + 1 - begin));
}

/// Bytes of an ellipsis at an offset: "…", "...", ". . .", or 0.
std::size_t ellipsis_at(std::string_view text, std::size_t at) {
  static constexpr std::string_view one = "…";
  std::size_t end = at;
  while (text.compare(end, one.size(), one) == 0) end += one.size();
  if (end > at) return end - at;
  std::size_t dots = 0, last = at;
  for (end = at; end < text.size() && (text[end] == '.' || (text[end] == ' ' && dots > 0)); ++end) {
    if (text[end] == '.') {
      ++dots;
      last = end + 1;
    } else if (text[end - 1] == ' ') {
      break;
    }
  }
  return dots >= 3 ? last - at : 0;
}

bool is_ellipsis(std::string_view text) {
  const auto begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  const auto end = text.find_last_not_of(' ') + 1;
  const std::size_t size = ellipsis_at(text, begin);
  return size > 0 && begin + size == end;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_word_character(next_code_point(text, at))) return true;
  }
  return false;
}

class Editor {
 public:
  explicit Editor(const MappedText& words) : words_(words), text_(words.text) {}
  EditedText edit();

 private:
  std::size_t bracketed(std::size_t at);
  void mark(EditorialKind kind, std::size_t begin, std::size_t end);
  void gap(QuoteGap gap);
  void keep(std::size_t begin, std::size_t end);
  bool word_behind(std::size_t at) const;

  const MappedText& words_;
  std::string_view text_;
  EditedText out_;
  char32_t before_ = 0;  ///< The character kept last, 0 behind a gap.
};

void Editor::mark(EditorialKind kind, std::size_t begin, std::size_t end) {
  const SourceRange place = words_.source_of(u32(begin), u32(end));
  out_.marks.push_back(
      {kind, {place.begin, place.end}, std::string(text_.substr(begin, end - begin))});
}

void Editor::gap(QuoteGap gap) {
  out_.gaps.push_back({u32(out_.text.text.size()), gap});
  before_ = 0;
}

void Editor::keep(std::size_t begin, std::size_t end) {
  out_.text.append(words_.substr(u32(begin), u32(end)));
}

bool Editor::word_behind(std::size_t at) const {
  return at < text_.size() && is_word_character(next_code_point(text_, at));
}

/// Reads a bracket; returns the offset behind it, or 0 where it is part of the words.
std::size_t Editor::bracketed(std::size_t at) {
  const bool square = text_[at] == '[';
  const auto close = text_.find(square ? ']' : ')', at);
  if (close == std::string_view::npos || close - at > longest_mark) return 0;
  const std::string_view inside = text_.substr(at + 1, close - at - 1);
  const std::size_t end = close + 1;
  if (is_ellipsis(inside)) {
    mark(EditorialKind::omission, at, end);
    gap(QuoteGap::omission);
    return end;
  }
  const std::string what = bare(inside);
  if (std::find(remarks.begin(), remarks.end(), what) != remarks.end()) {
    mark(EditorialKind::remark, at, end);
    // One space is left of the two around it.
    const bool two = before_ == ' ' && end < text_.size() && text_[end] == ' ';
    return two ? end + 1 : end;
  }
  if (!square) return 0;
  mark(EditorialKind::insertion, at, end);
  const bool inside_word = before_ != 0 && is_word_character(before_);
  if (inside_word || (has_word(inside) && word_behind(end))) {
    const auto begin = u32(out_.text.text.size());
    keep(at + 1, close);
    out_.letters.push_back({begin, u32(out_.text.text.size())});
    return end;
  }
  gap(QuoteGap::insertion);
  return end;
}

EditedText Editor::edit() {
  for (std::size_t at = 0; at < text_.size();) {
    if (text_[at] == '[' || text_[at] == '(') {
      if (const std::size_t end = bracketed(at)) {
        at = end;
        continue;
      }
    } else if (const std::size_t size = ellipsis_at(text_, at)) {
      mark(EditorialKind::omission, at, at + size);
      gap(QuoteGap::omission);
      at += size;
      continue;
    }
    const std::size_t begin = at;
    before_ = next_code_point(text_, at);
    keep(begin, at);
  }
  return std::move(out_);
}

}  // namespace

EditedText edited(const MappedText& words) { return Editor(words).edit(); }

}  // namespace pinlex
