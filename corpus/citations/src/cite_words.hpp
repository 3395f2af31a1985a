// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

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

/// The value of a lower-case Roman numeral below 90, else 0.
std::uint32_t small_roman(std::string_view word);

}  // namespace pinlex
