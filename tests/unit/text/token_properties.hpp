// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/utf8.hpp>
#include <pinlex/text/analyser.hpp>
#include <pinlex/text/repair.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What is wrong with the ranges, positions or forms of the tokens of a text, or nothing.
inline std::string broken_range(const std::vector<Token>& tokens, std::string_view text) {
  std::size_t last_end = 0;
  std::uint32_t position = tokens.empty() ? 0 : tokens.front().position;
  for (const Token& token : tokens) {
    const std::string where = " at byte " + std::to_string(token.begin);
    if (token.begin < last_end) return "a token begins before the last one ends" + where;
    if (token.end <= token.begin || token.end > text.size()) return "a range is empty" + where;
    const std::string_view surface = text.substr(token.begin, token.end - token.begin);
    if (ill_formed_utf8(surface) != std::string_view::npos) return "in a character" + where;
    if (token.position != position++) return "a position is not the next" + where;
    if (token.folded.empty() || token.stem.empty()) return "a form is empty" + where;
    if (token.stem.size() > 128) return "a stem is too long" + where;
    last_end = token.end;
  }
  return {};
}

/// The same, and whether the bytes of each token alone, as they are or repaired, are the same
/// token.
inline std::string broken_property(Analyser& analyser, std::string_view text) {
  std::vector<Token> tokens;
  analyser.analyse(text, 0, tokens);
  if (std::string broken = broken_range(tokens, text); !broken.empty()) return broken;
  std::vector<Token> alone;
  for (const Token& token : tokens) {
    const std::string_view surface = text.substr(token.begin, token.end - token.begin);
    for (const std::string& again : {std::string(surface), repair(surface).text}) {
      alone.clear();
      analyser.analyse(again, 0, alone);
      if (alone.size() != 1) return "'" + again + "' is not one token alone";
      if (alone[0].folded != token.folded || alone[0].stem != token.stem) {
        return "'" + again + "' alone is " + std::string(alone[0].folded) + ", not " +
               std::string(token.folded);
      }
    }
  }
  return {};
}

}  // namespace pinlex
