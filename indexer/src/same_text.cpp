// SPDX-License-Identifier: GPL-2.0-or-later
#include "same_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace pinlex {
namespace {

using Words = std::unordered_map<std::string_view, std::int64_t>;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

void count(std::string_view text, std::int64_t step, Words& words, std::int64_t& total) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end > at) {
      words[text.substr(at, end - at)] += step;
      ++total;
    }
    at = end + 1;
  }
}

void count(const Part& part, std::int64_t step, Words& words, std::int64_t& total) {
  for (const Passage& passage : part.passages) {
    for (const Unit& unit : passage.units) {
      count(unit.number, step, words, total);
      count(unit.heading, step, words, total);
    }
    for (const UnitText& text : passage.texts) count(text.text.text, step, words, total);
  }
}

}  // namespace

unsigned poverty(std::string_view format) {
  // What is not named declares its structure itself.
  static constexpr std::array<std::string_view, 5> formats{"docx", "html", "markdown", "pdf",
                                                           "text"};
  const auto* const found = std::find(formats.begin(), formats.end(), format);
  return found == formats.end() ? 0 : static_cast<unsigned>(found - formats.begin()) + 1;
}

bool is_same_text(const Part& part, const std::vector<Part>& parts) {
  Words words;
  std::int64_t total = 0;
  count(part, 1, words, total);
  for (const Part& other : parts) count(other, -1, words, total);
  std::int64_t apart = 0;
  for (const auto& [word, balance] : words) apart += balance < 0 ? -balance : balance;
  return apart * 100 <= total;
}

}  // namespace pinlex
