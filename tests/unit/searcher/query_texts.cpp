// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_texts.hpp"

#include <sstream>

namespace pinlex {

SampleText::SampleText(std::string_view text) {
  PassageToken next;
  std::istringstream in{std::string(text)};
  for (std::string word; in >> word;) {
    if (word == ".") {
      ++next.sentence;
    } else if (word == "|") {
      ++next.paragraph;
      ++next.sentence;
      next.is_heading = false;
    } else if (word == "#") {
      next.is_heading = true;
    } else if (word == "_") {
      next.position += 10;
    } else {
      strings_.push_back(word);
      next.folded = strings_.back();
      strings_.push_back(sample_stem(word));
      next.stem = strings_.back();
      tokens_.push_back(next);
      ++next.position;
    }
  }
}

std::string SampleText::words(std::uint32_t first, std::uint32_t last) const {
  std::string out;
  for (std::uint32_t i = first; i <= last; ++i) {
    if (i > first) out += ' ';
    out += tokens_[i].folded;
  }
  return out;
}

std::string sample_stem(std::string_view word) {
  for (const std::string_view ending : {"ing", "ed", "s"}) {
    if (word.size() > ending.size() + 2 && word.substr(word.size() - ending.size()) == ending) {
      return std::string(word.substr(0, word.size() - ending.size()));
    }
  }
  return std::string(word);
}

std::vector<LeafWords> sample_words(const Node& tree) {
  std::vector<LeafWords> all;
  for (const Node* leaf : text_leaves(tree)) {
    LeafWords words;
    words.readings.emplace_back();
    std::string spaced = leaf->text;
    for (char& c : spaced) {
      if (c == '-') c = ' ';
    }
    std::istringstream in{spaced};
    for (std::string word; in >> word;) {
      WordTest test;
      if (leaf->type == NodeType::wildcard) {
        test.prefixes = {word};
      } else if (leaf->type == NodeType::exact) {
        test.folded = {word};
      } else {
        test.stems = {sample_stem(word)};
      }
      words.readings.front().push_back(std::move(test));
    }
    all.push_back(std::move(words));
  }
  return all;
}

}  // namespace pinlex
