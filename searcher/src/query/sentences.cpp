// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/sentences.hpp"

#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace pinlex {
namespace {

// Lists of words, each between spaces.
constexpr std::string_view abbreviations =
    " abs al apdo approx arts bgbl bijv blz bzw ca cf ch chap cit cl corp dept dhr doc"
    " dr eds ej ex ff fig figs gem ggf ibid inc jo lit ltd mme mr mrs mw nos nr nrs"
    " par para paras pp prof rec reg regs resp sch sec sect seq sr sra ss stb stcrt"
    " str trb vgl viz vol vols vs ziff \u00e9d p\u00e1g p\u00e1rr ";
/// Words of the language too: abbreviations only before a number or a letter that counts.
constexpr std::string_view before_numbers = " art ed no num n\u00fam res ";
constexpr std::string_view joining_words = " and e en et o of oder or ou und y ";

bool is_one_of(std::string_view words, std::string_view word) {
  return words.find(" " + std::string(word) + " ") != std::string_view::npos;
}

/// Marks that end a sentence whatever follows.
bool always_ends(char32_t c) {
  return c == 0x3002 || c == 0xFF01 || c == 0xFF1F || c == 0xFF0E || c == 0xFF61 || c == 0x061F ||
         c == 0x06D4 || c == 0x0964 || c == 0x0965;
}

bool is_stop(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026; }

bool holds_open(char32_t c) {
  return c == ':' || c == ';' || c == ',' || c == 0x2013 || c == 0x2014 || c == 0xFF1A ||
         c == 0xFF1B || c == 0xFF0C || c == 0x3001 || c == 0x060C || c == 0x061B;
}

char32_t first_character(std::string_view text) {
  std::size_t offset = 0;
  return text.empty() ? 0 : next_code_point(text, offset);
}

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

bool all_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// What stands before a full stop at `stop`, back to white space, a bracket or a quotation mark.
std::string_view word_before(std::string_view text, std::size_t stop) {
  constexpr std::size_t longest = 24;
  std::size_t begin = stop;
  while (begin > 0 && stop - begin < longest) {
    const char c = text[begin - 1];
    if (std::string_view(" \t\r\n([\"'/").find(c) != std::string_view::npos) break;
    --begin;
  }
  return text.substr(begin, stop - begin);
}

/// e.g, i.e, U.S, d.h: single letters with stops between.
bool is_dotted(std::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (i % 2 == 1 ? c != '.' : c >= 0x80 || !is_word_character(c) || is_digit(c)) return false;
  }
  return true;
}

bool counts(std::string_view word) {
  return is_digit(first_character(word)) || character_count(word) == 1 ||
         (word.size() <= 6 && word.find_first_not_of("IVXLC") == std::string_view::npos);
}

/// Whether a full stop behind `word` only shortens it. `next` is the word that follows.
bool shortens(std::string_view word, std::string_view next, bool begins_sentence) {
  if (all_digits(word)) return begins_sentence;
  if (is_dotted(word)) return true;
  if (character_count(word) == 1) return is_word_character(first_character(word));
  const std::string low = ascii_lower(word);
  return is_one_of(abbreviations, low) || (is_one_of(before_numbers, low) && counts(next));
}

/// Where the text lies between two words.
struct Gap {
  std::size_t begin = 0, end = 0;
  std::string_view next;         ///< The word behind it.
  bool begins_sentence = false;  ///< The word before it is the first of its sentence.
};

/// Whether a stop at `offset` is followed by white space, closing marks and further stops apart.
bool space_follows(std::string_view text, std::size_t offset, std::size_t end) {
  while (offset < end) {
    const char32_t c = next_code_point(text, offset);
    if (is_space(c)) return true;
    if (is_word_character(c)) return false;
  }
  return false;
}

bool empty_line(std::string_view gap) {
  const std::size_t line = gap.find('\n');
  if (line == std::string_view::npos) return false;
  const std::size_t next = gap.find_first_not_of(" \t\r", line + 1);
  return next != std::string_view::npos && gap[next] == '\n';
}

bool ends_sentence(std::string_view text, const Gap& gap) {
  char32_t last = 0;
  for (std::size_t i = gap.begin; i < gap.end;) {
    const std::size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (always_ends(c)) return true;
    if (!is_space(c)) last = c;
    if (!is_stop(c) || !space_follows(text, i, gap.end)) continue;
    if (is_lower_case(first_character(gap.next))) continue;
    const bool behind_word = at == gap.begin && c == '.';
    if (!behind_word || !shortens(word_before(text, at), gap.next, gap.begins_sentence)) {
      return true;
    }
  }
  return !holds_open(last) && empty_line(text.substr(gap.begin, gap.end - gap.begin));
}

}  // namespace

SentenceCounter::Ending SentenceCounter::ending_of(std::string_view tail,
                                                   std::string_view last_word) {
  Ending ending = Ending::none;
  for (std::size_t i = 0; i < tail.size();) {
    const char32_t c = next_code_point(tail, i);
    if (is_stop(c) || always_ends(c)) ending = Ending::full;
    if (holds_open(c)) ending = Ending::open;
  }
  if (ending == Ending::none && is_one_of(joining_words, ascii_lower(last_word))) {
    return Ending::open;
  }
  return ending;
}

void SentenceCounter::block(std::string_view text, const std::vector<TextRange>& tokens,
                            SentenceBlock kind, std::vector<std::uint32_t>& out) {
  if (tokens.empty()) return;
  const auto word = [&](std::size_t i) {
    return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  };
  const bool goes_on =
      kind != SentenceBlock::heading &&
      (ending_ == Ending::open || (ending_ == Ending::none && kind == SentenceBlock::point));
  if (started_ && !goes_on) ++sentence_;
  bool begins_sentence = true;
  out.push_back(sentence_);
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    const std::size_t begin = tokens[i - 1].end;
    const std::size_t end = tokens[i].begin;
    const bool plain = end <= begin || (end == begin + 1 && text[begin] == ' ');
    const bool ends = !plain && ends_sentence(text, {begin, end, word(i), begins_sentence});
    if (ends) ++sentence_;
    begins_sentence = ends;
    out.push_back(sentence_);
  }
  started_ = true;
  ending_ = kind == SentenceBlock::heading
                ? Ending::full
                : ending_of(text.substr(tokens.back().end), word(tokens.size() - 1));
}

}  // namespace pinlex
