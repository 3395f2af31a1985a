// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

enum class CiteTokenType : std::uint8_t {
  word,        ///< Begins with a letter: "article", "g10".
  number,      ///< Begins with a digit: "21", "100a", "12bis", "108+".
  symbol,      ///< One character that is neither; dashes are "-", quotation marks "\"" or "'".
  blank_line,  ///< No citation runs over one.
};

/// A piece of a text as the grammar of citations sees it.
struct CiteToken {
  CiteTokenType type = CiteTokenType::word;
  bool spaced = false;               ///< White space stands before it.
  bool wrapped = false;              ///< That white space has a line end.
  bool capital = false;              ///< The first letter is an ASCII capital.
  bool upper = false;                ///< All letters are ASCII capitals.
  std::uint32_t begin = 0, end = 0;  ///< Bytes of the text.
  std::string text;                  ///< Lower case, without accents.

  bool is(std::string_view folded) const { return text == folded; }
  bool is_symbol(char c) const {
    return type == CiteTokenType::symbol && text.size() == 1 && text[0] == c;
  }
  /// The section sign.
  bool is_sign() const { return type == CiteTokenType::symbol && text == "\xC2\xA7"; }
  bool is_number() const { return type == CiteTokenType::number; }
  bool is_word() const { return type == CiteTokenType::word; }
};

/// Cuts the bytes [begin, end) of a text. Ill-formed bytes are symbols; nothing fails.
std::vector<CiteToken> cite_tokens(std::string_view text, std::size_t begin, std::size_t end);

/// Text in lower case without accents, Latin letters only; the rest as it is.
std::string folded(std::string_view text);

/// Folds one character of a text at `offset`, which moves behind it. Returns its code point, or
/// U+FFFD for an ill-formed byte.
char32_t fold_next(std::string_view text, std::size_t& offset, std::string& out);

}  // namespace pinlex
