// SPDX-License-Identifier: GPL-2.0-or-later
#include "script_numbers.hpp"

#include <algorithm>

namespace pinlex {
namespace {

constexpr std::array<SpelledNumber, 15> chinese_digits{{
    {"〇", 0},
    {"零", 0},
    {"一", 1},
    {"二", 2},
    {"两", 2},
    {"三", 3},
    {"四", 4},
    {"五", 5},
    {"六", 6},
    {"七", 7},
    {"八", 8},
    {"九", 9},
    {"十", 10},
    {"百", 100},
    {"千", 1000},
}};

}  // namespace

std::size_t read_script_digits(std::string_view text, std::size_t at, std::uint32_t& value) {
  while (at < text.size() && value <= max_heading_number) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0;
    std::uint32_t digit = 10;
    std::size_t length = 1;
    if (byte >= '0' && byte <= '9') {
      digit = byte - '0';
    } else if (byte == 0xD9 && next >= 0xA0 && next <= 0xA9) {
      digit = next - 0xA0u;
      length = 2;
    } else if (byte == 0xDB && next >= 0xB0 && next <= 0xB9) {
      digit = next - 0xB0u;
      length = 2;
    }
    if (digit == 10) break;
    value = value * 10 + digit;
    at += length;
  }
  return at;
}

std::size_t read_chinese_numerals(std::string_view text, std::size_t at, std::uint32_t& value) {
  std::uint32_t digit = 0;
  bool positional = true;
  while (value <= max_heading_number && digit <= max_heading_number) {
    const SpelledNumber* row = row_at(chinese_digits, text.substr(at));
    if (row == nullptr) break;
    if (row->value >= 10) {
      value += std::max<std::uint32_t>(digit, 1) * row->value;
      digit = 0;
      positional = false;
    } else {
      digit = positional ? digit * 10 + row->value : row->value;
    }
    at += row->word.size();
  }
  value += digit;
  return at;
}

}  // namespace pinlex
