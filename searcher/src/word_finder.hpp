// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "findings.hpp"
#include "match_word.hpp"

#include <pinlex/model/passage.hpp>
#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/concept_finder.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// Finds the words of a plain query in a passage, and the concepts that they name, wherever they
/// stand. Immutable; the analyser
/// brings the state.
class WordFinder {
 public:
  /// How much finding a concept tells, by its number in the thesaurus.
  using Concepts = std::unordered_map<std::uint32_t, double>;

  explicit WordFinder(const std::vector<MatchWord>& words, Concepts concepts = {});

  bool finds_concepts() const { return !concepts_.empty(); }

  /// `analyser` and `concepts` must be of the passage's language.
  PassageFindings find(const Passage& passage, Analyser& analyser, ConceptFinder& concepts) const;

  /// The same for the concepts alone, added to what was found.
  void add_concepts(const Passage& passage, Analyser& analyser, ConceptFinder& concepts,
                    PassageFindings& findings) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  using Words = std::vector<std::pair<std::uint32_t, double>>;

  struct Tools {
    Analyser& analyser;
    ConceptFinder& concepts;
    bool words = true;
  };
  struct Found {
    Findings& findings;
    std::vector<std::size_t>& stems;  ///< Hashes, where words are looked for.
  };
  void find_in(std::string_view text, std::uint32_t first_position, const Tools& tools,
               const Found& out) const;
  void find_in(const Passage& passage, const Tools& tools, PassageFindings& findings) const;

  std::uint32_t words_ = 0;
  Concepts concepts_;
  std::unordered_map<std::string, Words, Hash, std::equal_to<>> words_of_stem_;
};

}  // namespace pinlex
