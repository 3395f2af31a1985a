// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pinlex {

/// How Xapian's glass tables spell numbers, strings and keys.

/// Seven bits a byte, lowest first; the top bit says that more follow.
inline void pack_number(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>(value | 0x80);
  out += static_cast<char>(value);
}

/// Reads what pack_number() wrote; only for bytes this process wrote itself.
inline std::uint64_t unpack_number(const char*& at) {
  std::uint64_t value = 0;
  for (unsigned shift = 0;; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    value |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte < 0x80) return value;
  }
}

inline void pack_string(std::string& out, std::string_view bytes) {
  pack_number(out, bytes.size());
  out += bytes;
}

/// A document id at the end of a key: sorts as the number does. As many leading ones as there are
/// bytes more than two.
inline void pack_sorted(std::string& out, std::uint32_t value) {
  int bytes = 2;
  while (bytes < 5 && std::uint64_t{value} >> (7 * bytes + 1) != 0) ++bytes;
  std::uint64_t bits = value;
  // Ones from the top of the first byte.
  const std::uint64_t ones = (0xFFu << (10 - bytes)) & 0xFFu;
  if (bytes > 2) bits |= ones << (8 * (bytes - 1));
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(bits >> (8 * i));
}

/// The key of a term's posting list. A zero byte is followed by 0xFF, so that none ends the term.
inline std::string term_key(std::string_view term) {
  std::string key;
  key.reserve(term.size() + 6);
  for (const char c : term) {
    key += c;
    if (c == '\0') key += '\xFF';
  }
  return key;
}

/// What a key begins with that belongs to no term.
inline constexpr std::string_view value_bounds_key{"\0\xD0", 2};
inline constexpr std::string_view value_chunk_key{"\0\xD8", 2};
inline constexpr std::string_view lengths_key{"\0\xE0", 2};

}  // namespace pinlex
