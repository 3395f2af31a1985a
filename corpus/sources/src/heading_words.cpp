// SPDX-License-Identifier: GPL-2.0-or-later
#include "heading_words.hpp"

#include "heading_scripts.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace pinlex {
namespace {

/// A word that, followed by a number, opens a provision. Lower case; longer words before words
/// they begin with.
struct HeadingWord {
  std::string_view word;
  Level level;
  std::string_view abbreviation;
  std::string_view language;
};

constexpr std::array<HeadingWord, 53> words{{
    {"article", Level::article, "art", ""},
    {"artikel", Level::article, "art", ""},
    {"artículo", Level::article, "art", "es"},
    {"articulo", Level::article, "art", "es"},
    {"artigo", Level::article, "art", "pt"},
    {"articolo", Level::article, "art", "it"},
    {"статья", Level::article, "art", "ru"},
    {"art.", Level::article, "art", ""},
    {"§", Level::article, "sec", ""},
    {"chapter", Level::chapter, "chp", "en"},
    {"chapitre", Level::chapter, "chp", "fr"},
    {"hoofdstuk", Level::chapter, "chp", "nl"},
    {"kapitel", Level::chapter, "chp", "de"},
    {"capítulo", Level::chapter, "chp", "es"},
    {"capitulo", Level::chapter, "chp", "es"},
    {"capo", Level::chapter, "chp", "it"},
    {"глава", Level::chapter, "chp", "ru"},
    {"sección", Level::section, "sec", "es"},
    {"seccion", Level::section, "sec", "es"},
    {"section", Level::section, "sec", ""},
    {"afdeling", Level::section, "sec", "nl"},
    {"abschnitt", Level::section, "sec", "de"},
    {"sectie", Level::section, "sec", "nl"},
    {"раздел", Level::section, "sec", "ru"},
    {"title", Level::title, "title", "en"},
    {"titel", Level::title, "title", ""},
    {"titre", Level::title, "title", "fr"},
    {"título", Level::title, "title", "es"},
    {"titulo", Level::title, "title", "es"},
    {"titolo", Level::title, "title", "it"},
    {"part", Level::part, "part", "en"},
    {"partie", Level::part, "part", "fr"},
    {"deel", Level::part, "part", "nl"},
    {"teil", Level::part, "part", "de"},
    {"parte", Level::part, "part", "es"},
    {"часть", Level::part, "part", "ru"},
    {"paragraaf", Level::section, "sec", "nl"},
    {"annexe", Level::annex, "annex", "fr"},
    {"annex", Level::annex, "annex", "en"},
    {"bijlage", Level::annex, "annex", "nl"},
    {"anhang", Level::annex, "annex", "de"},
    {"anlage", Level::annex, "annex", "de"},
    {"anexo", Level::annex, "annex", "es"},
    {"приложение", Level::annex, "annex", "ru"},
    {"appendix", Level::annex, "annex", "en"},
    {"schedule", Level::annex, "sched", "en"},
    {"allegato", Level::annex, "annex", "it"},
    {"subsection", Level::section, "subsec", "en"},
    {"disposición adicional", Level::article, "da", "es"},
    {"disposición transitoria", Level::article, "dt", "es"},
    {"disposición derogatoria", Level::article, "dd", "es"},
    {"disposición final", Level::article, "df", "es"},
    {"art", Level::article, "art", ""},
}};

constexpr std::array<std::string_view, 12> preamble_words{
    "preambule", "preamble",  "préambule", "preámbulo", "präambel", "preâmbulo",
    "preambolo", "преамбула", "aanhef",    "序言",      "الديباجة", "ديباجة"};

constexpr std::array<std::string_view, 13> closing_words{"in witness whereof",
                                                         "in faith whereof",
                                                         "in witness thereof",
                                                         "done at",
                                                         "done in",
                                                         "ten blijke waarvan",
                                                         "gedaan te",
                                                         "en foi de quoi",
                                                         "fait à",
                                                         "zu urkund dessen",
                                                         "geschehen zu",
                                                         "en fe de lo cual",
                                                         "hecho en"};

/// The longest number, bytes: it is part of every id below it.
constexpr std::size_t max_number_length = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Lower case for the letters the tables hold: ASCII, Latin-1 and Cyrillic, byte lengths unchanged.
std::string lowered(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    const auto next = i + 1 < out.size() ? static_cast<unsigned char>(out[i + 1]) : 0;
    if (byte >= 'A' && byte <= 'Z') {
      out[i] = static_cast<char>(byte + 32);
    } else if (byte == 0xC3 && next >= 0x80 && next <= 0x9E) {
      out[i + 1] = static_cast<char>(next + 32);
    } else if (byte == 0xD0 && next >= 0x90 && next <= 0x9F) {
      out[i + 1] = static_cast<char>(next + 32);
    } else if (byte == 0xD0 && next >= 0xA0 && next <= 0xAF) {
      out[i] = static_cast<char>(0xD1);
      out[i + 1] = static_cast<char>(next - 32);
    }
  }
  return out;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t' || text[at] == '\n')) ++at;
  // No-break space.
  while (text.substr(at, 2) == "\xC2\xA0") at = skip_blanks(text, at + 2);
  return at;
}

const HeadingWord* word_at(std::string_view lower) {
  for (const HeadingWord& row : words) {
    if (lower.starts_with(row.word)) return &row;
  }
  return nullptr;
}

/// Past a sign for the word "number": "№ 1".
std::size_t skip_number_sign(std::string_view text, std::size_t at) {
  return text.substr(at).starts_with("№") ? skip_blanks(text, at + 3) : at;
}

/// Where the small raised digits of a Russian insert end ("138¹"), which are added to `number`.
std::size_t read_raised(std::string_view line, std::size_t at, std::string& number) {
  static constexpr std::array<std::string_view, 10> raised{"⁰", "¹", "²", "³", "⁴",
                                                           "⁵", "⁶", "⁷", "⁸", "⁹"};
  for (bool first = true;; first = false) {
    const auto* const digit =
        std::find_if(raised.begin(), raised.end(),
                     [&](std::string_view sign) { return line.substr(at).starts_with(sign); });
    if (digit == raised.end()) return at;
    number += (first ? "." : "") + std::to_string(digit - raised.begin());
    at += digit->size();
  }
}

/// Length of "4 bis", "12a", "706-102-1", "L. 123-4", "II", "1°" at the start; 0 where there is no
/// number.
std::size_t number_length(std::string_view text) {
  static constexpr std::array<std::string_view, 8> inserts{
      "bis", "ter", "quater", "quinquies", "sexies", "septies", "octies", "novies"};
  std::size_t at = 0;
  if (!text.empty() && (text[0] == 'L' || text[0] == 'R' || text[0] == 'D') && text.size() > 1 &&
      (text[1] == '.' || is_digit(text[1]))) {
    at = text[1] == '.' ? skip_blanks(text, 2) : 1;
  }
  const std::size_t digits = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  if (at > digits) {
    while (at + 1 < text.size() && (text[at] == '-' || text[at] == '.') && is_digit(text[at + 1])) {
      ++at;
      while (at < text.size() && is_digit(text[at])) ++at;
    }
    std::size_t letters = at;
    while (letters < text.size() && is_ascii_letter(text[letters])) ++letters;
    if (letters - at <= 2) at = letters;
    const std::size_t next = skip_blanks(text, at);
    for (const auto insert : inserts) {
      const auto end = next + insert.size();
      const bool whole = end >= text.size() || !is_ascii_letter(text[end]);
      if (lowered(text.substr(next, insert.size())) == insert && whole) return end;
    }
    return at;
  }
  std::size_t roman = 0;
  while (roman < text.size() && is_ascii_letter(text[roman])) ++roman;
  if (roman_value(text.substr(0, roman)) > 0) return roman;
  return roman == 1 ? 1 : 0;  // "Annex A"
}

/// "(3)", as some translations number their articles.
bool is_bracketed_number(std::string_view text) {
  if (text.size() < 3 || text[0] != '(' || !is_digit(text[1])) return false;
  const std::size_t end = 1 + number_length(text.substr(1));
  return end < text.size() && text[end] == ')';
}

std::uint32_t ordinal_of(std::string_view number) {
  if (const auto roman = roman_value(number); roman > 0) return roman;
  const auto first = std::find_if(number.begin(), number.end(), is_digit);
  std::uint32_t value = 0;
  for (auto it = first; it != number.end() && is_digit(*it) && value < 100'000'000; ++it) {
    value = value * 10 + static_cast<std::uint32_t>(*it - '0');
  }
  return value;
}

/// "I", "II" number the chapters of some protocols, alone or before a title in capitals: the length
/// of the numeral, or 0.
std::size_t bare_numeral_length(std::string_view line) {
  const std::size_t length = std::min(line.find_first_of(" ."), line.size());
  const auto rest = line.substr(length);
  const bool lower =
      std::any_of(rest.begin(), rest.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  const bool alone = rest.find_first_not_of(" .") == std::string_view::npos;
  // One letter before a title is as likely a word, "I" among them.
  if (lower || (!alone && length < 2)) return 0;
  return roman_value(line.substr(0, length)) > 0 ? length : 0;
}

/// Offset of the title behind the number, past what separates them.
std::size_t title_after(std::string_view line, std::size_t at) {
  static constexpr std::array<std::string_view, 8> marks{".", ":", "-", "–", "—", "º", "°", "ª"};
  while (true) {
    at = skip_blanks(line, at);
    const auto mark = std::find_if(marks.begin(), marks.end(), [&](std::string_view m) {
      return line.substr(at).starts_with(m);
    });
    if (mark == marks.end()) return at;
    at += mark->size();
  }
}

/// Without being set apart, a heading is short, holds its number alone or a title that no sentence
/// mark ends.
bool stands_alone(std::string_view line, std::size_t number_end, std::size_t title) {
  if (title >= line.size()) return true;
  const bool separated = title > skip_blanks(line, number_end);
  const char last = line.back();
  return separated && line.size() < 120 && last != '.' && last != ';' && last != ',' && last != ':';
}

/// "CHAPT ER II": extraction puts a space into a word set in capitals.
std::optional<HeadingLine> read_broken_word(std::string_view line, std::size_t begin,
                                            bool set_apart) {
  const std::size_t space = line.find(' ', begin);
  if (space == std::string_view::npos || space == begin || space - begin > 10) return std::nullopt;
  std::string joined(line);
  joined.erase(space, 1);
  const HeadingWord* row = word_at(std::string_view(lowered(joined)).substr(begin));
  const bool capitals = std::all_of(line.begin() + static_cast<std::ptrdiff_t>(begin),
                                    line.begin() + static_cast<std::ptrdiff_t>(space),
                                    [](char c) { return c >= 'A' && c <= 'Z'; });
  if (row == nullptr || !capitals || begin + row->word.size() <= space) return std::nullopt;
  auto heading = read_heading(joined, set_apart);
  if (!heading) return std::nullopt;
  ++heading->number_end;
  ++heading->title_begin;
  return heading;
}

HeadingLine line_of_word(const HeadingWord& row, std::string_view number) {
  HeadingLine line;
  line.level = row.level;
  line.abbreviation = row.abbreviation;
  line.language = row.language;
  line.ordinal = ordinal_of(number);
  line.number = roman_value(number) > 0 ? std::to_string(line.ordinal) : eid_number(number);
  // "1er" is the first, not an insert.
  if (line.number == std::to_string(line.ordinal) + "er")
    line.number.resize(line.number.size() - 2);
  return line;
}

}  // namespace

std::uint32_t roman_value(std::string_view numeral) {
  static constexpr std::array<std::pair<std::string_view, std::uint32_t>, 13> values{{
      {"m", 1000},
      {"cm", 900},
      {"d", 500},
      {"cd", 400},
      {"c", 100},
      {"xc", 90},
      {"l", 50},
      {"xl", 40},
      {"x", 10},
      {"ix", 9},
      {"v", 5},
      {"iv", 4},
      {"i", 1},
  }};
  const std::string text = lowered(numeral);
  if (text.empty() || text.size() > 12) return 0;
  std::uint32_t value = 0;
  std::size_t at = 0;
  for (const auto& [letters, worth] : values) {
    const bool once = letters.size() == 2 || worth == 5 || worth == 50 || worth == 500;
    for (int n = 0; n < (once ? 1 : 3) && text.compare(at, letters.size(), letters) == 0; ++n) {
      value += worth;
      at += letters.size();
    }
  }
  return at == text.size() ? value : 0;
}

std::optional<HeadingLine> read_heading(std::string_view line, bool set_apart) {
  if (auto found = read_arabic_heading(line, set_apart)) return found;
  if (auto found = read_chinese_heading(line, set_apart)) return found;
  const std::size_t begin = skip_blanks(line, 0);
  const std::string lower = lowered(line);
  const HeadingWord* row = word_at(std::string_view(lower).substr(begin));
  HeadingLine heading;
  std::size_t end = begin;
  if (row == nullptr) {
    if (auto found = read_broken_word(line, begin, set_apart)) return found;
  }
  if (row != nullptr) {
    std::size_t number = skip_number_sign(line, skip_blanks(line, begin + row->word.size()));
    const bool bracketed = is_bracketed_number(line.substr(number));
    if (bracketed) ++number;
    std::size_t length = number_length(line.substr(number));
    std::uint32_t spelled = 0;
    // "ONE" is no Roman numeral, nor is its first letter a number.
    if (number > begin + row->word.size()) {
      std::size_t word = 0;
      spelled = spelled_ordinal(std::string_view(lower).substr(number), word);
      if (spelled > 0) length = word;
    }
    end = number + length + (bracketed ? 1 : 0);
    const bool glued =
        number == begin + row->word.size() && row->word != "§" && row->word != "art.";
    const bool ends_inside_word =
        end < line.size() && (is_ascii_letter(line[end]) || is_digit(line[end]));
    // "section 34." in the middle of a sentence; headings begin with a capital.
    if (!set_apart && lower.compare(begin, 1, line.substr(begin, 1)) == 0 &&
        is_ascii_letter(line[begin])) {
      return std::nullopt;
    }
    if (length > max_number_length) return std::nullopt;
    if (length == 0 && row->level != Level::annex) return std::nullopt;
    if (ends_inside_word || (glued && length > 0 && !is_digit(line[number]))) return std::nullopt;
    if (length == 0 && number < line.size() && !set_apart) return std::nullopt;
    if (length == 0 && glued && number < line.size()) return std::nullopt;
    heading = line_of_word(*row, line.substr(number, length));
    if (row->language == "ru") end = read_raised(line, end, heading.number);
    if (spelled > 0) {
      heading.number = std::to_string(spelled);
      heading.ordinal = spelled;
    }
  } else if (set_apart) {
    const std::size_t length = bare_numeral_length(line.substr(begin));
    if (length == 0) return std::nullopt;
    end = begin + length;
    heading = line_of_word({"", Level::chapter, "chp", ""}, line.substr(begin, length));
  } else {
    return std::nullopt;
  }
  const std::size_t title = title_after(line, end);
  if (!set_apart && !stands_alone(line, end, title)) return std::nullopt;
  heading.number_begin = static_cast<std::uint32_t>(begin);
  heading.number_end = static_cast<std::uint32_t>(end);
  heading.title_begin = static_cast<std::uint32_t>(title);
  return heading;
}

std::size_t preamble_word_length(std::string_view text) {
  const std::string lower = lowered(text.substr(0, 40));
  for (const auto word : preamble_words) {
    if (lower.starts_with(word)) return word.size();
  }
  return 0;
}

bool begins_closing_formula(std::string_view text) {
  const std::string lower = lowered(text.substr(0, 40));
  return std::any_of(
      closing_words.begin(), closing_words.end(),
      [&](std::string_view words_at_start) { return lower.starts_with(words_at_start); });
}

}  // namespace pinlex
