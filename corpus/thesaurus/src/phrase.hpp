// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/text/analyser.hpp>

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace pinlex {

/// A word of a phrase as it is compared with a text.
struct PhraseStem {
  std::string stem;
  bool after_gap = false;

  friend bool operator==(const PhraseStem&, const PhraseStem&) = default;
  friend bool operator<(const PhraseStem& a, const PhraseStem& b) {
    return std::tie(a.after_gap, a.stem) < std::tie(b.after_gap, b.stem);
  }
};

/// What a phrase comes to: its stems, or what is wrong with it ("a phrase of stop words only").
struct PhraseReading {
  std::vector<PhraseStem> stems;
  std::string fault;
  std::string hint;
};

/// Reads phrases of many languages. Not thread-safe.
class PhraseReader {
 public:
  PhraseReading read(std::string_view language, std::string_view phrase);

 private:
  Analyser& analyser_of(std::string_view language);

  std::map<std::string, Analyser, std::less<>> analysers_;
  std::vector<Token> tokens_;
};

}  // namespace pinlex
