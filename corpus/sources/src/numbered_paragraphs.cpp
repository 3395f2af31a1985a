// SPDX-License-Identifier: GPL-2.0-or-later
#include "numbered_paragraphs.hpp"

#include "numbering.hpp"

#include <algorithm>
#include <cstdint>

namespace pinlex {
namespace {

constexpr std::size_t least_paragraphs = 3;
constexpr std::size_t least_under_articles = 10;

/// Items of lists are shorter.
constexpr std::size_t least_bytes_a_paragraph = 150;

/// The largest step that is taken for numbers left out.
constexpr std::uint32_t max_step = 3;
constexpr std::size_t max_number = 1000;

struct Numbered {
  std::size_t block = 0;
  std::uint32_t number = 0;
  std::size_t length = 1;    ///< Of the longest run that ends here.
  std::int32_t before = -1;  ///< The number before in that run.
};

std::vector<Numbered> numbered_blocks(const Document& document, const Headings& headings) {
  std::vector<Numbered> found;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    Mark mark;
    if (block.kind != BlockKind::paragraph || block.quoted || headings[i]) continue;
    if (!read_mark(block.lines.front().text, 0, mark) || mark.insert) continue;
    if (mark.readings.front().numeral != Numeral::arabic || mark.closing == Mark::degree) continue;
    found.push_back({i, mark.readings.front().ordinal});
  }
  return found;
}

/// The longest run of numbers that count up, by its blocks.
std::vector<std::size_t> longest_run(std::vector<Numbered>& numbered) {
  std::vector<std::int32_t> last(max_number, -1);  // Where the best run to each number ends.
  std::int32_t best = -1;
  for (std::size_t i = 0; i < numbered.size(); ++i) {
    Numbered& one = numbered[i];
    for (std::uint32_t step = 1; step <= max_step && step < one.number; ++step) {
      const std::int32_t before = last[one.number - step];
      if (before < 0 || numbered[static_cast<std::size_t>(before)].length < one.length) continue;
      one.length = numbered[static_cast<std::size_t>(before)].length + 1;
      one.before = before;
    }
    const auto index = static_cast<std::int32_t>(i);
    std::int32_t& here = last[one.number];
    if (here < 0 || numbered[static_cast<std::size_t>(here)].length < one.length) here = index;
    if (best < 0 || numbered[static_cast<std::size_t>(best)].length < one.length) best = index;
  }
  std::vector<std::size_t> run;
  for (; best >= 0; best = numbered[static_cast<std::size_t>(best)].before) {
    run.push_back(numbered[static_cast<std::size_t>(best)].block);
  }
  std::reverse(run.begin(), run.end());
  return run;
}

/// Numbers of articles' own paragraphs begin anew under each; recitals stand before all of them, and
/// those of a single article behind it.
bool runs_through_articles(const std::vector<std::size_t>& run, const Headings& headings) {
  const auto is_article = [](const auto& heading) {
    return heading && heading->level == Level::article;
  };
  const auto first = std::find_if(headings.begin(), headings.end(), is_article);
  if (first == headings.end()) return true;
  const auto at = [&](std::size_t block) {
    return headings.begin() + static_cast<std::ptrdiff_t>(block);
  };
  if (std::none_of(at(run.front()), at(run.back()), is_article)) return false;
  const auto behind =
      std::count_if(run.begin(), run.end(), [&](std::size_t block) { return at(block) > first; });
  return run.size() >= least_under_articles && static_cast<std::size_t>(behind) * 2 > run.size();
}

/// Whether blocks are at least half of a text's paragraphs, by count and by bytes, and as long as
/// paragraphs are: a list has many items, but few words.
bool is_most_of(const Document& document, const Headings& headings,
                const std::vector<std::size_t>& run) {
  std::size_t blocks = 0;
  std::size_t bytes = 0;
  const auto bytes_of = [&](std::size_t block) { return document.blocks[block].text().size(); };
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].kind != BlockKind::paragraph || headings[i]) continue;
    ++blocks;
    bytes += bytes_of(i);
  }
  std::size_t numbered_bytes = 0;
  for (const std::size_t block : run) numbered_bytes += bytes_of(block);
  return run.size() * 2 >= blocks && numbered_bytes * 2 >= bytes &&
         numbered_bytes >= run.size() * least_bytes_a_paragraph;
}

}  // namespace

std::vector<bool> find_numbered_paragraphs(const Document& document, const Headings& headings) {
  std::vector<bool> out(document.blocks.size(), false);
  auto numbered = numbered_blocks(document, headings);
  const auto run = longest_run(numbered);
  const bool throughout =
      run.size() >= least_paragraphs && run.size() * 10 >= numbered.size() * 6 &&
      is_most_of(document, headings, run) && runs_through_articles(run, headings);
  if (!throughout) return out;
  for (const std::size_t block : run) out[block] = true;
  return out;
}

}  // namespace pinlex
