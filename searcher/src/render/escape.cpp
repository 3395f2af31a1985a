// SPDX-License-Identifier: GPL-2.0-or-later
#include "escape.hpp"

#include "layout.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>

namespace pinlex {
namespace {

/// One space for each run of white space; what cannot be shown is made harmless.
std::string folded(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) words += c;
    if (space && (words.empty() || words.back() != ' ')) words += ' ';
  }
  return printable(words);
}

}  // namespace

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : folded(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string markdown_escaped(std::string_view text) {
  static constexpr std::string_view anywhere = "\\`*_{}[]<>#|~!&";
  static constexpr std::string_view at_start = "+-=";
  const std::string words = folded(text);
  std::string out;
  bool only_digits = true;  // "1." at the start would open a list.
  for (std::size_t i = 0; i < words.size(); ++i) {
    const char c = words[i];
    const bool ends_number = (c == '.' || c == ')') && i > 0 && only_digits;
    const bool opens = i == 0 && at_start.find(c) != std::string_view::npos;
    if (anywhere.find(c) != std::string_view::npos || ends_number || opens) out += '\\';
    out += c;
    only_digits = only_digits && c >= '0' && c <= '9';
  }
  return out;
}

std::string csv_field(std::string_view text) {
  static constexpr std::string_view formula = "=+-@";
  std::string field = folded(text);
  if (!field.empty() && formula.find(field.front()) != std::string_view::npos) {
    field.insert(0, "'");
  }
  if (field.find_first_of("\",\n\r") == std::string::npos) return field;
  std::string out = "\"";
  for (const char c : field) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

std::string marked_up(std::string_view text, const std::vector<TextRange>& places,
                      std::string (*escaped)(std::string_view), std::string_view open,
                      std::string_view close) {
  std::string out;
  std::size_t at = 0;
  for (const TextRange& place : joined_places(text, places)) {
    out += escaped(text.substr(at, place.begin - at));
    out.append(open).append(escaped(text.substr(place.begin, place.end - place.begin)));
    out.append(close);
    at = place.end;
  }
  return out + escaped(text.substr(at));
}

}  // namespace pinlex
