// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/ties.hpp"

#include "check/marks.hpp"
#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace pinlex {
namespace {

/// No citation further away than this belongs to a quotation, bytes.
constexpr std::size_t reach = 600;

constexpr std::array<std::string_view, 24> abbreviations{
    "abs", "al",  "alin", "art", "arts", "bzw",   "cf", "ch", "e.g", "i.e", "lit", "n°",
    "no",  "nos", "nr",   "p",   "para", "paras", "pp", "s",  "sec", "ss",  "v",   "vgl"};

/// What stands between a citation and a quotation.
struct Between {
  bool words = false;  ///< Something but marks and space.
  bool ends_sentence = false;
  bool empty_line = false;
  bool after_colon = false;  ///< The empty line follows a colon.
  bool bracket_or_dash = false;
};

/// The word that ends at an offset, in lower case.
std::string word_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\n' && text[begin - 1] != '(' &&
         at - begin < 8) {
    --begin;
  }
  return ascii_lower(text.substr(begin, at - begin));
}

bool is_abbreviation(std::string_view text, std::size_t dot) {
  const std::string word = word_before(text, dot);
  return std::find(abbreviations.begin(), abbreviations.end(), word) != abbreviations.end();
}

/// Whether a full stop, question or exclamation mark at `at` ends a sentence; what follows begins
/// at `behind`.
bool ends_here(std::string_view text, std::size_t at, std::size_t behind, char32_t c) {
  if (c == 0x3002 || c == 0xFF01 || c == 0xFF1F) return true;
  if (c != '.' && c != '!' && c != '?') return false;
  if (c == '.' && is_abbreviation(text, at)) return false;
  if (behind == text.size()) return true;  // Right before the quotation or citation.
  std::size_t next = behind;
  if (!is_space(next_code_point(text, next))) return false;
  while (next < text.size()) {
    const char32_t after = next_code_point(text, next);
    if (is_space(after)) continue;
    return !is_lower_case(after);
  }
  return true;
}

Between look_between(std::string_view text) {
  Between out;
  char32_t last = 0;
  bool line_empty = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    if (c == '\n') {
      if (line_empty) {
        out.empty_line = true;
        out.after_colon = last == ':' || last == 0xFF1A;
      }
      line_empty = true;
      continue;
    }
    if (is_space(c)) continue;
    if (c == '>' && line_empty) continue;  // The mark of a block quote.
    line_empty = false;
    if (is_word_character(c)) out.words = true;
    if (c == '(' || c == '[' || (c >= 0x2012 && c <= 0x2015) || c == '-')
      out.bracket_or_dash = true;
    out.ends_sentence =
        out.ends_sentence || c == ';' || c == 0xFF1B || ends_here(text, begin, at, c);
    last = c;
  }
  return out;
}

/// The text without remarks in brackets such as "(emphasis added)": without a digit in them.
std::string without_remarks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '(' || text[at] == '[') {
      const auto close = text.find_first_of(")]", at);
      if (close != std::string_view::npos && close - at < 60) {
        at = close + 1;
        continue;
      }
    }
    out += text[at++];
  }
  return out;
}

class Tie {
 public:
  Tie(std::string_view text, const ReadInput& input, const Quotation& quotation)
      : text_(text), input_(input), quotation_(quotation) {
    const auto& all = input.citations;
    const auto behind = std::partition_point(all.begin(), all.end(), [&](const Citation& one) {
      return one.begin < quotation.place.end;
    });
    if (behind != all.end() && behind->begin - quotation.place.end <= reach) {
      next_ = static_cast<std::int32_t>(behind - all.begin());
    }
    const auto first = std::partition_point(all.begin(), all.end(), [&](const Citation& one) {
      return one.end <= quotation.place.begin;
    });
    if (first != all.begin() && quotation.place.begin - std::prev(first)->end <= reach) {
      last_ = static_cast<std::int32_t>(first - all.begin()) - 1;
    }
  }

  std::int32_t find() const {
    if (next_ >= 0 && set_off()) return next_;
    const bool before = last_ >= 0 && same_sentence_before();
    const bool behind = next_ >= 0 && same_sentence_behind();
    if (before && behind && !gap_behind().words && follows_a_quotation()) return next_;
    if (before) return last_;
    return behind ? next_ : -1;
  }

 private:
  std::string_view gap_text() const {
    const Citation& next = input_.citations[static_cast<std::size_t>(next_)];
    return text_.substr(quotation_.place.end, next.begin - quotation_.place.end);
  }

  Between gap_behind() const { return look_between(gap_text()); }

  bool is_block() const { return quotation_.form == QuotationForm::block; }

  bool set_off() const {
    const std::string rest = without_remarks(gap_text());
    const Between gap = look_between(rest);
    return !gap.words && gap.bracket_or_dash && (is_block() || !gap.empty_line);
  }

  bool same_sentence_before() const {
    const Citation& last = input_.citations[static_cast<std::size_t>(last_)];
    const Between gap = look_between(text_.substr(last.end, quotation_.place.begin - last.end));
    return !gap.ends_sentence && (!gap.empty_line || gap.after_colon);
  }

  bool same_sentence_behind() const {
    // What ends inside the marks (“… adopt.” says Article 5) does not count.
    const Between gap = gap_behind();
    return !gap.ends_sentence && !gap.empty_line;
  }

  /// Whether another quotation stands right before the citation before this one.
  bool follows_a_quotation() const {
    const Citation& last = input_.citations[static_cast<std::size_t>(last_)];
    std::size_t at = last.begin;
    while (at > 0) {
      std::size_t begin = at - 1;
      while (begin > 0 && (static_cast<unsigned char>(text_[begin]) & 0xC0) == 0x80) --begin;
      std::size_t behind = begin;
      const char32_t c = next_code_point(text_, behind);
      if (is_quotation_mark(c)) return true;
      if (!is_space(c) && c != ',' && c != '(') return false;
      at = begin;
    }
    return false;
  }

  std::string_view text_;
  const ReadInput& input_;
  const Quotation& quotation_;
  std::int32_t next_ = -1, last_ = -1;
};

}  // namespace

std::int32_t tied_citation(std::string_view text, const ReadInput& input,
                           const Quotation& quotation) {
  if (quotation.outer >= 0) {
    return input.quotations[static_cast<std::size_t>(quotation.outer)].citation;
  }
  return Tie(text, input, quotation).find();
}

}  // namespace pinlex
