// SPDX-License-Identifier: GPL-2.0-or-later
#include "leaf_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pinlex {
namespace {

/// Stemmers take off no more than this, and leave no less; bytes.
constexpr std::size_t longest_ending = 7;
constexpr std::size_t shortest_stem = 2;
constexpr std::size_t fewest_for_long_vowel = 4;

/// How words go on after a prefix that ends inside an ending, in the languages with a stemmer.
constexpr std::array<std::string_view, 80> endings{
    "",      "s",     "e",     "d",    "n",    "t",      "l",    "y",    "r",    "g",
    "x",     "k",     "es",    "ed",   "en",   "er",     "em",   "et",   "ng",   "on",
    "al",    "ly",    "ty",    "nt",   "ce",   "de",     "te",   "se",   "is",   "ie",
    "us",    "ux",    "os",    "as",   "id",   "it",     "jk",   "ing",  "ion",  "ity",
    "ies",   "ied",   "ent",   "nce",  "ive",  "ize",    "ise",  "ble",  "end",  "ung",
    "gen",   "den",   "eid",   "eit",  "aar",  "ijk",    "lich", "heid", "lijk", "baar",
    "keit",  "eden",  "ment",  "ness", "tion", "ions",   "ings", "able", "ence", "ance",
    "ungen", "heden", "ation", "ally", "ized", "ations", "ire",  "ia",   "che",  "ssen"};

/// No stemmer takes this for an ending, or changes it.
constexpr std::string_view no_ending = "bxbxb";

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

std::set<std::string> stem_beginnings(const std::string& prefix,
                                      const std::vector<std::string>& languages,
                                      const AnalyserOf& analyser_of) {
  std::set<std::string> beginnings{prefix};
  const std::size_t size = prefix.size();
  // Dutch stems write a long vowel once: "systeem" is "system".
  if (size > fewest_for_long_vowel && prefix[size - 1] == prefix[size - 2]) {
    beginnings.insert(prefix.substr(0, size - 1));
  }
  std::vector<Token> tokens;
  for (const std::string& language : languages) {
    tokens.clear();
    const std::string word = prefix + std::string(no_ending);
    analyser_of(language).analyse(word, 0, tokens);
    if (tokens.size() != 1) continue;
    const std::string_view stem = tokens.front().stem;
    const auto end = stem.rfind(no_ending);
    if (end != std::string_view::npos && end > 0) beginnings.emplace(stem.substr(0, end));
  }
  return beginnings;
}

std::set<std::string> shorter_stems(const std::string& prefix,
                                    const std::vector<std::string>& languages,
                                    const AnalyserOf& analyser_of) {
  std::set<std::string> stems;
  for (const std::string& whole : stem_beginnings(prefix, languages, analyser_of)) {
    const std::size_t kept = whole.size() > longest_ending ? whole.size() - longest_ending : 0;
    for (std::size_t size = std::max(kept, shortest_stem); size < whole.size(); ++size) {
      stems.insert(whole.substr(0, size));
    }
  }
  std::vector<Token> tokens;
  for (const std::string& language : languages) {
    for (const std::string_view ending : endings) {
      const std::string word = prefix + std::string(ending);
      tokens.clear();
      analyser_of(language).analyse(word, 0, tokens);
      if (tokens.size() != 1) continue;
      const std::string_view stem = tokens.front().stem;
      if (stem.substr(0, prefix.size()) != prefix) stems.emplace(stem);
    }
  }
  return stems;
}

}  // namespace pinlex
