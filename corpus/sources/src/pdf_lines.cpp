// SPDX-License-Identifier: GPL-2.0-or-later
#include "pdf_page.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

constexpr std::size_t longest_note_number = 3;

bool is_number(std::string_view text) {
  return !text.empty() && text.size() <= longest_note_number &&
         text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether most letters are of a script that runs from right to left.
bool runs_leftwards(const std::vector<const PdfWord*>& words) {
  std::size_t leftwards = 0;
  std::size_t letters = 0;
  for (const PdfWord* word : words) {
    for (std::size_t at = 0; at < word->text.size();) {
      const char32_t c = next_code_point(word->text, at);
      const bool hebrew_or_arabic = (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) ||
                                    (c >= 0xFE70 && c <= 0xFEFC);
      leftwards += hebrew_or_arabic ? 1 : 0;
      letters += hebrew_or_arabic || (c >= 'A' && c <= 'z') || (c >= 0xC0 && c < 0x590) ? 1 : 0;
    }
  }
  return leftwards * 2 > letters;
}

/// Whether a word stands on the line that another word is on.
bool on_one_line(const PdfWord& a, const PdfWord& b) {
  const double overlap = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return overlap > 0.5 * std::min(a.bottom - a.top, b.bottom - b.top);
}

/// The size of the largest part of the line's letters.
double main_size(const std::vector<const PdfWord*>& words) {
  std::map<double, std::size_t> letters;
  for (const PdfWord* word : words) letters[word->size] += word->text.size();
  const auto most =
      std::max_element(letters.begin(), letters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most->first;
}

/// A small number set high, right behind a word: the mark of a note.
bool is_raised(const PdfWord& word, const PdfWord* before, double size, double bottom) {
  return before != nullptr && is_number(word.text) && word.size < 0.8 * size &&
         bottom - word.bottom > 0.15 * size;
}

/// "12" as "¹²", which is never taken for part of a number.
std::string superscript(std::string_view digits) {
  static constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴",
                                                           "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (const char digit : digits) out += raised[static_cast<std::size_t>(digit - '0')];
  return out;
}

PdfLine line_of(std::vector<const PdfWord*> words) {
  if (runs_leftwards(words)) {
    std::stable_sort(words.begin(), words.end(),
                     [](const PdfWord* a, const PdfWord* b) { return a->right > b->right; });
  }
  PdfLine line;
  line.size = main_size(words);
  line.bold =
      std::all_of(words.begin(), words.end(), [](const PdfWord* word) { return word->bold; });
  line.left = line.top = HUGE_VAL;
  double bottom = 0;
  for (const PdfWord* word : words) {
    line.left = std::min(line.left, word->left);
    line.top = std::min(line.top, word->top);
    line.right = std::max(line.right, word->right);
    line.bottom = std::max(line.bottom, word->bottom);
    if (word->size == line.size) bottom = std::max(bottom, word->bottom);
  }
  line.second = words.size() > 1 ? words[1]->left : line.left;
  const PdfWord* before = nullptr;
  for (const PdfWord* word : words) {
    if (is_raised(*word, before, line.size, bottom)) {
      line.raised.push_back(static_cast<std::uint32_t>(std::stoul(word->text)));
      line.text += superscript(word->text);
      if (word->space_after && !line.text.empty() && line.text.back() != ' ') line.text += ' ';
      continue;
    }
    const bool apart =
        before != nullptr &&
        (before->space_after || word->left > before->right + 1 || word->right < before->left - 1);
    if (apart && !line.text.empty() && line.text.back() != ' ') line.text += ' ';
    line.text += word->text;
    before = word;
  }
  return line;
}

}  // namespace

std::vector<PdfLine> lines_of(const std::vector<PdfWord>& words) {
  std::vector<PdfLine> lines;
  std::vector<const PdfWord*> run;
  for (const PdfWord& word : words) {
    const bool follows = !run.empty() && on_one_line(*run.back(), word) &&
                         (word.left >= run.back()->left - 1 || word.right <= run.back()->left + 1);
    if (!run.empty() && !follows) {
      lines.push_back(line_of(std::exchange(run, {})));
    }
    run.push_back(&word);
  }
  if (!run.empty()) lines.push_back(line_of(run));
  return lines;
}

double body_size(const std::vector<PdfPage>& pages) {
  std::map<double, std::size_t> letters;
  for (const PdfPage& page : pages) {
    for (const PdfLine& line : page.lines) letters[line.size] += line.text.size();
  }
  const auto most =
      std::max_element(letters.begin(), letters.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : most->first;
}

}  // namespace pinlex
