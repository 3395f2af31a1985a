// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a word of a citation counts: articles, paragraphs, points.
enum class CiteUnit : std::uint8_t {
  part,
  title,
  chapter,
  annex,
  schedule,
  section,     ///< The basic unit of an act, or a grouping of articles.
  subsection,  ///< A paragraph of a section.
  article,
  sign,  ///< §: a section, or a paragraph within an article.
  recital,
  preamble,
  paragraph,
  alinea,        ///< A paragraph where none is named yet, else a point.
  subparagraph,  ///< With a letter a point; with a number an unnumbered part of a paragraph.
  point,
  footnote,
  sentence,  ///< Understood, and too fine for an id.
};

/// Whether a keyword announces one number, several, or leaves it open.
enum class CiteCount : std::uint8_t { one, many, any };

/// Whether a keyword stands with a full stop.
enum class CiteDot : std::uint8_t { never, may, must };

struct CiteUnitWord {
  std::string_view word;  ///< Folded.
  CiteUnit unit;
  CiteCount count;
  CiteDot dot;
};

/// First bytes and lengths of a set of words: most words of a text are dismissed by it.
class WordShapes {
 public:
  void add(std::string_view word) {
    if (!word.empty()) lengths_[static_cast<unsigned char>(word[0])] |= bit(word.size());
  }
  bool may_hold(std::string_view word) const {
    return !word.empty() && may_hold(word[0], word.size());
  }
  bool may_hold(char first, std::size_t length) const {
    return (lengths_[static_cast<unsigned char>(first)] & bit(length)) != 0;
  }

 private:
  static std::uint32_t bit(std::size_t length) {
    return std::uint32_t{1} << std::min<std::size_t>(length, 31);
  }
  std::array<std::uint32_t, 256> lengths_{};
};

/// The keyword of that folded spelling, or null.
const CiteUnitWord* find_unit(std::string_view word);

/// Depth in the tree: an outer unit has the smaller one.
int depth(CiteUnit unit);

struct CiteOrdinal {
  std::string_view word;
  std::uint32_t value;
  bool follows;  ///< May stand behind its noun: "párrafo primero".
};

/// "first", "eerste", "premier" … tenth, or null.
const CiteOrdinal* find_ordinal(std::string_view word);

/// What a small word does between the parts of a citation.
bool is_of_word(std::string_view word);         ///< "of the", "van het", "de la", "des", "under".
bool is_definite_word(std::string_view word);   ///< "the", "het", "la": of no weight in names.
bool is_and_word(std::string_view word);        ///< Between the members of a list.
bool is_range_word(std::string_view word);      ///< "to", "through", "tot", "bis", "a".
bool is_number_word(std::string_view word);     ///< "no", "nr": stands before numbers.
bool is_insert_word(std::string_view word);     ///< "bis", "ter", "quater".
bool is_ordinal_ending(std::string_view word);  ///< "st", "e", "er" of "1st", "2e", "1er".
bool is_protocol_word(std::string_view word);   ///< Something that is itself "to" an instrument.
bool is_act_word(std::string_view word);        ///< "treaty", "verdrag": ends another name.

bool is_place_word(std::string_view word);  ///< "above", "hierboven": behind a number.

/// All keywords, ordinals and kinds of acts.
std::vector<std::string_view> citation_words();

/// The value of a lower-case Roman numeral below 90, else 0.
std::uint32_t small_roman(std::string_view word);

}  // namespace pinlex
