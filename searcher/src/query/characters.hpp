// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pinlex {

// What the query language needs to know of a character. The words of a text are cut by the
// analyser (ICU); these few tables only tell a query's syntax and the ends of sentences.

/// White space, the no-break and ideographic kinds included.
bool is_space(char32_t c);

/// A control character that may not stand in a query: C0 but tab and line ends, DEL, C1.
bool is_forbidden_control(char32_t c);

/// Marks without width or meaning of their own: joiners, direction marks, byte order mark.
bool has_no_width(char32_t c);

/// Letters, digits and the marks on them; all that is not known to be something else.
bool is_word_character(char32_t c);

/// A letter without case or in upper case, or a digit, is not lower case.
bool is_lower_case(char32_t c);

bool is_digit(char32_t c);

/// Columns of a terminal: 0 for combining marks, 2 for East Asian wide characters.
std::size_t columns(char32_t c);

/// The quotation mark that closes what `c` opens, or 0 where `c` opens nothing.
char32_t closing_quote(char32_t c);

/// Whether `c` also closes what `open` opens (German and Swedish use the English opening mark).
bool closes(char32_t open, char32_t c);

bool is_bracket(char32_t c);

/// ASCII letters in lower case, all else as it is.
std::string ascii_lower(std::string_view text);

}  // namespace pinlex
