// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_numbering.hpp"

#include "counters.hpp"
#include "word_xml.hpp"

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

constexpr std::uint32_t largest_number = 1'000'000;

int number_in(std::string_view text, int otherwise) {
  int value = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : otherwise;
}

std::uint32_t start_in(pugi::xml_node node, std::string_view name) {
  return static_cast<std::uint32_t>(
      std::clamp(number_in(value_of(node, name), 1), 0, static_cast<int>(largest_number)));
}

/// The only child of a certain name, or the simplest of alternatives.
std::string format_in(pugi::xml_node level) {
  for (const pugi::xml_node child : level.children()) {
    if (is_named(child, "numFmt")) return std::string(attribute_of(child, "val"));
    if (!is_named(child, "AlternateContent")) continue;
    return std::string(value_of(child_of(child, "Fallback"), "numFmt"));
  }
  return "decimal";
}

std::string roman_or_digits(std::uint32_t value) {
  const std::string roman = roman_numeral(value);
  return roman.empty() && value > 0 ? std::to_string(value) : roman;
}

/// a … z, aa, bb … zz, aaa: Word repeats the letter.
std::string letters(std::uint32_t value) {
  constexpr std::uint32_t alphabet = 26;
  constexpr std::uint32_t most = 10 * alphabet;
  if (value == 0 || value > most) return std::to_string(value);
  return std::string((value - 1) / alphabet + 1, static_cast<char>('a' + (value - 1) % alphabet));
}

std::string ordinal(std::uint32_t value) {
  const std::uint32_t last = value % 10;
  const bool teen = value % 100 / 10 == 1;
  const char* ending = teen || last == 0 || last > 3 ? "th"
                       : last == 1                   ? "st"
                       : last == 2                   ? "nd"
                                                     : "rd";
  return std::to_string(value) + ending;
}

std::string of_table(std::uint32_t value, const std::vector<std::string_view>& table) {
  if (value == 0 || value > table.size()) return std::to_string(value);
  return std::string(table[value - 1]);
}

std::string arabic_letter(std::uint32_t value) {
  static const std::vector<std::string_view> table{"أ", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر",
                                                   "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف",
                                                   "ق", "ك", "ل", "م", "ن", "ه", "و", "ي"};
  return of_table(value, table);
}

std::string arabic_abjad(std::uint32_t value) {
  static const std::vector<std::string_view> table{"أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي",
                                                   "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر",
                                                   "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ"};
  return of_table(value, table);
}

std::string cyrillic(std::uint32_t value) {
  static const std::vector<std::string_view> table{"а", "б", "в", "г", "д", "е", "ж", "з", "и", "к",
                                                   "л", "м", "н", "о", "п", "р", "с", "т", "у", "ф",
                                                   "х", "ц", "ч", "ш", "щ", "э", "ю", "я"};
  return of_table(value, table);
}

/// Counting in Chinese up to 99; a larger number is rare and stays in digits.
std::string chinese(std::uint32_t value) {
  static constexpr std::array<std::string_view, 10> digits{"",   "一", "二", "三", "四",
                                                           "五", "六", "七", "八", "九"};
  if (value == 0 || value > 99) return std::to_string(value);
  std::string out;
  if (value >= 20) out += digits[value / 10];
  if (value >= 10) out += "十";
  return out + std::string(digits[value % 10]);
}

std::string ordinal_word(std::uint32_t value) {
  static const std::vector<std::string_view> table{
      "First",     "Second",      "Third",      "Fourth",     "Fifth",
      "Sixth",     "Seventh",     "Eighth",     "Ninth",      "Tenth",
      "Eleventh",  "Twelfth",     "Thirteenth", "Fourteenth", "Fifteenth",
      "Sixteenth", "Seventeenth", "Eighteenth", "Nineteenth", "Twentieth"};
  return value > table.size() ? ordinal(value) : of_table(value, table);
}

std::string cardinal_word(std::uint32_t value) {
  static const std::vector<std::string_view> table{
      "One",     "Two",     "Three",     "Four",     "Five",     "Six",      "Seven",
      "Eight",   "Nine",    "Ten",       "Eleven",   "Twelve",   "Thirteen", "Fourteen",
      "Fifteen", "Sixteen", "Seventeen", "Eighteen", "Nineteen", "Twenty"};
  return of_table(value, table);
}

}  // namespace

std::string list_number(std::uint32_t value, std::string_view format) {
  if (format == "none") return {};
  if (format == "lowerLetter") return letters(value);
  if (format == "upperLetter") return in_capitals(letters(value));
  if (format == "lowerRoman") return roman_or_digits(value);
  if (format == "upperRoman") return in_capitals(roman_or_digits(value));
  if (format == "ordinal") return ordinal(value);
  if (format == "ordinalText") return ordinal_word(value);
  if (format == "cardinalText") return cardinal_word(value);
  if (format == "decimalZero") return (value < 10 ? "0" : "") + std::to_string(value);
  if (format == "arabicAlpha") return arabic_letter(value);
  if (format == "arabicAbjad") return arabic_abjad(value);
  if (format == "russianLower") return cyrillic(value);
  if (format == "numberInDash") return "- " + std::to_string(value) + " -";
  if (format == "decimalEnclosedParen") return "(" + std::to_string(value) + ")";
  static constexpr std::array<std::string_view, 5> counted_in_chinese{
      "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand"};
  if (std::find(counted_in_chinese.begin(), counted_in_chinese.end(), format) !=
      counted_in_chinese.end()) {
    return chinese(value);
  }
  return std::to_string(value);
}

WordNumbering::ListLevel WordNumbering::read_level(pugi::xml_node node) {
  ListLevel level;
  level.start = start_in(node, "start");
  level.format = format_in(node);
  level.text = value_of(node, "lvlText");
  level.style = value_of(node, "pStyle");
  level.legal = is_on(node, "isLgl");
  if (child_of(node, "lvlRestart")) level.restart = number_in(value_of(node, "lvlRestart"), 0);
  return level;
}

void WordNumbering::read_levels(pugi::xml_node parent, Levels& into) {
  for (const pugi::xml_node node : parent.children()) {
    if (!is_named(node, "lvl")) continue;
    const int at = number_in(attribute_of(node, "ilvl"), -1);
    if (at >= 0 && at < levels) into[static_cast<std::size_t>(at)] = read_level(node);
  }
}

WordNumbering::WordNumbering(pugi::xml_node numbering) {
  std::map<int, pugi::xml_node> abstracts;
  std::map<std::string_view, int> by_style_link;
  for (const pugi::xml_node node : numbering.children()) {
    if (!is_named(node, "abstractNum")) continue;
    const int id = number_in(attribute_of(node, "abstractNumId"), -1);
    abstracts[id] = node;
    if (const auto link = value_of(node, "styleLink"); !link.empty()) by_style_link[link] = id;
  }
  for (const pugi::xml_node node : numbering.children()) {
    if (!is_named(node, "num")) continue;
    List list;
    list.abstract = number_in(value_of(node, "abstractNumId"), -1);
    // A list may be defined by a style that another one carries.
    const auto link = by_style_link.find(value_of(abstracts[list.abstract], "numStyleLink"));
    if (link != by_style_link.end()) list.abstract = link->second;
    read_levels(abstracts[list.abstract], list.shown);
    for (const pugi::xml_node over : node.children()) {
      if (!is_named(over, "lvlOverride")) continue;
      const int at = number_in(attribute_of(over, "ilvl"), -1);
      if (at < 0 || at >= levels) continue;
      read_levels(over, list.shown);
      if (child_of(over, "startOverride")) {
        list.start[static_cast<std::size_t>(at)] = start_in(over, "startOverride");
      }
    }
    lists_[number_in(attribute_of(node, "numId"), -1)] = std::move(list);
  }
}

int WordNumbering::level_for(const List& list, const ListPlace& place, std::string_view style) {
  if (place.level) return std::clamp(*place.level, 0, levels - 1);
  for (int level = 0; level < levels; ++level) {
    if (!style.empty() && list.shown[static_cast<std::size_t>(level)].style == style) return level;
  }
  return 0;
}

void WordNumbering::count(const List& list, int level, Counter& counter) {
  for (int above = 0; above <= level; ++above) {
    const auto at = static_cast<std::size_t>(above);
    if (above == level && counter.running[at]) {
      counter.value[at] = std::min(counter.value[at] + 1, largest_number);
    } else if (!counter.running[at]) {
      counter.value[at] = list.shown[at].start;
      counter.running[at] = true;
    }
  }
  for (int below = level + 1; below < levels; ++below) {
    const auto at = static_cast<std::size_t>(below);
    const auto restart = list.shown[at].restart;
    if (!restart || (*restart > 0 && level < *restart)) counter.running[at] = false;
  }
}

std::string WordNumbering::shown(const List& list, int level, const Counter& counter) {
  const ListLevel& line = list.shown[static_cast<std::size_t>(level)];
  if (line.format == "bullet") return line.text.empty() ? "" : "•";
  if (line.format == "none" && line.text.find('%') == std::string::npos) return line.text;
  std::string out;
  for (std::size_t i = 0; i < line.text.size(); ++i) {
    const char next = i + 1 < line.text.size() ? line.text[i + 1] : '\0';
    if (line.text[i] != '%' || next < '1' || next > '9') {
      out += line.text[i];
      continue;
    }
    const auto at = static_cast<std::size_t>(next - '1');
    out += list_number(counter.value[at], line.legal ? "decimal" : list.shown[at].format);
    ++i;
  }
  return out;
}

std::string WordNumbering::next(ListPlace place, std::string_view style) {
  const auto found = lists_.find(place.list);
  if (found == lists_.end()) return {};
  List& list = found->second;
  Counter& counter = counters_[list.abstract];
  const int level = level_for(list, place, style);
  if (!list.used) {
    list.used = true;
    for (std::size_t at = 0; at < levels; ++at) {
      if (!list.start[at]) continue;
      list.shown[at].start = *list.start[at];
      counter.running[at] = false;
    }
  }
  count(list, level, counter);
  return shown(list, level, counter);
}

}  // namespace pinlex
