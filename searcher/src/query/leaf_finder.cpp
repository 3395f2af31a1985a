// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/leaf_finder.hpp"

#include <algorithm>

namespace pinlex {

LeafFinder::LeafFinder(std::vector<LeafWords> words) : words_(std::move(words)) {
  std::uint32_t number = 0;
  for (const LeafWords& leaf : words_) {
    first_test_.push_back(number);
    for (const Reading& reading : leaf.readings) {
      for (const WordTest& test : reading) add(test, number++);
    }
  }
  hits_.resize(number);
}

void LeafFinder::add(const WordTest& test, std::uint32_t number) {
  for (const std::string& stem : test.stems) by_stem_[stem].push_back(number);
  for (const std::string& form : test.folded) by_form_[form].push_back(number);
  for (const std::string& prefix : test.prefixes) prefixes_.emplace_back(prefix, number);
}

void LeafFinder::hit(const Tests& tests, std::uint32_t token) {
  for (const std::uint32_t test : tests) {
    // A token may pass a test in two ways, by stem and by form.
    if (hits_[test].empty() || hits_[test].back() != token) hits_[test].push_back(token);
  }
}

void LeafFinder::read(const PassageTokens& tokens) {
  for (std::vector<std::uint32_t>& hits : hits_) hits.clear();
  for (std::uint32_t i = 0; i < tokens.size(); ++i) {
    const PassageToken& token = tokens[i];
    if (!by_stem_.empty()) {
      if (const auto found = by_stem_.find(token.stem); found != by_stem_.end()) {
        hit(found->second, i);
      }
    }
    if (!by_form_.empty()) {
      if (const auto found = by_form_.find(token.folded); found != by_form_.end()) {
        hit(found->second, i);
      }
    }
    for (const auto& [prefix, test] : prefixes_) {
      if (token.folded.substr(0, prefix.size()) != prefix) continue;
      if (hits_[test].empty() || hits_[test].back() != i) hits_[test].push_back(i);
    }
  }
}

/// Runs of tokens that pass the tests of a reading one after the other.
void LeafFinder::find_runs(const Reading& reading, std::uint32_t first_test,
                           const PassageTokens& tokens, Spans& out) const {
  if (reading.empty()) return;
  const auto length = static_cast<std::uint32_t>(reading.size());
  // Begin with the rarest word of the phrase: most candidates fall there.
  std::uint32_t rarest = 0;
  for (std::uint32_t k = 1; k < length; ++k) {
    if (hits_[first_test + k].size() < hits_[first_test + rarest].size()) rarest = k;
  }
  for (const std::uint32_t token : hits_[first_test + rarest]) {
    if (token < rarest || token - rarest + length > tokens.size()) continue;
    const std::uint32_t first = token - rarest;
    bool all = true;
    for (std::uint32_t k = 0; k < length && all; ++k) {
      const std::vector<std::uint32_t>& hits = hits_[first_test + k];
      all = tokens[first + k].position == tokens[first].position + k &&
            (k == rarest || std::binary_search(hits.begin(), hits.end(), first + k));
    }
    if (all) out.push_back({first, first + length - 1, true});
  }
}

Spans LeafFinder::matches(std::size_t leaf, const PassageTokens& tokens) const {
  Spans out;
  if (leaf >= words_.size()) return out;
  std::uint32_t test = first_test_[leaf];
  for (const Reading& reading : words_[leaf].readings) {
    find_runs(reading, test, tokens, out);
    test += static_cast<std::uint32_t>(reading.size());
  }
  if (words_[leaf].readings.size() > 1) normalise(out);
  return out;
}

}  // namespace pinlex
