// SPDX-License-Identifier: GPL-2.0-or-later
#include "repair_arabic.hpp"

#include "code_points.hpp"
#include "rewriter.hpp"

#include <pinlex/base/utf8.hpp>

namespace pinlex {
namespace {

constexpr char32_t alef = 0x627, lam = 0x644, yeh = 0x64A, hamza = 0x621;
constexpr std::string_view alef_bytes = "\u0627", lam_bytes = "\u0644";

// Vowel signs, gemination, Quranic marks: written in some editions, left out in most.
bool is_arabic_mark(char32_t c) {
  return (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670 ||
         (c >= 0x6D6 && c <= 0x6DC) || (c >= 0x6DF && c <= 0x6E4) || c == 0x6E7 || c == 0x6E8 ||
         (c >= 0x6EA && c <= 0x6ED);
}

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

// Writers and editions differ in the seats of hamza (U+0624 or U+0626 in one and the same word) and
// drop it from alef; both become the bare form.
char32_t folded_letter(char32_t c) {
  switch (c) {
    case 0x622:  // alef with madda
    case 0x623:  // alef with hamza above
    case 0x625:  // alef with hamza below
    case 0x671:  // alef wasla
      return alef;
    case 0x624:  // waw with hamza
    case 0x626:  // yeh with hamza
      return hamza;
    case 0x649:  // alef maksura
      return yeh;
    default:
      return c;
  }
}

bool ends_with_two_alefs(std::string_view text, std::size_t end) {
  constexpr std::size_t two = 2 * alef_bytes.size();
  return end >= two && text.substr(end - two, alef_bytes.size()) == alef_bytes &&
         text.substr(end - alef_bytes.size(), alef_bytes.size()) == alef_bytes;
}

// PDF extraction turns the ligature lam-alef round: the article before a word with alef comes out
// as alef, alef, lam. No Arabic word has two alefs in a row, so the order is certain. `text` ends
// with the lam.
void set_lam_alef_right(std::string& text) {
  std::size_t at = text.size() - lam_bytes.size();
  while (ends_with_two_alefs(text, at)) {
    text.replace(at, lam_bytes.size(), alef_bytes);
    at -= alef_bytes.size();
    text.replace(at, alef_bytes.size(), lam_bytes);
  }
}

// The word for "not", alone or behind "and" or "so", turned in the same way: the article never
// stands alone. `text` ends with the word.
void set_negation_right(std::string& text, std::size_t word) {
  const std::string_view letters = std::string_view(text).substr(word);
  if (letters != "ال" && letters != "وال" && letters != "فال") return;
  text.replace(text.size() - lam_bytes.size(), lam_bytes.size(), alef_bytes);
  text.replace(text.size() - 2 * lam_bytes.size(), lam_bytes.size(), lam_bytes);
}

bool is_arabic_letter(char32_t c) {
  const bool in_block =
      (c >= 0x620 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) || (c >= 0x870 && c <= 0x8FF);
  return in_block && is_letter(c);
}

bool is_digit(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
}

bool glues_digit(char32_t left, char32_t right) {
  return (is_digit(left) && is_arabic_letter(right)) || (is_arabic_letter(left) && is_digit(right));
}

}  // namespace

void repair_arabic(Repaired& repaired) {
  Rewriter rewriter(repaired);
  const std::string_view text = repaired.text;
  bool after_arabic = false;
  char32_t last = 0;
  std::size_t word = 0;  // Where the word begins that is being read.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point_or_error(text, at);
    if (is_arabic_mark(c) && after_arabic) continue;
    const bool boundary = is_arabic_letter(last) != is_arabic_letter(c);
    if (boundary) set_negation_right(rewriter.built(), word);
    if (glues_digit(last, c)) rewriter.put(" ", begin);
    if (boundary) word = rewriter.built().size();
    const char32_t folded = folded_letter(c);
    if (folded == c) {
      rewriter.keep(begin, at);
    } else {
      std::string bytes;
      append_utf8(bytes, folded);
      rewriter.put(bytes, begin);
    }
    if (folded == lam) set_lam_alef_right(rewriter.built());
    if (c < 0x300 || !is_mark(c)) after_arabic = is_arabic_letter(folded);
    last = folded;
  }
  set_negation_right(rewriter.built(), word);
  repaired = rewriter.finish();
}

}  // namespace pinlex
