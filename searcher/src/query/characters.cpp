// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace pinlex {
namespace {

struct CodeRange {
  char32_t first, last;
};

template <std::size_t N>
constexpr bool contains(const std::array<CodeRange, N>& table, char32_t c) {
  for (const CodeRange& range : table) {
    if (c < range.first) return false;
    if (c <= range.last) return true;
  }
  return false;
}

// Ascending, as contains() needs them.
constexpr std::array<CodeRange, 20> not_words{{
    {0x00A0, 0x00A9}, {0x00AB, 0x00B1}, {0x00B4, 0x00B4}, {0x00B6, 0x00B8}, {0x00BB, 0x00BB},
    {0x00BF, 0x00BF}, {0x00D7, 0x00D7}, {0x00F7, 0x00F7}, {0x055A, 0x055F}, {0x060C, 0x060D},
    {0x061B, 0x061F}, {0x066A, 0x066D}, {0x06D4, 0x06D4}, {0x0964, 0x0965}, {0x2000, 0x206F},
    {0x20A0, 0x20CF}, {0x2190, 0x2BFF}, {0x2E00, 0x2E5D}, {0x3000, 0x3004}, {0x3008, 0x3020},
}};
constexpr std::array<CodeRange, 8> not_words_high{{
    {0x3030, 0x3030},
    {0x303D, 0x303F},
    {0x30FB, 0x30FB},
    {0xFE10, 0xFE6B},
    {0xFEFF, 0xFF0F},
    {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40},
    {0xFF5B, 0xFF65},
}};
constexpr std::array<CodeRange, 8> zero_width{{
    {0x0300, 0x036F},
    {0x0591, 0x05BD},
    {0x0610, 0x061A},
    {0x064B, 0x065F},
    {0x200B, 0x200F},
    {0x202A, 0x202E},
    {0x2060, 0x206F},
    {0xFE00, 0xFE0F},
}};
constexpr std::array<CodeRange, 7> wide{{
    {0x1100, 0x115F},
    {0x2E80, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0x1F300, 0x3FFFD},
}};

}  // namespace

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x00A0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_forbidden_control(char32_t c) {
  if (c == '\t' || c == '\n' || c == '\r') return false;
  return c < 0x20 || (c >= 0x7F && c <= 0x9F);
}

bool has_no_width(char32_t c) {
  return c == 0x00AD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x061C;
}

bool is_word_character(char32_t c) {
  if (c < 0x80) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }
  if (c < 0xA0 || has_no_width(c)) return false;
  return !contains(not_words, c) && !contains(not_words_high, c);
}

bool is_lower_case(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  if (c >= 0x00DF && c <= 0x00FF) return c != 0x00F7;
  if (c >= 0x0100 && c <= 0x017F) return (c & 1) != 0;  // Near enough: a few pairs are even.
  return (c >= 0x03AC && c <= 0x03CE) || (c >= 0x0430 && c <= 0x045F);
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

std::size_t columns(char32_t c) {
  if (c < 0x300) return 1;
  if (contains(zero_width, c) || c == 0xFEFF) return 0;
  return contains(wide, c) ? 2 : 1;
}

char32_t closing_quote(char32_t c) {
  switch (c) {
    case '"':
      return '"';
    case 0x201C:
      return 0x201D;  // “ ”
    case 0x201E:
      return 0x201C;  // „ “
    case 0x201D:
      return 0x201D;  // ” ”
    case 0x00AB:
      return 0x00BB;  // « »
    case 0x00BB:
      return 0x00AB;  // » «
    case 0x300C:
      return 0x300D;  // 「 」
    case 0x300E:
      return 0x300F;  // 『 』
  }
  return 0;
}

bool closes(char32_t open, char32_t c) {
  return c == closing_quote(open) || (open == 0x201E && c == 0x201D);
}

bool is_bracket(char32_t c) { return c == '(' || c == ')'; }

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  }
  return out;
}

}  // namespace pinlex
