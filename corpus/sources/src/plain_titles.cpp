// SPDX-License-Identifier: GPL-2.0-or-later
#include "numbering.hpp"
#include "segments.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pinlex {
namespace {

constexpr std::size_t longest_title = 120;  // characters
constexpr std::size_t least_titles = 3;

bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 12> marks{".",  ";",  ":", ",", "。", "；",
                                                          "：", "，", "؛", "،", "!",  "?"};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.ends_with(mark); });
}

bool is_untitled_article(const Document& document, const Headings& headings, std::size_t i) {
  const auto& heading = headings[i];
  if (!heading || heading->level != Level::article || heading->runs_on) return false;
  return heading->title_begin >= document.blocks[i].lines.front().text.size() &&
         document.blocks[i].lines.size() == 1;
}

bool is_words(const Document& document, const Headings& headings, std::size_t i) {
  return i < document.blocks.size() && !headings[i] &&
         document.blocks[i].kind == BlockKind::paragraph && !document.blocks[i].quoted;
}

bool looks_like_title(const Document& document, const Headings& headings, std::size_t i) {
  if (!is_words(document, headings, i) || !is_words(document, headings, i + 1)) return false;
  const Block& block = document.blocks[i];
  const std::string_view text = block.lines.front().text;
  const auto characters = std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  });
  Mark mark;
  return block.lines.size() == 1 && static_cast<std::size_t>(characters) <= longest_title &&
         !ends_sentence(text) && !read_mark(text, 0, mark);
}

}  // namespace

std::vector<bool> find_plain_titles(const Document& document, const Headings& headings) {
  std::vector<bool> titles(document.blocks.size(), false);
  std::size_t untitled = 0;
  std::size_t found = 0;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (!is_untitled_article(document, headings, i)) continue;
    ++untitled;
    if (!looks_like_title(document, headings, i + 1)) continue;
    titles[i + 1] = true;
    ++found;
  }
  const bool usual = found >= least_titles && found * 10 >= untitled * 8;
  if (!usual) titles.assign(titles.size(), false);
  return titles;
}

}  // namespace pinlex
