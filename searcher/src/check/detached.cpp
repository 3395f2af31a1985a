// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/detached.hpp"

#include "check/marks.hpp"
#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace pinlex {
namespace {

/// No bracket with a citation is longer, bytes.
constexpr std::size_t longest_bracket = 400;

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2012 && c <= 0x2015); }

/// The code point that ends at an offset > 0.
char32_t code_point_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return next_code_point(text, begin);
}

std::size_t start_of_last(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return begin;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_word_character(next_code_point(text, at))) return true;
  }
  return false;
}

std::size_t without_space_at_end(std::string_view text, std::size_t end) {
  while (end > 0 && is_space(code_point_before(text, end))) end = start_of_last(text, end);
  return end;
}

/// Where the bracket begins that ends a text, or npos.
std::size_t last_bracket(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && std::string_view(" \t\r\n.,;").find(text[end - 1]) != std::string_view::npos) {
    --end;
  }
  if (end == 0 || (text[end - 1] != ')' && text[end - 1] != ']')) return std::string_view::npos;
  int depth = 0;
  for (std::size_t at = end; at-- > 0 && end - at < longest_bracket;) {
    if (text[at] == ')' || text[at] == ']') ++depth;
    if ((text[at] == '(' || text[at] == '[') && --depth == 0) return at;
  }
  return std::string_view::npos;
}

/// Whether what stands before a citation parts it from the words: a dash, or the end of a line.
bool is_parted(std::string_view before, std::size_t& cut) {
  std::size_t end = before.size();
  bool line_end = false, dash = false;
  while (end > 0) {
    const char32_t c = code_point_before(before, end);
    if (c == '\n') line_end = true;
    if (is_dash(c)) dash = true;
    if (!is_space(c) && !is_dash(c) && c != '*' && c != '_') break;
    end = start_of_last(before, end);
  }
  cut = end;
  // A hyphen glued to the word before it is no dash.
  if (dash && !line_end && end < before.size() && !is_space(next_code_point(before, end))) {
    cut = before.size();
    return false;
  }
  return end == 0 || line_end || dash;
}

Detached at_end(std::string_view text, const std::vector<Citation>& citations) {
  const std::size_t bracket = last_bracket(text);
  if (bracket != std::string_view::npos && bracket > 0) {
    const auto inside = std::find_if(citations.begin(), citations.end(),
                                     [&](const Citation& one) { return one.begin > bracket; });
    // "Article 21(1)" ends in a bracket of its own.
    if (inside != citations.end()) {
      return {{0, u32(without_space_at_end(text, bracket))},
              static_cast<std::int32_t>(inside - citations.begin())};
    }
  }
  const Citation& last = citations.back();
  std::size_t cut = 0;
  if (!has_word(text.substr(last.end)) && is_parted(text.substr(0, last.begin), cut)) {
    return {{0, u32(without_space_at_end(text, cut))},
            static_cast<std::int32_t>(citations.size()) - 1};
  }
  return {{0, u32(text.size())}, -1};
}

Detached at_beginning(std::string_view text, const std::vector<Citation>& citations) {
  const Citation& first = citations.front();
  Detached whole{{0, u32(text.size())}, -1};
  if (has_word(text.substr(0, first.begin))) return whole;
  std::size_t at = first.end;
  bool parted = false;
  while (at < text.size()) {
    std::size_t behind = at;
    const char32_t c = next_code_point(text, behind);
    if (is_word_character(c) || is_quotation_mark(c) || c == '(' || c == '[') break;
    parted = parted || c == ':' || c == '\n' || is_dash(c) || c == 0xFF1A;
    at = behind;
  }
  if (!parted) return whole;
  return {{u32(at), u32(text.size())}, 0};
}

}  // namespace

Detached detach_citation(std::string_view text, const std::vector<Citation>& citations) {
  if (citations.empty()) return {{0, u32(text.size())}, -1};
  const Detached end = at_end(text, citations);
  return end.citation >= 0 ? end : at_beginning(text, citations);
}

}  // namespace pinlex
