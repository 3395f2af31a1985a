// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/powers/classifier.hpp>
#include <pinlex/schema/frequent_stems.hpp>
#include <pinlex/schema/record.hpp>
#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/concept_finder.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// How often a word counts when it stands in a heading of the passage itself or of a grouping
/// above it; in the text it counts once. A heading's weight is that of a heading of
/// `heading_mean_words` words, and is normalised by length as BM25F does it for a field:
/// "Production order" is more about orders than "Mutual assistance regarding production orders".
/// Measured; see ARCHITECTURE.md.
inline constexpr double heading_weight = 6;
inline constexpr double heading_b = 0.75;
inline constexpr double heading_mean_words = 5;
inline constexpr std::uint32_t ancestor_weight = 1;

/// The weight of each word of a heading of that many words; at least 1 for any real heading.
std::uint32_t heading_weight_at(std::uint32_t words);

/// A document as the index store writes it: terms with their frequencies (no term twice, in any
/// order), values by slot, and the record as data.
struct IndexDocument {
  std::vector<std::pair<std::string, std::uint32_t>> terms;
  std::vector<std::pair<std::uint32_t, std::string>> values;
  std::string data;
};

/// The value of Field::order: orders passages as a reader would, by provision, then version, then
/// part. `version` is the id of the passage's version. At most 243 bytes.
std::string order_key(std::string_view version, const Passage& passage);

/// What turns the words of one language into terms.
struct WordReader {
  WordReader(Analyser& words) : analyser(words) {}
  WordReader(Analyser& words, const CompiledThesaurus& known, ConceptFinder& finder,
             const PowerClassifier& classifier)
      : analyser(words), thesaurus(&known), concepts(&finder), powers(&classifier) {}

  Analyser& analyser;
  const CompiledThesaurus* thesaurus = nullptr;  ///< Without one no concepts are found.
  ConceptFinder* concepts = nullptr;
  const PowerClassifier* powers = nullptr;
};

/// The document of a passage. `reader` must be of the version's language; `frequent` says which
/// pairs of stems get terms. The classes of the record are found anew; its references must have
/// been before.
IndexDocument passage_document(const VersionRecord& version, PassageRecord passage,
                               const WordReader& reader, const FrequentStems& frequent = {});

/// The document of the version itself, found by its id, root and record terms, never by words.
IndexDocument version_document(const VersionRecord& version);

}  // namespace pinlex
