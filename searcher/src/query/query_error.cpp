// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/query_error.hpp"

#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace pinlex {
namespace {

constexpr std::size_t bytes_before = 48;
constexpr std::size_t bytes_after = 48;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// Moves an offset out of the middle of a character, at most three bytes.
std::size_t at_character(std::string_view text, std::size_t offset) {
  for (int i = 0; i < 3 && offset < text.size() && continues_character(text[offset]); ++i) ++offset;
  return offset;
}

std::string shown(std::string_view part) {
  std::string text = printable(part);
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\t', ' ');
  return text;
}

std::size_t columns_of(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < text.size();) sum += columns(next_code_point(text, i));
  return sum;
}

}  // namespace

Unexpected query_error(std::string_view query, TextRange place, std::string_view sentence,
                       std::string hint) {
  const std::size_t begin = std::min<std::size_t>(place.begin, query.size());
  const std::size_t end = std::min(std::max<std::size_t>(place.end, begin), query.size());
  const std::size_t left =
      begin > bytes_before ? std::min(at_character(query, begin - bytes_before), begin) : 0;
  const std::size_t right =
      std::max(begin, std::min(query.size(), at_character(query, begin + bytes_after)));
  const std::size_t marked_end = std::min(end, right);

  const std::string before = (left > 0 ? "…" : "") + shown(query.substr(left, begin - left));
  const std::string marked = shown(query.substr(begin, marked_end - begin));
  const std::string after =
      shown(query.substr(marked_end, right - marked_end)) + (right < query.size() ? "…" : "");

  std::string message(sentence);
  if ((before + marked + after).find_first_not_of(' ') == std::string::npos) {
    return fail(Code::query, std::move(message), std::move(hint));
  }
  message += "\n  " + before + marked + after + "\n  ";
  message.append(columns_of(before), ' ');
  message.append(std::max<std::size_t>(columns_of(marked), 1), '^');
  return fail(Code::query, std::move(message), std::move(hint));
}

}  // namespace pinlex
