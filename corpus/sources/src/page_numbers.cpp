// SPDX-License-Identifier: GPL-2.0-or-later
#include "page_numbers.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

constexpr std::size_t least_pages = 3;

/// Pages hold more; paragraphs whose numbers stand alone mostly less.
constexpr std::size_t least_bytes_a_page = 700;

/// The number that is all there is on a block's one line, also as "- 4 -"; 0 where it is none.
unsigned lone_number(const Block& block) {
  if (block.kind != BlockKind::paragraph || block.lines.size() != 1) return 0;
  std::string_view text = block.lines.front().text;
  const auto begin = text.find_first_not_of("- ");
  if (begin == std::string_view::npos) return 0;
  text = text.substr(begin, text.find_last_not_of("- ") - begin + 1);
  if (text.size() > 4 || text.find_first_not_of("0123456789") != std::string_view::npos) return 0;
  unsigned number = 0;
  for (const char c : text) number = number * 10 + static_cast<unsigned>(c - '0');
  return number;
}

/// The longest run of lone numbers that count up; a title page may print its number twice.
std::vector<std::size_t> counting_run(const std::vector<Block>& blocks) {
  std::vector<std::size_t> best;
  std::vector<std::size_t> run;
  unsigned last = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const unsigned number = lone_number(blocks[i]);
    if (number == 0) continue;
    if (number != last && number != last + 1) run.clear();
    run.push_back(i);
    last = number;
    if (run.size() > best.size()) best = run;
  }
  return best;
}

bool ends_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 9> marks{".", ":",  ";",  "!", "?",
                                                         "؛", "。", "；", "："};
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.ends_with(mark); });
}

bool is_cut(const Block& before, const Block& after) {
  return before.kind == BlockKind::paragraph && after.kind == BlockKind::paragraph &&
         !ends_sentence(before.lines.back().text);
}

}  // namespace

void take_out_page_numbers(Document& document) {
  const auto pages = counting_run(document.blocks);
  if (pages.size() < least_pages) return;
  const auto bytes = document.blocks[pages.back()].begin() - document.blocks[pages.front()].begin();
  if (bytes < (pages.size() - 1) * least_bytes_a_page) return;
  std::vector<Block> kept;
  auto page = pages.begin();
  bool behind_number = false;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    Block& block = document.blocks[i];
    if (page != pages.end() && *page == i) {
      ++page;
      behind_number = true;
      document.removed.push_back({block.lines.front().source(), Removed::page_head});
    } else if (std::exchange(behind_number, false) && !kept.empty() && is_cut(kept.back(), block)) {
      std::move(block.lines.begin(), block.lines.end(), std::back_inserter(kept.back().lines));
    } else {
      kept.push_back(std::move(block));
    }
  }
  document.blocks = std::move(kept);
}

}  // namespace pinlex
