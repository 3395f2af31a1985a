// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cue_finder.hpp"

#include <pinlex/model/passage.hpp>
#include <pinlex/powers/classification.hpp>
#include <pinlex/powers/classifier.hpp>

#include <cstdint>
#include <vector>

namespace pinlex {

/// A concept or cue where it stands. Places count the tokens of the provision's texts through.
struct FoundConcept {
  std::uint32_t number = 0;
  std::uint32_t unit = 0;
  std::uint32_t first = 0, last = 0;
  Evidence evidence;
};
struct FoundCue {
  CueKind kind = CueKind::may;
  std::uint32_t first = 0, last = 0;
  Evidence evidence;
};

/// What is read as one: a paragraph with its points, or an article that has no paragraphs.
struct ReadProvision {
  std::uint32_t unit = 0;  ///< Its own, the highest.
  std::vector<FoundConcept> concepts;
  std::vector<FoundCue> cues;
  std::vector<FoundConcept> headings;  ///< Concepts in its own heading, unless it is the article.
};

/// The provisions of an article, in order, and where the concepts and cues stand in them. Only
/// terms of law count: in a law the words of lay people mean other things ("warrant").
std::vector<ReadProvision> provisions_of(const Passage& passage, const ReadPassage& read,
                                         const CueFinder& cues);

/// The concepts in the heading of a unit.
std::vector<FoundConcept> concepts_in_heading(const ReadPassage& read, std::uint32_t unit);

}  // namespace pinlex
