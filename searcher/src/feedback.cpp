// SPDX-License-Identifier: GPL-2.0-or-later
#include "feedback.hpp"

#include "ranking.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

/// Repetitions soon stop to count.
double presence(double count) { return count / (count + feedback_k); }

}  // namespace

void Feedback::learn(const Passage& passage, Analyser& analyser, const std::string& language) {
  std::map<std::string, double, std::less<>> counts;
  std::vector<Token> tokens;
  const auto read = [&](std::string_view text) {
    tokens.clear();
    analyser.analyse(text, 0, tokens);
    for (const Token& token : tokens) {
      if (!is_stop_word(language, token.folded)) ++counts[std::string(token.stem)];
    }
  };
  for (const UnitText& text : passage.texts) read(text.text.text);
  for (const Unit& unit : passage.units) read(unit.heading);
  for (const auto& [stem, count] : counts) learnt_[stem] += presence(count);
}

void Feedback::settle(const RarityOf& rarity_of) {
  std::vector<std::pair<double, std::string_view>> telling;
  for (const auto& [stem, learnt] : learnt_) {
    const double tells = learnt * rarity_of(stem);
    if (tells > 0) telling.emplace_back(-tells, stem);
  }
  std::sort(telling.begin(), telling.end());
  if (telling.size() > feedback_terms) telling.resize(feedback_terms);
  for (const auto& [tells, stem] : telling) {
    total_ -= tells;
    places_.emplace(std::hash<std::string_view>()(stem), terms_.size());
    terms_.push_back(-tells);
  }
}

double Feedback::share_in(const std::vector<std::size_t>& stems) const {
  std::vector<double> counts(terms_.size());
  for (const std::size_t stem : stems) {
    const auto place = places_.find(stem);
    if (place != places_.end()) ++counts[place->second];
  }
  double held = 0;
  for (std::size_t i = 0; i < terms_.size(); ++i) held += terms_[i] * presence(counts[i]);
  return total_ > 0 ? held / total_ : 0;
}

}  // namespace pinlex
