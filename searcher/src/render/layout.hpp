// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/render.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a stretch of text is, for a terminal with colours.
enum class Tone : std::uint8_t { plain, strong, faint, warning, good, bad };

/// Sets text in lines of a width, in columns of a terminal. White space of the input separates
/// words and is otherwise dropped; control characters and bytes that are no UTF-8 become U+FFFD.
class TextLayout {
 public:
  explicit TextLayout(const TextStyle& style) : style_(style) {}

  /// Begins a paragraph: ends the line, and indents this one by `first` and the next by `rest`.
  void paragraph(std::size_t first, std::size_t rest);
  void paragraph(std::size_t indent) { paragraph(indent, indent); }

  /// An empty line.
  void gap();

  /// Appends words; glued to what stands before unless white space begins them.
  void words(std::string_view text, Tone tone = Tone::plain);

  /// Appends words with places marked: in colour, or between « ».
  void marked(std::string_view text, const std::vector<TextRange>& places);

  /// Fills with spaces to a column, or puts one where that is passed.
  void column(std::size_t to);

  /// All that was set; ends with a line end.
  std::string take();

 private:
  void code_point(char32_t c);
  void raw(std::string_view bytes, std::size_t width);
  /// The same at the end of what is marked: it stays with the word before.
  void close(std::string_view bytes, std::size_t width);
  void end_word();
  void start_line(std::size_t indent);

  TextStyle style_;
  std::string out_;
  std::size_t rest_ = 0;    ///< Indent of the lines after the first.
  std::size_t column_ = 0;  ///< Of the end of the line so far.
  bool line_open_ = false;
  bool line_empty_ = true;  ///< But for the indent.
  std::string word_;        ///< Not set yet.
  std::size_t word_width_ = 0;
  bool space_before_ = false;  ///< Whether a space goes before the word, if it stays on the line.
  bool may_break_ = false;     ///< After an ideograph.
};

/// How many columns a text takes on a terminal.
std::size_t width_of(std::string_view text);

/// The places with those joined that only white space parts.
std::vector<TextRange> joined_places(std::string_view text, const std::vector<TextRange>& places);

}  // namespace pinlex
