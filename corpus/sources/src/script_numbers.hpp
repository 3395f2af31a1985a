// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pinlex {

/// The largest number that a heading has.
inline constexpr std::uint32_t max_heading_number = 99'999;

/// A word for a number.
struct SpelledNumber {
  std::string_view word;
  std::uint32_t value;
};

/// The longest row whose word the text begins with, or null.
template <typename Row, std::size_t size>
const Row* row_at(const std::array<Row, size>& rows, std::string_view text) {
  const Row* longest = nullptr;
  for (const Row& row : rows) {
    if (!text.starts_with(row.word)) continue;
    if (longest == nullptr || row.word.size() > longest->word.size()) longest = &row;
  }
  return longest;
}

/// ASCII, Arabic and Persian digits; returns where they end.
std::size_t read_script_digits(std::string_view text, std::size_t at, std::uint32_t& value);

/// Where Chinese numerals end.
std::size_t read_chinese_numerals(std::string_view text, std::size_t at, std::uint32_t& value);

}  // namespace pinlex
