// SPDX-License-Identifier: GPL-2.0-or-later
#include "heading_words.hpp"
#include "mark_scripts.hpp"
#include "numbering.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <array>

namespace pinlex {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }

constexpr char degree = Mark::degree;

/// A larger paragraph number than any article has; years are not numbers of paragraphs.
constexpr std::uint32_t max_ordinal = 999;

char at_or_zero(std::string_view line, std::size_t at) {
  return at < line.size() ? line[at] : '\0';
}

/// End of "bis", "ter", … behind a number, or `at`.
std::uint32_t after_latin_insert(std::string_view line, std::uint32_t at) {
  static constexpr std::array<std::string_view, 4> inserts{"bis", "ter", "quater", "quinquies"};
  const std::uint32_t begin = skip_mark_blanks(line, at);
  for (const auto insert : inserts) {
    const auto end = begin + static_cast<std::uint32_t>(insert.size());
    if (line.substr(begin).starts_with(insert) && !is_letter(at_or_zero(line, end))) return end;
  }
  return at;
}

/// What is between the brackets, and where it ends.
std::uint32_t read_digits(std::string_view line, std::uint32_t at, Mark& mark) {
  const std::uint32_t begin = at;
  std::uint32_t value = 0;
  while (is_digit(at_or_zero(line, at)) && value <= max_ordinal) {
    value = value * 10 + static_cast<std::uint32_t>(line[at++] - '0');
  }
  if (value == 0 || value > max_ordinal) return begin;
  mark.readings.push_back({Numeral::arabic, value});
  std::uint32_t end = after_latin_insert(line, at);
  if (end == at && is_lower(at_or_zero(line, at)) && !is_letter(at_or_zero(line, at + 1)))
    end = at + 1;
  mark.insert = end > at;
  return end;
}

std::uint32_t read_letters(std::string_view line, std::uint32_t at, Mark& mark) {
  std::uint32_t end = at;
  while (end < line.size() && is_letter(line[end]) && end - at < 7) ++end;
  const auto letters = line.substr(at, end - at);
  const bool lower = is_lower(letters.front());
  const bool twice = letters.size() == 2 && letters[0] == letters[1];
  if (letters.size() == 1 || twice) {
    const char first = lower ? 'a' : 'A';
    const auto ordinal = static_cast<std::uint32_t>(letters[0] - first + 1) + (twice ? 26 : 0);
    mark.readings.push_back({lower ? Numeral::lower_letter : Numeral::upper_letter, ordinal});
  }
  if (const auto value = roman_value(letters); value > 0 && value < 90) {
    mark.readings.push_back({lower ? Numeral::lower_roman : Numeral::upper_roman, value});
  }
  return mark.readings.empty() ? at : end;
}

/// "i.e.", "a.m." and "2.5" look like numbers with a stop.
bool is_abbreviation_or_decimal(std::string_view line, std::uint32_t stop) {
  const char next = at_or_zero(line, stop + 1);
  return is_digit(next) || (is_letter(next) && at_or_zero(line, stop + 2) == '.');
}

/// What closes a number, and where it ends; 0 where nothing does.
char read_closing(std::string_view line, std::uint32_t& at) {
  struct Closing {
    std::string_view word;
    char closing;
  };
  static constexpr std::array<Closing, 11> closings{{{")", ')'},
                                                     {"）", ')'},
                                                     {"º.", degree},
                                                     {"°.", degree},
                                                     {".º", degree},
                                                     {".°", degree},
                                                     {"º", degree},
                                                     {"°", degree},
                                                     {".", '.'},
                                                     {"．", '.'},
                                                     {"、", ','}}};
  const auto rest = line.substr(at);
  const auto found = std::find_if(closings.begin(), closings.end(), [&](const Closing& closing) {
    return rest.starts_with(closing.word);
  });
  if (found == closings.end()) return 0;
  at += static_cast<std::uint32_t>(found->word.size());
  return found->closing;
}

/// A dash that belongs to the number before it: "1.—In", "2.- Los", "I. – Le".
std::uint32_t after_dash(std::string_view line, std::uint32_t at) {
  const auto dash = skip_mark_blanks(line, at);
  const auto rest = line.substr(dash);
  for (const std::string_view word : {"—", "–", "―"}) {
    if (rest.starts_with(word)) return dash + static_cast<std::uint32_t>(word.size());
  }
  return rest.starts_with("- ") ? dash + 1 : at;
}

bool read_latin_mark(std::string_view line, Mark& mark) {
  std::uint32_t at = mark.begin;
  const bool bracket = at_or_zero(line, at) == '(' || line.substr(at).starts_with("（");
  if (bracket) at = skip_mark_blanks(line, at + (line[at] == '(' ? 1 : 3));
  const std::uint32_t number = at;
  const bool digits = is_digit(at_or_zero(line, at));
  if (digits) {
    at = read_digits(line, at, mark);
  } else if (is_letter(at_or_zero(line, at))) {
    at = read_letters(line, at, mark);
  }
  if (mark.readings.empty()) return false;
  const std::uint32_t number_end = at;
  if (bracket) at = skip_mark_blanks(line, at);
  const std::uint32_t stop = at;
  const char closing = read_closing(line, at);
  if (closing == 0 || (closing != ')' && bracket)) return false;
  if ((closing == degree || closing == ',') && !digits) return false;
  if (closing == '.' && is_abbreviation_or_decimal(line, stop)) return false;
  mark.end = closing == '.' ? after_dash(line, at) : at;
  mark.closing = bracket ? '(' : closing;
  mark.number = eid_number(line.substr(number, number_end - number));
  mark.rest = skip_mark_blanks(line, mark.end);
  return true;
}

}  // namespace

bool read_mark(std::string_view line, std::uint32_t offset, Mark& mark) {
  mark = {};
  mark.begin = skip_mark_blanks(line, offset);
  if (read_latin_mark(line, mark)) return true;
  mark.readings.clear();
  return read_script_mark(line, mark);
}

bool read_unit_mark(std::string_view line, Mark& mark) {
  return read_mark(line, 0, mark) && mark.closing == '.' &&
         mark.readings.front().numeral == Numeral::arabic &&
         line.substr(0, mark.end).ends_with("—");
}

}  // namespace pinlex
