// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/provision.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pinlex {

/// A line that opens a provision: "CHAPTER II", "Article 4 bis – Illegal access", "§ 100a".
struct HeadingLine {
  Level level = Level::article;
  std::string abbreviation;   ///< Of the eId: "art", "chp", "sec".
  std::string number;         ///< As in the eId: "4bis", "2" for "II"; empty for a preamble.
  std::uint32_t ordinal = 0;  ///< The number's value, without inserts; 0 where there is none.
  std::string language;       ///< The word's, where only one language writes it so; else empty.
  std::uint32_t number_begin = 0, number_end = 0;  ///< Word and number, bytes of the line.
  std::uint32_t title_begin = 0;                   ///< What follows on the same line.
  bool runs_on = false;                            ///< It is the article's own words, no title.
};

/// Reads a line as the heading of a provision, or not at all. `set_apart` says that the format
/// marks it as a heading; without it only a line that holds nothing else counts, so that a sentence
/// that begins with "Article 14" is none.
std::optional<HeadingLine> read_heading(std::string_view line, bool set_apart);

/// The length of a word for "preamble" that a text begins with, also glued to what follows
/// ("PreambleThe States"), or 0.
std::size_t preamble_word_length(std::string_view text);

/// Whether a block begins the closing formula ("IN WITNESS WHEREOF", "Done at").
bool begins_closing_formula(std::string_view text);

/// The value of a Roman numeral of either case, or 0.
std::uint32_t roman_value(std::string_view numeral);

}  // namespace pinlex
