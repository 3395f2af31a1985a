// SPDX-License-Identifier: GPL-2.0-or-later
#include "line_writer.hpp"

#include <algorithm>
#include <utility>

namespace pinlex {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

/// Longest character reference that is looked for.
constexpr std::size_t max_entity = 32;

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

}  // namespace

void LineWriter::text(std::string_view raw, std::uint32_t offset, Decode decode) {
  for (std::size_t at = 0; at < raw.size();) {
    const auto here = static_cast<std::uint32_t>(offset + at);
    if (blanks.find(raw[at]) != std::string_view::npos) {
      const auto end = std::min(raw.find_first_not_of(blanks, at), raw.size());
      space({here, offset + u32(end)});
      at = end;
      continue;
    }
    if (raw[at] == '&') {
      const auto end = raw.substr(at, max_entity).find(';');
      const auto whole = end == std::string_view::npos ? 0 : end + 1;
      const std::string words = whole > 2 ? decode(raw.substr(at, whole)) : std::string();
      if (!words.empty()) {
        line_.append_decoded(words, {here, here + u32(whole)});
        at += whole;
        continue;
      }
    }
    const auto end = std::min(raw.find_first_of(" \t\r\n\f&", at + 1), raw.size());
    line_.append(raw.substr(at, end - at), here);
    at = end;
  }
}

void LineWriter::decoded(std::string_view words, SourceRange source) {
  line_.append_decoded(words, source);
}

void LineWriter::space(SourceRange source) {
  if (!line_.empty() && line_.text.back() != ' ') line_.append_decoded(" ", source);
}

void LineWriter::bar(SourceRange source) {
  if (!line_.empty()) line_.append_decoded(line_.text.back() == ' ' ? "| " : " | ", source);
}

MappedText LineWriter::take() {
  MappedText line = std::exchange(line_, {});
  if (!line.empty() && line.text.back() == ' ') line = line.substr(0, u32(line.text.size() - 1));
  return line;
}

}  // namespace pinlex
