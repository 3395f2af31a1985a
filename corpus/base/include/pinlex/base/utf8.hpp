// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pinlex {

/// Offset of the first byte that is not part of well-formed UTF-8, or npos.
std::size_t ill_formed_utf8(std::string_view bytes);

/// Appends a code point (a Unicode scalar value) as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

/// One code point from well-formed UTF-8 at `offset`, which moves behind it.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// The text with everything replaced that could act on a terminal: C0 and C1 controls but newline
/// and tab, bidirectional overrides and ill-formed bytes become U+FFFD.
std::string printable(std::string_view text);

/// 1-based line of a byte offset.
std::size_t line_of(std::string_view text, std::size_t offset);

}  // namespace pinlex
