// SPDX-License-Identifier: GPL-2.0-or-later
#include "phrase.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/thesaurus/thesaurus.hpp>

#include <algorithm>
#include <utility>

namespace pinlex {
namespace {

constexpr std::string_view dots = "...";
constexpr std::string_view ellipsis = "\u2026";

/// The pieces of a phrase between its gaps. Chinese doubles the ellipsis, which is one gap.
std::vector<std::string_view> pieces_of(std::string_view phrase) {
  std::vector<std::string_view> pieces;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < phrase.size();) {
    const std::string_view rest = phrase.substr(at);
    const std::size_t length = rest.starts_with(dots)       ? dots.size()
                               : rest.starts_with(ellipsis) ? ellipsis.size()
                                                            : 0;
    if (length == 0) {
      ++at;
      continue;
    }
    if (at != begin || pieces.empty()) pieces.push_back(phrase.substr(begin, at - begin));
    at += length;
    begin = at;
  }
  pieces.push_back(phrase.substr(begin));
  return pieces;
}

PhraseReading refused(std::string fault, std::string hint) {
  return {{}, std::move(fault), std::move(hint)};
}

}  // namespace

Analyser& PhraseReader::analyser_of(std::string_view language) {
  const auto found = analysers_.find(language);
  if (found != analysers_.end()) return found->second;
  return analysers_.emplace(std::string(language), Analyser(language)).first->second;
}

PhraseReading PhraseReader::read(std::string_view language, std::string_view phrase) {
  if (phrase.size() > longest_phrase) {
    return refused("a phrase of more than " + std::to_string(longest_phrase) + " bytes",
                   "write the few words that are distinctive");
  }
  if (ill_formed_utf8(phrase) != std::string_view::npos) {
    return refused("a phrase that is not UTF-8", "save the file as UTF-8");
  }
  PhraseReading reading;
  bool ranks = false;
  const auto pieces = pieces_of(phrase);
  if (pieces.size() > most_gaps + 1) {
    return refused("a phrase with more than " + std::to_string(most_gaps) + " gaps",
                   "write two phrases");
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    tokens_.clear();
    analyser_of(language).analyse(pieces[i], 0, tokens_);
    if (tokens_.empty()) {
      if (pieces.size() == 1) return refused("a phrase without a word", "write it, or take it out");
      return refused("a gap without a word on either side", "write words ... words");
    }
    for (const Token& token : tokens_) {
      reading.stems.push_back({std::string(token.stem), i > 0 && &token == tokens_.data()});
      ranks = ranks || !is_stop_word(language, token.folded);
    }
  }
  if (!ranks) {
    return refused("a phrase of stop words only", "add the word that makes it distinctive");
  }
  if (reading.stems.size() > most_words) {
    return refused("a phrase of more than " + std::to_string(most_words) + " words",
                   "write the few words that are distinctive");
  }
  return reading;
}

}  // namespace pinlex
