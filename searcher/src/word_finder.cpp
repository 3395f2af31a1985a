// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_finder.hpp"

namespace pinlex {
namespace {

/// Words of headings lie far from those of texts, and from each other.
constexpr std::uint32_t heading_positions = 1U << 24;
constexpr std::uint32_t heading_step = 1024;

}  // namespace

WordFinder::WordFinder(const std::vector<MatchWord>& words) {
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    for (const auto& [stem, weight] : words[i].stems) {
      words_of_stem_[stem].emplace_back(i, weight);
    }
  }
}

PassageFindings WordFinder::find(const Passage& passage, Analyser& analyser) const {
  PassageFindings findings(passage);
  std::uint32_t position = 0;
  for (std::size_t i = 0; i < passage.texts.size(); ++i) {
    findings.texts[i] = find_in(passage.texts[i].text.text, position, analyser);
    position += findings.texts[i].words;
  }
  for (std::size_t i = 0; i < passage.units.size(); ++i) {
    const auto far = heading_positions + static_cast<std::uint32_t>(i) * heading_step;
    findings.headings[i] = find_in(passage.units[i].heading, far, analyser);
  }
  return findings;
}

Findings WordFinder::find_in(std::string_view text, std::uint32_t first_position,
                             Analyser& analyser) const {
  std::vector<Token> tokens;
  analyser.analyse(text, first_position, tokens);
  Findings findings;
  findings.words = static_cast<std::uint32_t>(tokens.size());
  for (const Token& token : tokens) {
    const auto words = words_of_stem_.find(token.stem);
    if (words == words_of_stem_.end()) continue;
    for (const auto& [word, weight] : words->second) {
      findings.found.push_back({{token.begin, token.end}, token.position, word, weight});
    }
  }
  return findings;
}

}  // namespace pinlex
