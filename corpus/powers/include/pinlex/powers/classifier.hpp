// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/passage.hpp>
#include <pinlex/model/reference.hpp>
#include <pinlex/powers/classification.hpp>
#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/concept_finder.hpp>

#include <memory>
#include <vector>

namespace pinlex {

/// A run of words with what was found in it.
struct ReadText {
  std::vector<Token> tokens;
  std::vector<ConceptMatch> concepts;
};

/// A passage as an Analyser and a ConceptFinder of its language see it.
struct ReadPassage {
  std::vector<ReadText> texts;     ///< One for each of Passage::texts.
  std::vector<ReadText> headings;  ///< One for each of Passage::units.
};

/// The unit that is read as one with the given one: its paragraph with all points, or the article
/// itself where points hang on its lead-in.
std::uint32_t head_unit(const Passage& passage, std::uint32_t unit);

/// Says what the provisions of an article are about: which powers they give, which duties they lay
/// on whom, and what limits those. Three things decide: the concepts of the thesaurus that the
/// words or the heading name; a small table of words for "may", "shall", "to empower", "subject
/// to" and the like in each language; and the structure (a lead-in governs its points, a heading
/// speaks for the first paragraph that gives a power, definitions give none).
/// A few concepts are known by their id; corpus/data/powers/README.md lists them.
/// Immutable; safe for concurrent use.
class PowerClassifier {
 public:
  /// The words of the table are read by `analyser`, as those of the texts will be; it is not kept.
  PowerClassifier(const CompiledThesaurus& thesaurus, Analyser& analyser);
  ~PowerClassifier();
  PowerClassifier(PowerClassifier&&) noexcept;
  PowerClassifier& operator=(PowerClassifier&&) noexcept;

  /// Of the article that the passage holds, or a part of it; anything else has no powers. By unit,
  /// then concept, then element; none twice.
  std::vector<Classification> classify(const Passage& passage,
                                       const std::vector<Reference>& references,
                                       const ReadPassage& read) const;

 private:
  struct Impl;
  std::unique_ptr<const Impl> impl_;
};

}  // namespace pinlex
