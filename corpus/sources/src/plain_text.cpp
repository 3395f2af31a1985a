// SPDX-License-Identifier: GPL-2.0-or-later
#include "heading_words.hpp"
#include "line_kind.hpp"
#include "page_numbers.hpp"

#include <pinlex/sources/reader.hpp>

#include <algorithm>
#include <string>

namespace pinlex {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

std::string_view trimmed(std::string_view line) {
  const auto begin = line.find_first_not_of(" \t\r\f");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r\f") - begin + 1);
}

/// Whether a line of a treaty's heading stands in the middle of a sentence: it has more words than
/// its number, and the line before has not ended.
bool is_wrapped_sentence(const Block& before, std::string_view line, const HeadingLine& heading) {
  if (before.lines.empty() || heading.title_begin >= line.size()) return false;
  static constexpr std::string_view endings = ".;:!?)\"0123456789";
  const char last = before.lines.back().text.back();
  return static_cast<unsigned char>(last) < 0x80 && endings.find(last) == std::string_view::npos;
}

bool is_heading(const Block& before, std::string_view line) {
  if (is_in_capitals(line)) return true;
  if (line.size() > 3 * longest_line_of_heading) return false;  // Letters of up to three bytes.
  const auto heading = read_heading(line, false);
  return heading && !is_wrapped_sentence(before, line, *heading);
}

/// Whether each line is a paragraph of its own: where lines are wrapped, none is so long.
bool is_unwrapped(std::string_view bytes) {
  static constexpr std::ptrdiff_t longest_wrapped = 160;  // characters
  std::size_t lines = 0;
  std::size_t long_lines = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto end = std::min(bytes.find_first_of("\n\r", at), bytes.size());
    const auto line = bytes.substr(at, end - at);
    const auto characters = std::count_if(line.begin(), line.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    if (!trimmed(line).empty()) ++lines;
    if (characters > longest_wrapped) ++long_lines;
    at = end + 1;
  }
  return long_lines > 0 && long_lines * 5 >= lines;
}

}  // namespace

Result<Document> read_plain_text(std::string_view bytes) {
  static constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  Document document;
  document.format = "text";
  Block block;
  const auto close = [&] {
    if (!block.lines.empty()) document.blocks.push_back(std::move(block));
    block = {};
  };
  const bool unwrapped = is_unwrapped(bytes);
  std::size_t at = 0;
  if (bytes.starts_with(byte_order_mark)) {
    at = byte_order_mark.size();
    document.removed.push_back({{0, u32(at)}, Removed::markup});
  }
  while (at < bytes.size()) {
    const auto end = std::min(bytes.find_first_of("\n\r", at), bytes.size());
    const auto line = trimmed(bytes.substr(at, end - at));
    at = end + (bytes.substr(end).starts_with("\r\n") ? 2 : 1);
    if (line.empty()) {
      close();
      continue;
    }
    MappedText text;
    text.append(line, u32(static_cast<std::size_t>(line.data() - bytes.data())));
    if (!is_heading(block, line)) {
      block.lines.push_back(std::move(text));
      if (unwrapped) close();
      continue;
    }
    close();
    block = {BlockKind::heading, 3, {std::move(text)}};
    close();
  }
  close();
  take_out_page_numbers(document);
  return document;
}

}  // namespace pinlex
