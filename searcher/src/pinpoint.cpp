// SPDX-License-Identifier: GPL-2.0-or-later
#include "pinpoint.hpp"

#include "ranking.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <vector>

namespace pinlex {
namespace {

constexpr std::uint32_t no_window = std::numeric_limits<std::uint32_t>::max();

/// What each unit's own words (not those below it) hold.
struct UnitWords {
  std::vector<FoundWord> found;
  std::uint32_t length = 0;
};

/// The passage's own heading is nobody's: it says nothing about where in the passage.
std::vector<UnitWords> own_words(const Passage& passage, const PassageFindings& findings) {
  std::vector<UnitWords> units(passage.units.size());
  for (std::size_t i = 0; i < passage.texts.size(); ++i) {
    UnitWords& unit = units[passage.texts[i].unit];
    const Findings& text = findings.texts[i];
    unit.found.insert(unit.found.end(), text.found.begin(), text.found.end());
    unit.length += text.words;
  }
  for (std::size_t i = 1; i < units.size(); ++i) {
    const auto& heading = findings.headings[i].found;
    units[i].found.insert(units[i].found.end(), heading.begin(), heading.end());
  }
  return units;
}

/// The fewest positions that hold each of the words found at least once.
std::uint32_t smallest_window(const std::vector<FoundWord>& found, std::size_t distinct) {
  std::map<std::uint32_t, std::size_t> inside;
  std::uint32_t best = no_window;
  std::size_t begin = 0;
  for (const FoundWord& last : found) {
    ++inside[last.word];
    while (inside.size() == distinct) {
      best = std::min(best, last.position - found[begin].position);
      const auto first = inside.find(found[begin++].word);
      if (--first->second == 0) inside.erase(first);
    }
  }
  return best;
}

/// What a stretch of the passage holds of the words looked for.
struct Coverage {
  std::map<std::uint32_t, double> words;  ///< Best weight of each word found.
  double weight = 0;
  std::uint32_t window = no_window;
  std::uint32_t length = 0;

  bool better_than(const Coverage& other) const {
    if (weight != other.weight) return weight > other.weight;
    return window < other.window;
  }
  bool holds_all_of(const Coverage& other) const { return words.size() == other.words.size(); }
};

Coverage coverage_of(std::vector<FoundWord> found, std::uint32_t length) {
  Coverage coverage;
  coverage.length = length;
  std::stable_sort(found.begin(), found.end(),
                   [](const FoundWord& a, const FoundWord& b) { return a.position < b.position; });
  for (const FoundWord& one : found) {
    double& weight = coverage.words[one.word];
    weight = std::max(weight, one.weight);
  }
  for (const auto& [word, weight] : coverage.words) coverage.weight += weight;
  coverage.weight = rounded_score(coverage.weight);
  coverage.window = smallest_window(found, coverage.words.size());
  return coverage;
}

Coverage coverage_below(const Passage& passage, const std::vector<UnitWords>& words,
                        std::size_t unit) {
  std::vector<FoundWord> found;
  std::uint32_t length = 0;
  for (std::size_t i = unit; i < words.size(); ++i) {
    if (!lies_within(passage, i, unit)) continue;
    found.insert(found.end(), words[i].found.begin(), words[i].found.end());
    length += words[i].length;
  }
  return coverage_of(std::move(found), length);
}

/// A unit and what it holds; unit 0 stands for none.
struct Choice {
  std::size_t unit = 0;
  Coverage coverage;
};

/// The best of the units directly below one, among those that hold all of `needed` (if given).
Choice best_child(const Passage& passage, const std::vector<UnitWords>& words, std::size_t unit,
                  const Coverage* needed) {
  Choice best;
  for (std::size_t i = unit + 1; i < passage.units.size(); ++i) {
    if (passage.units[i].parent != static_cast<std::int32_t>(unit)) continue;
    Coverage coverage = coverage_below(passage, words, i);
    if (needed != nullptr && !coverage.holds_all_of(*needed)) continue;
    if (best.unit == 0 || coverage.better_than(best.coverage)) best = {i, std::move(coverage)};
  }
  return best;
}

}  // namespace

bool lies_within(const Passage& passage, std::size_t unit, std::size_t ancestor) {
  while (unit > ancestor && passage.units[unit].parent >= 0) {
    unit = static_cast<std::size_t>(passage.units[unit].parent);
  }
  return unit == ancestor;
}

PinpointChoice best_unit(const Passage& passage, const PassageFindings& findings) {
  if (passage.units.size() < 2) return {};
  const auto words = own_words(passage, findings);
  Choice best = best_child(passage, words, 0, nullptr);
  if (coverage_of(words[0].found, words[0].length).weight > best.coverage.weight) {
    const bool is_long = coverage_below(passage, words, 0).length > long_paragraph_words;
    return {0, is_long ? Extent::own_words : Extent::whole};
  }
  while (!best.coverage.words.empty() && best.coverage.length > long_paragraph_words) {
    Choice narrower = best_child(passage, words, best.unit, &best.coverage);
    if (narrower.unit == 0) break;
    best = std::move(narrower);
  }
  return {best.unit, Extent::whole};
}

Closeness closeness_of(const Passage& passage, const PassageFindings& findings) {
  Closeness closeness;
  if (passage.units.empty()) return closeness;
  const auto words = own_words(passage, findings);
  for (std::size_t i = 0; i < passage.units.size(); ++i) {
    const bool leaf_level = passage.units[i].parent == 0 || passage.units.size() == 1;
    const double weight = leaf_level ? coverage_below(passage, words, i).weight
                                     : coverage_of(words[i].found, words[i].length).weight;
    closeness.in_unit = std::max(closeness.in_unit, weight);
  }
  closeness.in_heading = coverage_of(findings.headings.front().found, 1).weight;
  return closeness;
}

}  // namespace pinlex
