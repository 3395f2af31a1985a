// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <string_view>

namespace pinlex {

inline constexpr char32_t ill_formed = 0xFFFFFFFF;

/// The code point at `offset`, which moves behind it; `ill_formed` for a sequence that is not one.
inline char32_t next_code_point_or_error(std::string_view text, std::size_t& offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (bytes[offset] < 0x80) return bytes[offset++];
  UChar32 value = 0;
  U8_NEXT(bytes, offset, text.size(), value);
  return value < 0 ? ill_formed : static_cast<char32_t>(value);
}

/// The code point that ends at `offset`, which moves before it. `offset` is at least 1.
inline char32_t previous_code_point_or_error(std::string_view text, std::size_t& offset) {
  const std::size_t end = offset;
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  std::size_t behind = begin;
  const char32_t c = next_code_point_or_error(text.substr(0, end), behind);
  const bool whole = behind == end;
  offset = whole ? begin : end - 1;
  return whole ? c : ill_formed;
}

inline bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }
inline bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }
inline bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }

/// Letters, decimal digits and letter-like numbers: what a word has at least one of.
inline bool makes_word(char32_t c) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_NL_MASK)) !=
         0;
}

}  // namespace pinlex
