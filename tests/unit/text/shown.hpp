// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/text/analyser.hpp>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

inline std::vector<Token> tokens_of(Analyser& analyser, std::string_view text) {
  std::vector<Token> tokens;
  analyser.analyse(text, 0, tokens);
  return tokens;
}

/// The bytes of each token, with a bar between: what the ranges say.
inline std::string surfaces(std::string_view language, std::string_view text) {
  Analyser analyser(language);
  std::string shown;
  for (const Token& token : tokens_of(analyser, text)) {
    if (!shown.empty()) shown += '|';
    shown += text.substr(token.begin, token.end - token.begin);
  }
  return shown;
}

/// The folded forms, separated by blanks.
inline std::string folded(std::string_view language, std::string_view text) {
  Analyser analyser(language);
  std::string shown;
  for (const Token& token : tokens_of(analyser, text)) {
    if (!shown.empty()) shown += ' ';
    shown += token.folded;
  }
  return shown;
}

/// The stems, separated by blanks.
inline std::string stems(std::string_view language, std::string_view text) {
  Analyser analyser(language);
  std::string shown;
  for (const Token& token : tokens_of(analyser, text)) {
    if (!shown.empty()) shown += ' ';
    shown += token.stem;
  }
  return shown;
}

/// Strings made of the given pieces, the same on every run and with every standard library.
class RandomTexts {
 public:
  explicit RandomTexts(std::vector<std::string> pieces) : pieces_(std::move(pieces)) {}

  std::string next(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += pieces_[engine_() % pieces_.size()];
    return text;
  }

 private:
  std::vector<std::string> pieces_;
  std::mt19937 engine_;
};

}  // namespace pinlex
