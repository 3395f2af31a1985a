// SPDX-License-Identifier: GPL-2.0-or-later
#include "leaf_words.hpp"

#include <algorithm>

namespace pinlex {
namespace {

/// Endings that stemmers take off are no longer than this, and what they put in their place than
/// that; bytes.
constexpr std::size_t longest_ending = 7;
constexpr std::size_t longest_change = 2;
constexpr std::size_t shortest_beginning = 2;

WordTest test_of(const Token& token, NodeType type, bool last) {
  WordTest test;
  if (type == NodeType::wildcard && last) {
    test.prefixes.emplace_back(token.folded);
  } else if (type == NodeType::wildcard || type == NodeType::exact) {
    test.folded.emplace_back(token.folded);
  } else {
    test.stems.emplace_back(token.stem);
  }
  return test;
}

bool same(const Reading& a, const Reading& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const WordTest& x, const WordTest& y) {
                      return x.stems == y.stems && x.folded == y.folded && x.prefixes == y.prefixes;
                    });
}

}  // namespace

LeafWords leaf_words(const Node& leaf, const std::vector<std::string>& languages,
                     const AnalyserOf& analyser_of) {
  LeafWords words;
  std::vector<Token> tokens;
  for (const std::string& language : languages) {
    tokens.clear();
    analyser_of(language).analyse(leaf.text, 0, tokens);
    Reading reading;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      reading.push_back(test_of(tokens[i], leaf.type, i + 1 == tokens.size()));
    }
    const bool known = std::any_of(words.readings.begin(), words.readings.end(),
                                   [&](const Reading& other) { return same(other, reading); });
    if (!reading.empty() && !known) words.readings.push_back(std::move(reading));
  }
  return words;
}

bool may_begin_with(std::string_view stem, std::string_view prefix) {
  const auto differ = std::mismatch(stem.begin(), stem.end(), prefix.begin(), prefix.end());
  const auto common = static_cast<std::size_t>(differ.first - stem.begin());
  if (common == prefix.size()) return true;
  return common >= common_beginning(prefix).size() && stem.size() <= common + longest_change;
}

std::string_view common_beginning(std::string_view prefix) {
  const std::size_t kept = prefix.size() > longest_ending ? prefix.size() - longest_ending : 0;
  return prefix.substr(0, std::max(kept, shortest_beginning));
}

}  // namespace pinlex
