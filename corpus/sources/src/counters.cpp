// SPDX-License-Identifier: GPL-2.0-or-later
#include "counters.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace pinlex {

std::string roman_numeral(std::uint32_t value) {
  static constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> parts{{{1000, "m"},
                                                                                     {900, "cm"},
                                                                                     {500, "d"},
                                                                                     {400, "cd"},
                                                                                     {100, "c"},
                                                                                     {90, "xc"},
                                                                                     {50, "l"},
                                                                                     {40, "xl"},
                                                                                     {10, "x"},
                                                                                     {9, "ix"},
                                                                                     {5, "v"},
                                                                                     {4, "iv"},
                                                                                     {1, "i"}}};
  if (value >= 4000) return {};
  std::string out;
  for (const auto& [worth, letters] : parts) {
    for (; value >= worth; value -= worth) out += letters;
  }
  return out;
}

std::string in_capitals(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return text;
}

}  // namespace pinlex
