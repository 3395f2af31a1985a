// SPDX-License-Identifier: GPL-2.0-or-later
#include "cue_finder.hpp"

#include <algorithm>
#include <optional>

namespace pinlex {
namespace {

constexpr std::string_view gap = " ... ";

void add_stems(std::string_view words, Analyser& analyser, std::vector<std::string>& stems) {
  std::vector<Token> tokens;
  analyser.analyse(words, 0, tokens);
  for (const Token& token : tokens) stems.emplace_back(token.stem);
}

/// The last token of the phrase that begins at `first`. After a gap the nearest place is taken.
std::optional<std::size_t> end_of(const std::vector<std::string>& stems,
                                  const std::vector<Token>& tokens, std::size_t first) {
  std::size_t next = first;
  std::size_t room = 0;
  for (const std::string& stem : stems) {
    if (stem.empty()) {
      room = longest_cue_gap;
      continue;
    }
    while (next < tokens.size() && room > 0 && tokens[next].stem != stem) ++next, --room;
    if (next == tokens.size() || tokens[next].stem != stem) return std::nullopt;
    room = 0;
    ++next;
  }
  return next - 1;
}

}  // namespace

CueFinder::CueFinder(Analyser& analyser) {
  for (const CuePhrase& row : cue_table()) {
    if (row.language != analyser.language()) continue;
    Phrase& phrase = phrases_.emplace_back();
    phrase.kind = row.kind;
    const auto split = row.words.find(gap);
    add_stems(row.words.substr(0, split), analyser, phrase.stems);
    if (split == std::string_view::npos) continue;
    phrase.stems.emplace_back();
    add_stems(row.words.substr(split + gap.size()), analyser, phrase.stems);
  }
  // Only now: the views must outlive the growing.
  for (std::size_t i = 0; i < phrases_.size(); ++i) {
    by_first_[phrases_[i].stems.front()].push_back(i);
  }
}

std::vector<CueMatch> CueFinder::find(const std::vector<Token>& tokens) const {
  std::vector<CueMatch> out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto known = by_first_.find(tokens[i].stem);
    if (known == by_first_.end()) continue;
    const Phrase* best = nullptr;
    std::size_t last = 0;
    for (const std::size_t number : known->second) {
      const Phrase& phrase = phrases_[number];
      if (best != nullptr && best->stems.size() >= phrase.stems.size()) continue;
      const auto end = end_of(phrase.stems, tokens, i);
      if (!end) continue;
      best = &phrase;
      last = *end;
    }
    if (best == nullptr) continue;
    if (best->kind != CueKind::none) {
      out.push_back({best->kind, static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(last)});
    }
    i = last;
  }
  return out;
}

}  // namespace pinlex
