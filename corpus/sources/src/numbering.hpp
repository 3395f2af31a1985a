// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/provision.hpp>
#include <pinlex/model/source.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// How a list is numbered.
enum class Numeral : std::uint8_t {
  arabic,
  lower_letter,
  upper_letter,
  lower_roman,
  upper_roman,
  abjad,     ///< Arabic letters in their old order: أ ب ج د.
  alphabet,  ///< Arabic letters as in a dictionary: أ ب ت ث.
  cyrillic,
  chinese,
};

/// One way to read a number: "i" is the ninth letter or the first Roman numeral.
struct Reading {
  Numeral numeral = Numeral::arabic;
  std::uint32_t ordinal = 0;
};

/// A number at the start of a line.
struct Mark {
  std::uint32_t begin = 0, end = 0;  ///< Printed form with its brackets, bytes of the line.
  std::uint32_t rest = 0;            ///< Where the words after it begin.
  std::string number;                ///< As in an eId: "4bis", "b", "ii"; empty where its reading
                                     ///< decides.
  bool insert = false;               ///< "2 bis", "2a": stands behind its number, not after it.
  char closing = '.';                ///< '.', ')', '-', ',', '\'', degree; '(' for both brackets.
  std::vector<Reading> readings;     ///< Never empty.

  static constexpr char degree = 'o';   ///< "1°", "1.º".
  static constexpr char nothing = ' ';  ///< "1 The keeper".
};

/// Reads a number at `offset` of a line: "2.", "(3)", "a)", "(ii)", "4 bis.". Returns whether there
/// is one.
bool read_mark(std::string_view line, std::uint32_t offset, Mark& mark);

/// Reads the number of a section as acts print it before its words: "3.—(1) The keeper".
bool read_unit_mark(std::string_view line, Mark& mark);

/// A line of an article, in the order of the source.
struct BodyLine {
  const MappedText* text = nullptr;
  bool starts_block = false;
  bool quoted = false;  ///< Numbers in it are another text's.
};

/// A provision below an article as its numbers show it; -1 stands for the article itself.
struct NumberedNode {
  std::int32_t parent = -1;
  Level level = Level::paragraph;
  std::string number;  ///< As in an eId; counted where nothing is printed.
  MappedText printed;  ///< Empty where nothing is printed.
};

/// A run of words of a node (or of the article, -1).
struct NumberedPiece {
  std::int32_t node = -1;
  MappedText text;
};

/// The inside of an article.
struct NumberedBody {
  std::vector<NumberedNode> nodes;    ///< Parents come first.
  std::vector<NumberedPiece> pieces;  ///< In the order of the source.
  std::vector<Doubt> doubts;
};

/// Finds paragraphs and points in the lines of one article. A number opens a provision when it
/// continues a list that is open or begins a new one; a number that does neither stays text.
NumberedBody find_numbering(const std::vector<BodyLine>& lines);

}  // namespace pinlex
