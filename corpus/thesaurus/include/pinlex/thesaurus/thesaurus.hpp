// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a concept is about.
enum class ConceptKind : std::uint8_t {
  power,
  safeguard,
  offence,
  actor,
  data,
  cooperation,
  element,
};

/// Whose words a phrase is.
enum class Wording : std::uint8_t {
  label,  ///< The term of art.
  legal,  ///< How else treaties and statutes put it.
  lay,    ///< What journalists and lay people call it.
};

/// Names as they stand in files and answers.
std::string_view name(ConceptKind kind);
std::string_view name(Wording wording);
std::optional<ConceptKind> concept_kind_from(std::string_view name);
/// All names of kinds, in the order of the enum, for messages that say what was expected.
std::string concept_kind_names();

/// By language (ISO 639-1 code), in the order of the file. " ... " in a phrase stands for up to
/// `longest_gap` words.
using PhraseLists = std::map<std::string, std::vector<std::string>, std::less<>>;

/// A concept with the words for it in each language.
struct Concept {
  std::string id;  ///< [a-z0-9-]+
  ConceptKind kind = ConceptKind::element;
  double weight = 1;  ///< 0 < weight <= 1; small for what is so general that it should pull little.
  std::map<std::string, std::string, std::less<>> labels;  ///< One a language, at least one.
  PhraseLists legal;
  PhraseLists lay;
  std::vector<std::string> broader;   ///< Ids, ascending; no cycles.
  std::vector<std::string> narrower;  ///< Ids, ascending; derived from `broader` of others.
  std::vector<std::string> related;   ///< Ids, ascending; stands on both sides.
  std::string note;                   ///< Scope note in English, or empty.

  /// The label in that language, else in English, else any.
  std::string_view label(std::string_view language) const;

  friend bool operator==(const Concept&, const Concept&) = default;
};

/// A TOML text and the name it has in errors.
struct ThesaurusFile {
  std::string name;
  std::string text;
};

/// Reads files, and the files ending in .toml that lie in folders (not in folders below), by name.
/// Fails with Code::usage where one cannot be read, is too large, or a folder has none.
Result<std::vector<ThesaurusFile>> read_thesaurus_files(
    const std::vector<std::filesystem::path>& places);

/// What a thesaurus may hold; more is refused.
inline constexpr std::size_t most_concepts = 20'000;
inline constexpr std::size_t most_phrases = 500;    ///< Of one concept, labels included.
inline constexpr std::size_t most_links = 200;      ///< Of one concept and sort.
inline constexpr std::size_t longest_phrase = 200;  ///< In bytes.
inline constexpr std::size_t longest_note = 4'000;  ///< In bytes.
inline constexpr std::size_t most_words = 16;       ///< Of one phrase, as the analyser counts them.
inline constexpr std::size_t most_gaps = 2;         ///< Of one phrase.
inline constexpr std::size_t longest_gap = 4;       ///< In words.
inline constexpr std::uint64_t largest_thesaurus_file = 16u << 20;  ///< In bytes.

/// The concepts that texts and queries are read for. Always whole: every link leads somewhere, no
/// circle, and no phrase of a language belongs to two concepts. Immutable; safe for concurrent
/// reads.
class Thesaurus {
 public:
  /// An empty one.
  Thesaurus();

  /// Reads files that are one thesaurus together; their order does not matter. The form is told in
  /// corpus/data/powers/README.md. Fails with Code::usage and the first of thesaurus_problems().
  static Result<Thesaurus> from_toml(const std::vector<ThesaurusFile>& files);

  /// Ascending by id.
  const std::vector<Concept>& concepts() const { return concepts_; }
  const Concept* find(std::string_view id) const;

  /// SHA-256 of the content, 64 hexadecimal digits: the same for the same concepts, however they
  /// are spread over files and commented. Belongs into the recipe of an index.
  const std::string& fingerprint() const { return fingerprint_; }

  friend bool operator==(const Thesaurus& a, const Thesaurus& b) {
    return a.concepts_ == b.concepts_;
  }

 private:
  friend class ThesaurusBuilder;
  explicit Thesaurus(std::vector<Concept> concepts);

  std::vector<Concept> concepts_;
  std::string fingerprint_;
};

/// Everything that is wrong with these files (Code::usage), each with file, line and column, by
/// place: TOML that is none, unknown keys, kinds, weights and languages, ids that are doubled or
/// unknown, a circle of broader concepts, phrases that are empty, too long, made of stop words
/// only, or claimed by two concepts (compared as stems), and what exceeds the limits above.
std::vector<Error> thesaurus_problems(const std::vector<ThesaurusFile>& files);

/// One TOML text that from_toml() reads as the same thesaurus.
std::string to_toml(const Thesaurus& thesaurus);

}  // namespace pinlex
