// SPDX-License-Identifier: GPL-2.0-or-later
#include "mark_scripts.hpp"

#include "heading_words.hpp"
#include "script_numbers.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace pinlex {
namespace {

/// A letter that numbers points, with its place in the order of abjad and in that of the alphabet.
struct ArabicLetter {
  std::string_view word;
  std::uint8_t abjad, alphabet;
};

constexpr std::array<ArabicLetter, 30> arabic_letters{{
    {"أ", 1, 1},   {"ا", 1, 1},   {"ب", 2, 2},   {"ج", 3, 5},   {"د", 4, 8},   {"ه", 5, 26},
    {"و", 6, 27},  {"ز", 7, 11},  {"ح", 8, 6},   {"ط", 9, 16},  {"ي", 10, 28}, {"ى", 10, 28},
    {"ك", 11, 22}, {"ل", 12, 23}, {"م", 13, 24}, {"ن", 14, 25}, {"س", 15, 12}, {"ع", 16, 18},
    {"ف", 17, 20}, {"ص", 18, 14}, {"ق", 19, 21}, {"ر", 20, 10}, {"ش", 21, 13}, {"ت", 22, 3},
    {"ث", 23, 4},  {"خ", 24, 7},  {"ذ", 25, 9},  {"ض", 26, 15}, {"ظ", 27, 17}, {"غ", 28, 19},
}};

/// In the order that Russian drafting uses: without ё, й, ъ, ы, ь.
constexpr std::array<SpelledNumber, 26> cyrillic_letters{{
    {"а", 1},  {"б", 2},  {"в", 3},  {"г", 4},  {"д", 5},  {"е", 6},  {"ж", 7},
    {"з", 8},  {"и", 9},  {"к", 10}, {"л", 11}, {"м", 12}, {"н", 13}, {"о", 14},
    {"п", 15}, {"р", 16}, {"с", 17}, {"т", 18}, {"у", 19}, {"ф", 20}, {"х", 21},
    {"ц", 22}, {"ч", 23}, {"ш", 24}, {"щ", 25}, {"э", 26},
}};

/// How a mark may end, and what `Mark::closing` says of it.
struct Closing {
  std::string_view word;
  char closing;
};

constexpr std::array<Closing, 10> arabic_closings{{{")", ')'},
                                                   {".", '.'},
                                                   {"-", '-'},
                                                   {"–", '-'},
                                                   {"—", '-'},
                                                   {"ـ", '-'},
                                                   {"/", '-'},
                                                   {":", '-'},
                                                   {"،", '-'},
                                                   {"）", ')'}}};
constexpr std::array<Closing, 5> chinese_closings{
    {{"、", ','}, {"．", '.'}, {".", '.'}, {"）", ')'}, {")", ')'}}};
constexpr std::array<Closing, 2> cyrillic_closings{{{")", ')'}, {"）", ')'}}};
constexpr std::array<Closing, 4> turned_openings{{{".", '.'}, {"-", '-'}, {"–", '-'}, {"'", '\''}}};

/// A larger number than any paragraph has.
constexpr std::uint32_t max_ordinal = 999;

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

std::uint32_t skip(std::string_view text, std::uint32_t at,
                   std::initializer_list<std::string_view> marks) {
  for (bool again = true; again;) {
    again = false;
    for (const auto mark : marks) {
      if (!text.substr(at).starts_with(mark)) continue;
      at += u32(mark.size());
      again = true;
    }
  }
  return at;
}

bool begins_in_arabic(std::string_view text) {
  // Letters, but not the comma, the semicolon or the digits of the script.
  if (text.size() < 2) return false;
  const auto byte = static_cast<unsigned char>(text[0]);
  const auto next = static_cast<unsigned char>(text[1]);
  if (byte == 0xD8) return next >= 0xA0;
  if (byte == 0xD9) return next <= 0x8A;
  return byte == 0xDA || byte == 0xDB;
}

/// A number that stands between the signs of a mark; returns where it ends, `at` where none is.
using ReadNumber = std::uint32_t (*)(std::string_view line, std::uint32_t at, Mark& mark);

std::uint32_t read_arabic_letter(std::string_view line, std::uint32_t at, Mark& mark) {
  const ArabicLetter* row = row_at(arabic_letters, line.substr(at));
  if (row == nullptr) return at;
  const auto end = at + u32(row->word.size());
  if (begins_in_arabic(line.substr(end)) && !line.substr(end).starts_with("ـ")) return at;
  mark.readings = {{Numeral::abjad, row->abjad}, {Numeral::alphabet, row->alphabet}};
  return end;
}

std::uint32_t read_cyrillic_letter(std::string_view line, std::uint32_t at, Mark& mark) {
  const SpelledNumber* row = row_at(cyrillic_letters, line.substr(at));
  if (row == nullptr) return at;
  mark.readings = {{Numeral::cyrillic, row->value}};
  return at + u32(row->word.size());
}

std::uint32_t read_chinese(std::string_view line, std::uint32_t at, Mark& mark) {
  std::uint32_t value = 0;
  const auto end = u32(read_chinese_numerals(line, at, value));
  if (value == 0 || value > max_ordinal) return at;
  mark.readings = {{Numeral::chinese, value}};
  mark.number = std::to_string(value);
  return end;
}

std::uint32_t read_digits(std::string_view line, std::uint32_t at, Mark& mark) {
  std::uint32_t value = 0;
  const auto end = u32(read_script_digits(line, at, value));
  if (value == 0 || value > max_ordinal) return at;
  mark.readings = {{Numeral::arabic, value}};
  mark.number = std::to_string(value);
  return end;
}

void clear(Mark& mark) {
  mark.readings.clear();
  mark.number.clear();
}

bool finish(std::string_view line, std::size_t end, char closing, Mark& mark) {
  mark.end = u32(end);
  mark.closing = closing;
  mark.rest = skip_mark_blanks(line, mark.end);
  return true;
}

/// "(أ)", "（一）".
bool read_bracketed(std::string_view line, ReadNumber number, Mark& mark) {
  const auto opening = skip(line, mark.begin, {"(", "（"});
  if (opening == mark.begin) return false;
  const auto from = skip_mark_blanks(line, opening);
  const auto to = number(line, from, mark);
  const auto closing = skip(line, to, {" ", "ـ", "\xC2\xA0"});
  const auto rest = line.substr(closing);
  if (to > from && rest.starts_with(")")) return finish(line, closing + 1, '(', mark);
  if (to > from && rest.starts_with("）")) return finish(line, closing + 3, '(', mark);
  clear(mark);
  return false;
}

/// "ب -", "二、", "в)".
template <std::size_t size>
bool read_closed(std::string_view line, ReadNumber number,
                 const std::array<Closing, size>& closings, Mark& mark) {
  const auto to = number(line, mark.begin, mark);
  const auto at = skip_mark_blanks(line, to);
  const Closing* closing = row_at(closings, line.substr(at));
  if (to > mark.begin && closing != nullptr) {
    return finish(line, at + closing->word.size(), closing->closing, mark);
  }
  clear(mark);
  return false;
}

/// "1-", "١." before Arabic words.
bool read_arabic_number(std::string_view line, Mark& mark) {
  if (!read_closed(line, read_digits, arabic_closings, mark)) return false;
  if (begins_in_arabic(line.substr(mark.rest)) && line[mark.end - 1] != ':') return true;
  clear(mark);
  return false;
}

/// ". 2", "-3", "' '1" before Arabic words, ". ii" alone: the sign behind a number stands before
/// it.
bool read_turned(std::string_view line, Mark& mark) {
  const Closing* opening = row_at(turned_openings, line.substr(mark.begin));
  if (opening == nullptr) return false;
  const bool quotes = opening->closing == '\'';
  auto from = skip_mark_blanks(line, mark.begin + u32(opening->word.size()));
  if (quotes) from = skip(line, from, {"'", "،", " "});
  auto to = read_digits(line, from, mark);
  if (to == from) {
    const auto roman = std::min(line.find_first_not_of("ivx", from), line.size()) - from;
    const auto value = roman_value(line.substr(from, roman));
    if (value > 0 && !quotes) {
      mark.readings = {{Numeral::lower_roman, value}};
      mark.number = line.substr(from, roman);
      to = from + u32(roman);
    }
  }
  if (quotes) to = skip(line, to, {"'", "،"});
  const auto rest = line.substr(skip_mark_blanks(line, to));
  const bool number_alone = rest.empty() && opening->closing == '.';
  if (to > from && (number_alone || begins_in_arabic(rest))) {
    return finish(line, to, opening->closing, mark);
  }
  clear(mark);
  return false;
}

}  // namespace

std::uint32_t skip_mark_blanks(std::string_view line, std::uint32_t at) {
  return skip(line, at, {" ", "\t", "\n", "\xC2\xA0", "\xE3\x80\x80"});
}

bool read_script_mark(std::string_view line, Mark& mark) {
  for (const ReadNumber number : {read_arabic_letter, read_chinese, read_cyrillic_letter}) {
    if (read_bracketed(line, number, mark)) return true;
  }
  if (read_bracketed(line, read_digits, mark)) return true;
  return read_closed(line, read_arabic_letter, arabic_closings, mark) ||
         read_closed(line, read_chinese, chinese_closings, mark) ||
         read_closed(line, read_cyrillic_letter, cyrillic_closings, mark) ||
         read_arabic_number(line, mark) || read_turned(line, mark);
}

std::string letter_in_eid(std::uint32_t ordinal) {
  const auto letter = static_cast<char>('a' + (ordinal - 1) % 26);
  return std::string(ordinal > 26 ? 2 : 1, letter);
}

}  // namespace pinlex
