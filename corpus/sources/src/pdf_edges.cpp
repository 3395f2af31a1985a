// SPDX-License-Identifier: GPL-2.0-or-later
// What stands on a page beside its text: running heads, contents, footnotes.
#include "pdf_page.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

/// The parts of a page, from its edges, in which heads and feet stand.
constexpr double head_part = 0.15;
constexpr double foot_part = 0.25;

/// So many lines that stand on one page alone may lie between the edge and one that recurs.
constexpr std::size_t most_alone = 2;

constexpr double same_height = 3;  // points

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_roman(std::string_view word) {
  return !word.empty() && word.size() <= 7 &&
         word.find_first_not_of("ivxlcIVXLC") == std::string_view::npos;
}

/// A line by its words, whatever its numbers and the order of its parts: on left and right pages
/// they are mirrored.
std::string shape_of(std::string_view line) {
  std::multiset<std::string> words;
  for (std::size_t at = 0; at < line.size();) {
    const auto end = std::min(line.find(' ', at), line.size());
    std::string word;
    for (const char c : line.substr(at, end - at)) {
      if (!is_digit(c)) word += c;
      if (is_digit(c) && (word.empty() || word.back() != '#')) word += '#';
    }
    if (is_roman(word)) word = "#";
    if (!word.empty()) words.insert(std::move(word));
    at = end + 1;
  }
  std::string shape;
  for (const std::string& word : words) shape += word + ' ';
  return shape;
}

bool in_head(const PdfPage& page, const PdfLine& line) {
  return line.bottom < page.height * head_part;
}

bool in_foot(const PdfPage& page, const PdfLine& line) {
  return line.top > page.height * (1 - foot_part);
}

/// Where each shape stands at the edges of each page.
using Edges = std::vector<std::multimap<std::string, double>>;

/// Whether near pages have the same at the same height: two of them, where there are many, since
/// the words of the text recur by chance as well.
bool recurs(const Edges& edges, std::size_t page, const std::string& shape, double top) {
  constexpr std::size_t near = 4;
  constexpr std::size_t many = 8;
  const std::size_t first = page > near ? page - near : 0;
  const std::size_t last = std::min(page + near, edges.size() - 1);
  std::size_t times = 0;
  for (std::size_t other = first; other <= last; ++other) {
    if (other == page) continue;
    const auto [begin, end] = edges[other].equal_range(shape);
    const bool there = std::any_of(
        begin, end, [&](const auto& at) { return std::abs(at.second - top) < same_height; });
    times += there ? 1 : 0;
  }
  return times >= (edges.size() >= many ? 2 : 1);
}

/// How far the heads (else the feet) of a page reach from its edge: to the last line that recurs.
double reach(const PdfPage& page, const Edges& edges, std::size_t number, bool heads) {
  std::vector<const PdfLine*> lines;
  for (const PdfLine& line : page.lines) {
    if (heads ? in_head(page, line) : in_foot(page, line)) lines.push_back(&line);
  }
  std::sort(lines.begin(), lines.end(), [&](const PdfLine* a, const PdfLine* b) {
    return heads ? a->top < b->top : a->bottom > b->bottom;
  });
  double reached = heads ? -1 : page.height + 1;
  std::size_t alone = 0;
  for (const PdfLine* line : lines) {
    if (recurs(edges, number, shape_of(line->text), line->top)) {
      reached = heads ? line->bottom : line->top;
      alone = 0;
    } else if (++alone > most_alone) {
      break;
    }
  }
  return reached;
}

/// Moves the lines that `is_taken` names, in order.
template <typename IsTaken>
void move_lines(std::vector<PdfLine>& from, std::vector<PdfLine>& to, IsTaken is_taken) {
  const auto kept = std::stable_partition(from.begin(), from.end(),
                                          [&](const PdfLine& line) { return !is_taken(line); });
  to.insert(to.end(), std::make_move_iterator(kept), std::make_move_iterator(from.end()));
  from.erase(kept, from.end());
}

/// "Boats.........12", "Boats . . . . 12".
bool leads_to_page(std::string_view line) {
  std::size_t dots = 0;
  std::size_t run = 0;
  for (const char c : line) {
    if (c == '.') ++run;
    if (c != '.' && c != ' ') run = 0;
    dots = std::max(dots, run);
  }
  const auto last = line.find_last_not_of(' ');
  return dots >= 4 && last != std::string_view::npos &&
         (is_digit(line[last]) || line[last] == '.' || is_roman(line.substr(last, 1)));
}

/// The number that a line begins with, and that words follow; or 0.
std::uint32_t note_number(std::string_view line) {
  std::size_t digits = 0;
  while (digits < line.size() && is_digit(line[digits])) ++digits;
  if (digits == 0 || digits > 3 || digits + 1 >= line.size()) return 0;
  return static_cast<std::uint32_t>(std::stoul(std::string(line.substr(0, digits))));
}

}  // namespace

void take_out_heads(std::vector<PdfPage>& pages) {
  Edges edges(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (const PdfLine& line : pages[i].lines) {
      if (in_head(pages[i], line) || in_foot(pages[i], line)) {
        edges[i].emplace(shape_of(line.text), line.top);
      }
    }
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    PdfPage& page = pages[i];
    const double head = reach(page, edges, i, true);
    const double foot = reach(page, edges, i, false);
    move_lines(page.lines, page.heads,
               [&](const PdfLine& line) { return line.bottom <= head || line.top >= foot; });
  }
}

void take_out_contents(PdfPage& page) {
  std::size_t first = page.lines.size();
  std::size_t end = 0;
  std::size_t leading = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    if (!leads_to_page(page.lines[i].text)) continue;
    first = std::min(first, i);
    end = i + 1;
    ++leading;
  }
  if (leading < 3) return;
  // The titles of parts lead to their page without dots, before and behind.
  constexpr std::size_t longest_title = 120;
  const auto is_title = [&](const PdfLine& line) {
    return line.text.size() < longest_title && line.text.find(". ") == std::string::npos;
  };
  while (first > 0 && is_title(page.lines[first - 1])) --first;
  // Their page numbers may stand in a column of their own, behind the titles.
  for (std::size_t i = end; i < page.lines.size() && is_title(page.lines[i]); ++i) {
    if (is_digit(page.lines[i].text.back())) end = i + 1;
  }
  const auto from = page.lines.begin() + static_cast<std::ptrdiff_t>(first);
  const auto to = page.lines.begin() + static_cast<std::ptrdiff_t>(end);
  page.contents.assign(std::make_move_iterator(from), std::make_move_iterator(to));
  page.lines.erase(from, to);
}

void take_out_notes(PdfPage& page, double body) {
  std::set<std::uint32_t> referred;
  double lowest = 0;
  for (const PdfLine& line : page.lines) {
    if (line.size > 0.92 * body) {
      referred.insert(line.raised.begin(), line.raised.end());
      lowest = std::max(lowest, line.bottom);
    }
  }
  bool in_notes = false;
  std::vector<PdfLine> notes;
  move_lines(page.lines, notes, [&](const PdfLine& line) {
    if (line.top < lowest - 1 || line.size > 0.92 * body) return false;
    in_notes = in_notes || referred.contains(note_number(line.text));
    return in_notes;
  });
  for (PdfLine& line : notes) {
    const bool begins = referred.contains(note_number(line.text));
    if (begins || page.notes.empty()) {
      page.notes.push_back(std::move(line));
    } else {
      page.notes.back().text += ' ' + line.text;
    }
  }
}

}  // namespace pinlex
