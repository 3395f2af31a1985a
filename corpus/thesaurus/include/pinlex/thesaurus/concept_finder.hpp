// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/compiled_thesaurus.hpp>

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace pinlex {

/// A phrase of a concept found in a text: tokens first … last, by their place in the vector given.
struct ConceptMatch {
  std::uint32_t number = 0;  ///< The concept's, in the compiled thesaurus.
  Wording wording = Wording::label;
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const ConceptMatch&, const ConceptMatch&) = default;
};

/// Finds the concepts of a thesaurus in the tokens of one language, for indexing and for queries
/// alike. A phrase is found where its stems follow each other, stop words included, with at most
/// `longest_gap` tokens where it has a gap. Of overlapping matches of one concept the one with most
/// words stays (then the shortest, then the first); different concepts may overlap.
/// Time is linear in the tokens for a given thesaurus. Not thread-safe (it keeps room for its
/// work); make one for each thread.
class ConceptFinder {
 public:
  /// `language` is an ISO 639-1 code; one without phrases finds nothing.
  ConceptFinder(const CompiledThesaurus& thesaurus, std::string_view language);
  ~ConceptFinder();
  ConceptFinder(ConceptFinder&&) noexcept;
  ConceptFinder& operator=(ConceptFinder&&) noexcept;

  /// Appends what is found to `out`, ascending by first, last and number. `tokens` are those of one
  /// running text, as an Analyser of the language gives them.
  void find(const std::vector<Token>& tokens, std::vector<ConceptMatch>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
