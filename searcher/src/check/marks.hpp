// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pinlex {

/// Words between a pair of quotation marks; offsets in bytes.
struct QuoteSpan {
  std::uint32_t begin = 0, end = 0;              ///< With the marks.
  std::uint32_t inner_begin = 0, inner_end = 0;  ///< Without them.
  std::int32_t outer = -1;                       ///< The span that holds this one, or -1.
  char32_t mark = 0;                             ///< The opening mark.
};

struct QuoteSpans {
  std::vector<QuoteSpan> spans;         ///< In the order of their beginnings.
  std::vector<std::uint32_t> unpaired;  ///< Opening double marks that nothing closes.
};

/// Pairs the quotation marks of a text: " " “ ” „ “ « » » « ‹ › ' ' ‘ ’ ‚ ‘ 「 」 『 』 《 》.
///
/// - A mark that may open or close does what its neighbours say: one behind a space opens, one
///   before a space or a mark closes.
/// - An apostrophe is no mark: a single mark opens only before a letter and not behind one, and
///   closes only behind a character that is no space and not before a letter; one behind an "s"
///   that is followed by a lower-case word is a genitive where another closes later.
/// - Single marks end within their paragraph. Double ones may go on over an empty line where their
///   sides differ (“ ”), or where a straight one begins its paragraph or follows a colon; an
///   opening mark at the beginning of such a paragraph only says that the quotation goes on.
/// - 《 》 mark titles: they quote only where a comma, semicolon, colon or full stop stands inside.
///
/// Any well-formed UTF-8 will do; time is linear in its size. Marks nested deeper than 32 are read
/// as no marks.
QuoteSpans find_quotes(std::string_view text);

/// Whether a character is a quotation mark or an apostrophe of any kind.
bool is_quotation_mark(char32_t c);

}  // namespace pinlex
