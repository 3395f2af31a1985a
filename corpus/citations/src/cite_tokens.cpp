// SPDX-License-Identifier: GPL-2.0-or-later
#include "cite_tokens.hpp"

#include "cite_words.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>

namespace pinlex {
namespace {

constexpr char32_t replacement = 0xFFFD;

/// Base letters of U+00C0 … U+017F; those that become two letters are in fold_pair().
constexpr std::string_view base_letters =
    "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(base_letters.size() == 0x180 - 0xC0);

std::string_view fold_pair(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

/// Length of the well-formed character at `offset`, or 0.
std::size_t character_length(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const std::string_view character = text.substr(offset, length);
  return ill_formed_utf8(character) == std::string_view::npos && character.size() == length ? length
                                                                                            : 0;
}

/// Characters that stand inside words and count for nothing: soft hyphen, combining accents, zero
/// width marks.
bool is_nothing(char32_t c) {
  return c == 0xAD || (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF ||
         c == 0x2060;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000;
}

bool is_ascii_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_ascii_capital(char32_t c) { return c >= 'A' && c <= 'Z'; }

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || is_ascii_capital(c);
  if (c < 0xC0) return false;
  if (c == 0xD7 || c == 0xF7) return false;
  return !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0x3000 && c <= 0x303F) && c != replacement &&
         !(c >= 0xFF00 && c <= 0xFF20);
}

/// The one spelling of a symbol.
std::string symbol_text(char32_t c) {
  if (c >= 0x2010 && c <= 0x2015) return "-";
  if (c == 0x2212) return "-";
  if (c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B) return "'";
  if ((c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB) return "\"";
  if (c == 0xBA) return "\xC2\xB0";  // º as °
  std::string out;
  append_utf8(out, c);
  return out;
}

class Cutter {
 public:
  Cutter(std::string_view text, std::size_t begin, std::size_t end)
      : text_(text.substr(0, end)), at_(begin) {}

  std::vector<CiteToken> run() {
    tokens_.reserve((text_.size() - at_) / 5 + 1);
    while (at_ < text_.size()) step();
    return std::move(tokens_);
  }

 private:
  void step() {
    const std::size_t begin = at_;
    if (text_[at_] == ' ') {
      spaced_ = true;
      ++at_;
      return;
    }
    std::string first;
    const char32_t c = fold_next(text_, at_, first);
    if (is_space(c)) return white_space(c);
    if (is_nothing(c)) return;
    if (lines_ > 1) blank_line(begin);
    CiteToken& token = tokens_.emplace_back();
    token.spaced = spaced_;
    token.wrapped = lines_ == 1;
    spaced_ = false;
    lines_ = 0;
    digit_ = false;
    token.begin = static_cast<std::uint32_t>(begin);
    if (is_ascii_digit(c)) {
      number(token, std::move(first));
    } else if (is_letter(c)) {
      word(token, c, std::move(first));
    } else {
      token.type = CiteTokenType::symbol;
      token.text = symbol_text(c);
    }
    token.end = static_cast<std::uint32_t>(at_);
    if (digit_) split_glued();
  }

  void white_space(char32_t c) {
    spaced_ = true;
    if (c == '\n' || c == 0x2029) ++lines_;
    if (c == 0x2029) ++lines_;
  }

  void blank_line(std::size_t at) {
    CiteToken token;
    token.type = CiteTokenType::blank_line;
    token.begin = token.end = static_cast<std::uint32_t>(at);
    tokens_.push_back(std::move(token));
  }

  void number(CiteToken& token, std::string text) {
    token.type = CiteTokenType::number;
    token.text = std::move(text);
    take(token, [](char32_t c) { return is_ascii_digit(c) || is_letter(c); });
    if (at_ < text_.size() && text_[at_] == '+') {
      token.text += '+';
      ++at_;
    }
  }

  void word(CiteToken& token, char32_t first, std::string text) {
    token.type = CiteTokenType::word;
    token.text = std::move(text);
    token.capital = token.upper = is_ascii_capital(first);
    take(token, [&token](char32_t c) {
      if (c >= 'a' && c <= 'z') token.upper = false;
      return is_letter(c) || is_ascii_digit(c);
    });
  }

  /// The ASCII letters and digits that follow: nearly all there is.
  void take_ascii(CiteToken& token) {
    const std::size_t begin = at_;
    bool small = false;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      const bool low = c >= 'a' && c <= 'z', digit = c >= '0' && c <= '9';
      if (!low && !digit && !(c >= 'A' && c <= 'Z')) break;
      small = small || low;
      digit_ = digit_ || digit;
      ++at_;
    }
    const std::size_t length = token.text.size();
    token.text.append(text_, begin, at_ - begin);
    for (std::size_t i = length; i < token.text.size(); ++i) {
      char& c = token.text[i];
      if (is_ascii_capital(static_cast<unsigned char>(c))) c = static_cast<char>(c + 32);
    }
    if (small) token.upper = false;
  }

  template <typename Test>
  void take(CiteToken& token, Test&& belongs) {
    take_ascii(token);
    while (at_ < text_.size()) {
      const std::size_t before = at_;
      const std::size_t length = token.text.size();
      const char32_t c = fold_next(text_, at_, token.text);
      if (is_nothing(c)) {
        token.text.resize(length);
        continue;
      }
      digit_ = digit_ || is_ascii_digit(c);
      if (belongs(c)) continue;
      token.text.resize(length);
      at_ = before;
      return;
    }
  }

  /// "art21" is two tokens.
  void split_glued() {
    CiteToken& token = tokens_.back();
    if (!token.is_word()) return;
    const auto digit = token.text.find_first_of("0123456789");
    if (digit == std::string::npos || token.end - token.begin != token.text.size()) return;
    if (find_unit(std::string_view(token.text).substr(0, digit)) == nullptr) return;
    CiteToken number = token;
    number.type = CiteTokenType::number;
    number.spaced = number.wrapped = number.capital = number.upper = false;
    number.begin += static_cast<std::uint32_t>(digit);
    number.text = token.text.substr(digit);
    token.text.resize(digit);
    token.end = number.begin;
    tokens_.push_back(std::move(number));
  }

  std::string_view text_;
  std::size_t at_;
  bool spaced_ = false;
  int lines_ = 0;
  bool digit_ = false;  ///< In the token at hand, behind its first character.
  std::vector<CiteToken> tokens_;
};

}  // namespace

char32_t fold_next(std::string_view text, std::size_t& offset, std::string& out) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) {
    ++offset;
    out += is_ascii_capital(byte) ? static_cast<char>(byte + 32) : static_cast<char>(byte);
    return byte;
  }
  const std::size_t length = character_length(text, offset);
  if (length == 0) {
    ++offset;
    append_utf8(out, replacement);
    return replacement;
  }
  std::size_t end = offset;
  const char32_t c = next_code_point(text, end);
  if (const auto pair = fold_pair(c); !pair.empty()) {
    out += pair;
  } else if (c >= 0xC0 && c < 0x180 && base_letters[c - 0xC0] != '?') {
    out += base_letters[c - 0xC0];
  } else {
    out.append(text, offset, length);
  }
  offset = end;
  return c;
}

std::string folded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) fold_next(text, at, out);
  return out;
}

std::vector<CiteToken> cite_tokens(std::string_view text, std::size_t begin, std::size_t end) {
  return Cutter(text, begin, std::min(end, text.size())).run();
}

}  // namespace pinlex
