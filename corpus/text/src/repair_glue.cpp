// SPDX-License-Identifier: GPL-2.0-or-later
#include "repair_glue.hpp"

#include "code_points.hpp"
#include "rewriter.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pinlex {
namespace {

constexpr char32_t no_character = 0;

// Syllables, which ICU gives to the dictionary for Han and kana.
bool is_hangul(char32_t c) { return c >= 0xAC00 && c <= 0xD7A3; }

// Whether word boundaries treat the character as a letter of a word with others around it: not so
// Han, kana or Thai. A mark then counts the same in a text and in one of its words alone.
bool is_word_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  if (c == ill_formed || is_hangul(c)) return false;
  const int value = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK);
  return value == U_WB_ALETTER || value == U_WB_HEBREW_LETTER;
}

// Whether the character and a letter after it are in one word.
bool clings(char32_t c) {
  if (c == '@') return true;
  if (c == ill_formed || is_hangul(c)) return false;
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
    case U_WB_HEBREW_LETTER:
    case U_WB_NUMERIC:
    case U_WB_EXTENDNUMLET:
      return true;
    default:
      return false;
  }
}

// Whether word boundaries look through the character to the one it is written on.
bool is_carried(char32_t c) {
  if (c < 0x80 || c == ill_formed) return false;
  const int value = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK);
  return value == U_WB_EXTEND || value == U_WB_FORMAT || value == U_WB_ZWJ;
}

char32_t before(std::string_view text, std::size_t& at) {
  return at == 0 ? no_character : previous_code_point_or_error(text, at);
}

char32_t after(std::string_view text, std::size_t& at) {
  return at == text.size() ? no_character : next_code_point_or_error(text, at);
}

// "b.het", "J.Doe": one letter, a full stop, a word; but not "e.g.", "m.example.org", "www.x.org",
// "j.doe@example.org".
bool is_letter_and_word(std::string_view text, std::size_t left, std::size_t right) {
  char32_t outside = before(text, left);
  while (is_carried(outside)) outside = before(text, left);
  if (clings(outside) || (outside == '.' && is_word_letter(before(text, left)))) return false;
  std::size_t letters = 1;
  char32_t last = no_character;
  char32_t next = no_character;
  while (is_word_letter(next = after(text, right))) {
    last = next;
    ++letters;
  }
  if (letters < 2 || next == '@') return false;
  if (next != '.') return true;
  const char32_t behind = after(text, right);
  return !is_word_letter(behind) || (is_lower(last) && is_upper(behind));
}

// Words that follow a hyphen which stands for the end of a compound: "Wasser- und Luftverkehr",
// "celle-ci".
bool keeps_hyphen_before_it(std::string_view word) {
  constexpr std::array<std::string_view, 18> words = {"als", "and", "bzw",   "ci", "e",    "en",
                                                      "et",  "là",  "noch",  "o",  "oder", "of",
                                                      "or",  "ou",  "sowie", "u",  "und",  "y"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Where the word goes on that the hyphen at `hyphen` cuts in two; npos where it cuts none.
std::size_t continuation(std::string_view text, std::size_t hyphen) {
  constexpr std::size_t none = std::string_view::npos;
  std::size_t left = hyphen;
  if (!is_lower(before(text, left))) return none;
  std::size_t at = text.find_first_not_of(" \t\r", hyphen + 1);
  if (at == none || text[at] != '\n') return none;
  at = text.find_first_not_of(" \t", at + 1);
  if (at == none) return none;
  std::size_t end = at;
  if (!is_lower(after(text, end))) return none;
  std::size_t next = end;
  while (is_letter(after(text, next))) end = next;
  const bool blank_follows = end < text.size() && text.find_first_of(" \t\r\n", end) == end;
  return blank_follows && keeps_hyphen_before_it(text.substr(at, end - at)) ? none : at;
}

}  // namespace

bool is_glue(std::string_view text, std::size_t at) {
  std::size_t left = at;
  std::size_t right = at + 1;
  if (at == 0 || right == text.size() || text[right] == ' ' || text[right] == '\n') return false;
  const char32_t l = before(text, left);
  const char32_t r = after(text, right);
  if (!is_word_letter(l) || !is_word_letter(r)) return false;
  if (text[at] == ',' || text[at] == ';') return true;
  if (is_lower(l) && is_upper(r)) return true;
  return text[at] == '.' && is_letter_and_word(text, left, right);
}

void loosen_glue(Repaired& repaired) {
  Rewriter rewriter(repaired);
  const std::string_view text = repaired.text;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!may_be_glue(static_cast<unsigned char>(text[at]))) continue;
    // What is before the last space set has no say, as if the text were repaired once more.
    if (!is_glue(text.substr(kept), at - kept)) continue;
    rewriter.keep(kept, at + 1);
    rewriter.put(" ", at + 1);
    kept = at + 1;
  }
  if (kept == 0) return;
  rewriter.keep(kept, text.size());
  repaired = rewriter.finish();
}

void join_line_ends(Repaired& repaired) {
  Rewriter rewriter(repaired);
  const std::string_view text = repaired.text;
  std::size_t kept = 0;
  for (std::size_t at = text.find('-'); at != std::string_view::npos; at = text.find('-', at + 1)) {
    const std::size_t next = continuation(text, at);
    if (next == std::string_view::npos) continue;
    rewriter.keep(kept, at);
    kept = next;
  }
  if (kept == 0) return;
  rewriter.keep(kept, text.size());
  repaired = rewriter.finish();
}

}  // namespace pinlex
