// SPDX-License-Identifier: GPL-2.0-or-later
#include "layout.hpp"

#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>

namespace pinlex {
namespace {

constexpr std::string_view highlight_on = "\x1b[1;33m";
constexpr std::string_view strong_on = "\x1b[1m";
constexpr std::string_view faint_on = "\x1b[2m";
constexpr std::string_view warning_on = "\x1b[35m";
constexpr std::string_view good_on = "\x1b[32m";
constexpr std::string_view bad_on = "\x1b[31m";
constexpr std::string_view style_off = "\x1b[0m";

std::string_view opening(Tone tone) {
  switch (tone) {
    case Tone::plain:
      return "";
    case Tone::strong:
      return strong_on;
    case Tone::faint:
      return faint_on;
    case Tone::warning:
      return warning_on;
    case Tone::good:
      return good_on;
    case Tone::bad:
      return bad_on;
  }
  return "";
}

bool only_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_space(next_code_point(text, at))) return false;
  }
  return true;
}

}  // namespace

void TextLayout::start_line(std::size_t indent) {
  out_.append(indent, ' ');
  column_ = indent;
  line_open_ = true;
  line_empty_ = true;
}

void TextLayout::paragraph(std::size_t first, std::size_t rest) {
  end_word();
  if (line_open_) out_ += '\n';
  rest_ = rest;
  space_before_ = false;
  start_line(first);
}

void TextLayout::gap() {
  end_word();
  if (line_open_) out_ += '\n';
  out_ += '\n';
  line_open_ = false;
}

void TextLayout::raw(std::string_view bytes, std::size_t width) {
  word_ += bytes;
  word_width_ += width;
}

void TextLayout::close(std::string_view bytes, std::size_t width) {
  if (!word_.empty()) return raw(bytes, width);
  out_ += bytes;
  column_ += width;
}

void TextLayout::end_word() {
  may_break_ = false;
  if (word_.empty()) return;
  const std::size_t space = space_before_ && !line_empty_ ? 1 : 0;
  const bool fits = style_.width == 0 || column_ + space + word_width_ <= style_.width;
  if (!fits && !line_empty_) {
    out_ += '\n';
    start_line(rest_);
  } else {
    out_.append(space, ' ');
    column_ += space;
  }
  out_ += word_;
  column_ += word_width_;
  line_empty_ = false;
  word_.clear();
  word_width_ = 0;
  space_before_ = false;
}

void TextLayout::code_point(char32_t c) {
  if (is_space(c)) {
    end_word();
    space_before_ = true;
    return;
  }
  const std::size_t width = columns(c);
  // Between two ideographs a line may end.
  if (may_break_ && width == 2) end_word();
  std::string bytes;
  append_utf8(bytes, c);
  raw(printable(bytes), width);
  may_break_ = width == 2;
}

void TextLayout::words(std::string_view text, Tone kind) {
  const bool toned = style_.colour && kind != Tone::plain;
  bool opened = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (toned && !opened && !is_space(c)) {
      raw(opening(kind), 0);
      opened = true;
    }
    code_point(c);
  }
  if (opened) close(style_off, 0);
}

void TextLayout::marked(std::string_view text, const std::vector<TextRange>& places) {
  std::size_t at = 0;
  const auto up_to = [&](std::size_t end) {
    while (at < std::min(end, text.size())) code_point(next_code_point(text, at));
  };
  for (const TextRange& place : joined_places(text, places)) {
    up_to(place.begin);
    if (may_break_) end_word();
    style_.colour ? raw(highlight_on, 0) : raw("«", 1);
    up_to(place.end);
    style_.colour ? close(style_off, 0) : close("»", 1);
  }
  up_to(text.size());
}

void TextLayout::column(std::size_t to) {
  end_word();
  const std::size_t spaces = column_ < to ? to - column_ : 1;
  out_.append(spaces, ' ');
  column_ += spaces;
  space_before_ = false;
  line_empty_ = true;
}

std::string TextLayout::take() {
  end_word();
  if (line_open_) out_ += '\n';
  line_open_ = false;
  return std::move(out_);
}

std::size_t width_of(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += columns(next_code_point(text, at));
  return width;
}

std::vector<TextRange> joined_places(std::string_view text, const std::vector<TextRange>& places) {
  std::vector<TextRange> joined;
  for (const TextRange& place : places) {
    const bool sane = place.begin < place.end && place.end <= text.size();
    if (!sane || (!joined.empty() && place.begin < joined.back().end)) continue;
    if (!joined.empty() &&
        only_space(text.substr(joined.back().end, place.begin - joined.back().end))) {
      joined.back().end = place.end;
    } else {
      joined.push_back(place);
    }
  }
  return joined;
}

}  // namespace pinlex
