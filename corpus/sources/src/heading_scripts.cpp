// SPDX-License-Identifier: GPL-2.0-or-later
#include "heading_scripts.hpp"

#include "script_numbers.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace pinlex {
namespace {

struct ScriptWord {
  std::string_view word;
  Level level;
  std::string_view abbreviation;
};

constexpr std::array<ScriptWord, 9> arabic_words{{
    {"المادة", Level::article, "art"},
    {"مادة", Level::article, "art"},
    {"الفصل", Level::chapter, "chp"},
    {"الباب", Level::part, "part"},
    {"الجزء", Level::part, "part"},
    {"القسم", Level::section, "sec"},
    {"المرفق", Level::annex, "annex"},
    {"الملحق", Level::annex, "annex"},
    {"ملحق", Level::annex, "annex"},
}};

// With and without hamza, with lam and alef as PDF extraction turns them, both genders.
constexpr std::array<SpelledNumber, 29> arabic_units{{
    {"الأولى", 1},  {"األولى", 1}, {"الاولى", 1},  {"الأول", 1},    {"األول", 1},    {"الاول", 1},
    {"الثانية", 2}, {"الثاني", 2}, {"الثالثة", 3}, {"الثالث", 3},   {"الرابعة", 4},  {"الرابع", 4},
    {"الخامسة", 5}, {"الخامس", 5}, {"السادسة", 6}, {"السادس", 6},   {"السابعة", 7},  {"السابع", 7},
    {"الثامنة", 8}, {"الثامن", 8}, {"التاسعة", 9}, {"التاسع", 9},   {"العاشرة", 10}, {"العاشر", 10},
    {"الحادية", 1}, {"الحادي", 1}, {"الوحيدة", 1}, {"المائة", 100}, {"المئة", 100},
}};

constexpr std::array<SpelledNumber, 19> arabic_tens{{
    {"عشرة", 10},      {"عشر", 10},       {"والعشرون", 20},  {"والعشرين", 20},  {"والثلاثون", 30},
    {"والثلاثين", 30}, {"والأربعون", 40}, {"والأربعين", 40}, {"والخمسون", 50},  {"والخمسين", 50},
    {"والستون", 60},   {"والستين", 60},   {"والسبعون", 70},  {"والثمانون", 80}, {"والتسعون", 90},
    {"العشرون", 20},   {"الثلاثون", 30},  {"الأربعون", 40},  {"الخمسون", 50},
}};

constexpr std::array<ScriptWord, 9> chinese_units{{
    {"条", Level::article, "art"},
    {"條", Level::article, "art"},
    {"章", Level::chapter, "chp"},
    {"节", Level::section, "sec"},
    {"節", Level::section, "sec"},
    {"编", Level::part, "part"},
    {"編", Level::part, "part"},
    {"部分", Level::part, "part"},
    {"篇", Level::part, "part"},
}};

constexpr std::array<SpelledNumber, 47> latin_ordinals{{
    {"premier", 1}, {"première", 1}, {"unique", 1},    {"primero", 1}, {"primera", 1},
    {"segundo", 2}, {"segunda", 2},  {"tercero", 3},   {"tercera", 3}, {"cuarto", 4},
    {"cuarta", 4},  {"quinto", 5},   {"quinta", 5},    {"sexto", 6},   {"sexta", 6},
    {"séptimo", 7}, {"séptima", 7},  {"octavo", 8},    {"octava", 8},  {"noveno", 9},
    {"novena", 9},  {"décimo", 10},  {"décima", 10},   {"único", 1},   {"única", 1},
    {"first", 1},   {"second", 2},   {"third", 3},     {"fourth", 4},  {"one", 1},
    {"two", 2},     {"three", 3},    {"four", 4},      {"five", 5},    {"six", 6},
    {"seven", 7},   {"eight", 8},    {"nine", 9},      {"ten", 10},    {"первая", 1},
    {"вторая", 2},  {"третья", 3},   {"четвертая", 4}, {"пятая", 5},   {"eerste", 1},
    {"tweede", 2},  {"derde", 3},
}};

std::size_t skip(std::string_view text, std::size_t at,
                 std::initializer_list<std::string_view> marks) {
  for (bool again = true; again;) {
    again = false;
    for (const auto mark : marks) {
      if (!text.substr(at).starts_with(mark)) continue;
      at += mark.size();
      again = true;
    }
  }
  return at;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  return skip(text, at, {" ", "\t", "\n", "\xC2\xA0", "\xE3\x80\x80"});
}

std::size_t skip_marks(std::string_view text, std::size_t at) {
  return skip(
      text, at,
      {" ", "\t", "\n", "\xC2\xA0", "\xE3\x80\x80", ":", "-", "–", "—", "(", ")", ".", "：", "ـ"});
}

/// "الحادية والعشرون"; returns where the words end.
std::size_t read_arabic_words(std::string_view text, std::size_t at, std::uint32_t& value) {
  std::size_t end = at;
  const auto take = [&](const auto& rows) {
    const auto from = skip_blanks(text, end);
    const SpelledNumber* row = row_at(rows, text.substr(from));
    if (row == nullptr) return false;
    value += row->value;
    end = from + row->word.size();
    return true;
  };
  take(arabic_units);
  take(arabic_tens);
  return end;
}

HeadingLine make(const ScriptWord& row, std::uint32_t value, std::string_view language) {
  HeadingLine heading;
  heading.level = row.level;
  heading.abbreviation = row.abbreviation;
  heading.language = language;
  heading.ordinal = value;
  heading.number = value == 0 ? std::string() : std::to_string(value);
  return heading;
}

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

constexpr std::size_t max_characters = 120;

}  // namespace

std::optional<HeadingLine> read_arabic_heading(std::string_view line, bool set_apart) {
  static constexpr std::string_view again = "مكرر";
  const std::size_t begin = skip_blanks(line, 0);
  const ScriptWord* row = row_at(arabic_words, line.substr(begin));
  if (row == nullptr || characters(line) > max_characters) return std::nullopt;
  const std::size_t word_end = begin + row->word.size();
  const std::size_t number = skip_marks(line, word_end);
  const bool marked_before = number > skip_blanks(line, word_end);
  // A stop before the number is the end of a sentence, turned round by extraction.
  if (line.substr(word_end, number - word_end).find('.') != std::string_view::npos) {
    return std::nullopt;
  }
  if (number == word_end && number < line.size()) return std::nullopt;
  std::uint32_t value = 0;
  std::size_t end = read_script_digits(line, number, value);
  if (end == number) end = read_arabic_words(line, number, value);
  if (end == number) {
    const auto roman = std::min(line.find_first_not_of("IVXLC", number), line.size()) - number;
    value = roman_value(line.substr(number, roman));
    if (value > 0) end = number + roman;
  }
  if (value > max_heading_number || (value == 0 && row->level != Level::annex)) return std::nullopt;
  HeadingLine heading = make(*row, value, "ar");
  if (const auto insert = skip_marks(line, end); line.substr(insert).starts_with(again)) {
    heading.number += "bis";
    end = skip(line, insert + again.size(), {"ا", "ً", "ة"});
  }
  std::size_t title = skip_marks(line, end);
  const bool marked = marked_before || title > skip_blanks(line, end);
  const bool alone = title >= line.size();
  // "Article 4, paragraph 2" goes on in a sentence.
  const bool reference =
      line.substr(title).starts_with("الفقرة") || line.substr(title).starts_with("،");
  if (!alone && (reference || (!marked && !set_apart))) return std::nullopt;
  // A title in brackets keeps both.
  if (title > end && line[title - 1] == '(') --title;
  heading.number_begin = u32(begin);
  heading.number_end = u32(end);
  heading.title_begin = u32(title);
  return heading;
}

std::optional<HeadingLine> read_chinese_heading(std::string_view line, bool set_apart) {
  static constexpr std::string_view opening = "第";
  static constexpr std::string_view insert = "之";
  const std::size_t begin = skip_blanks(line, 0);
  if (!line.substr(begin).starts_with(opening)) return std::nullopt;
  const std::size_t number = skip_blanks(line, begin + opening.size());
  std::uint32_t value = 0;
  std::size_t end = read_script_digits(line, number, value);
  if (end == number) end = read_chinese_numerals(line, number, value);
  end = skip_blanks(line, end);
  const ScriptWord* row = row_at(chinese_units, line.substr(end));
  if (row == nullptr || value == 0 || value > max_heading_number) return std::nullopt;
  end += row->word.size();
  HeadingLine heading = make(*row, value, "zh");
  if (line.substr(end).starts_with(insert)) {
    std::uint32_t nth = 0;
    const auto behind = read_chinese_numerals(line, end + insert.size(), nth);
    if (nth > 0) {
      heading.number += "-" + std::to_string(nth);
      end = behind;
    }
  }
  std::size_t title = skip_marks(line, end);
  const auto rest = line.substr(title);
  if (!rest.empty() && title == end && !set_apart) return std::nullopt;
  // The number again in another script, as bilingual pages have it.
  if (rest.starts_with("Art") && characters(rest) < 16) {
    title = line.size();
    end = title;
  }
  heading.runs_on = rest.find("。") != std::string_view::npos || rest.ends_with("；") ||
                    rest.ends_with("：") || characters(rest) > max_characters;
  if (heading.runs_on && row->level != Level::article) return std::nullopt;
  heading.number_begin = u32(begin);
  heading.number_end = u32(end);
  heading.title_begin = u32(title);
  return heading;
}

std::uint32_t spelled_ordinal(std::string_view lower, std::size_t& length) {
  const SpelledNumber* row = row_at(latin_ordinals, lower);
  if (row == nullptr) return 0;
  const auto next = row->word.size() < lower.size()
                        ? static_cast<unsigned char>(lower[row->word.size()])
                        : static_cast<unsigned char>(' ');
  if (next >= 0x80 || (next >= 'a' && next <= 'z')) return 0;
  length = row->word.size();
  return row->value;
}

}  // namespace pinlex
