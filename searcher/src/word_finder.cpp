// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_finder.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

/// Words of headings lie far from those of texts, and from each other.
constexpr std::uint32_t heading_positions = 1U << 24;
constexpr std::uint32_t heading_step = 1024;

}  // namespace

WordFinder::WordFinder(const std::vector<MatchWord>& words, Concepts concepts)
    : words_(static_cast<std::uint32_t>(words.size())), concepts_(std::move(concepts)) {
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    for (const auto& [stem, weight] : words[i].stems) {
      words_of_stem_[stem].emplace_back(i, weight);
    }
  }
}

PassageFindings WordFinder::find(const Passage& passage, Analyser& analyser,
                                 ConceptFinder& concepts) const {
  PassageFindings findings(passage);
  find_in(passage, {analyser, concepts, true}, findings);
  return findings;
}

void WordFinder::add_concepts(const Passage& passage, Analyser& analyser, ConceptFinder& concepts,
                              PassageFindings& findings) const {
  if (finds_concepts()) find_in(passage, {analyser, concepts, false}, findings);
}

void WordFinder::find_in(const Passage& passage, const Tools& tools,
                         PassageFindings& findings) const {
  std::uint32_t position = 0;
  for (std::size_t i = 0; i < passage.texts.size(); ++i) {
    find_in(passage.texts[i].text.text, position, tools, {findings.texts[i], findings.stems});
    position += findings.texts[i].words;
  }
  for (std::size_t i = 0; i < passage.units.size(); ++i) {
    const auto far = heading_positions + static_cast<std::uint32_t>(i) * heading_step;
    find_in(passage.units[i].heading, far, tools, {findings.headings[i], findings.stems});
  }
}

void WordFinder::find_in(std::string_view text, std::uint32_t first_position, const Tools& tools,
                         const Found& out) const {
  Findings& findings = out.findings;
  std::vector<Token> tokens;
  tools.analyser.analyse(text, first_position, tokens);
  findings.words = static_cast<std::uint32_t>(tokens.size());
  for (const Token& token : tokens) {
    if (tools.words) out.stems.push_back(std::hash<std::string_view>()(token.stem));
    const auto words = tools.words ? words_of_stem_.find(token.stem) : words_of_stem_.end();
    if (words == words_of_stem_.end()) continue;
    for (const auto& [word, weight] : words->second) {
      findings.found.push_back({{token.begin, token.end}, token.position, word, weight});
    }
  }
  if (concepts_.empty()) return;
  std::vector<ConceptMatch> matches;
  tools.concepts.find(tokens, matches);
  for (const ConceptMatch& match : matches) {
    const auto wanted = concepts_.find(match.number);
    if (wanted == concepts_.end()) continue;
    for (auto i = match.first; i <= match.last; ++i) {
      findings.found.push_back({{tokens[i].begin, tokens[i].end},
                                tokens[i].position,
                                words_ + match.number,
                                wanted->second});
    }
  }
  std::stable_sort(findings.found.begin(), findings.found.end(),
                   [](const FoundWord& a, const FoundWord& b) { return a.position < b.position; });
}

}  // namespace pinlex
