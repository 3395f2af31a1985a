// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/hit.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a text to be checked may hold; past any of these it is refused whole.
inline constexpr std::size_t max_check_bytes = 4U << 20;
inline constexpr std::size_t max_check_quotations = 5000;
inline constexpr std::size_t max_check_citations = 5000;
inline constexpr std::size_t max_quotation_bytes = 32U << 10;

/// Below so many words a quotation is checked only where a citation belongs to it.
inline constexpr std::size_t min_quotation_words = 3;

/// From this share of words in common, in order, words are an alteration of those of the source;
/// at least three must be common. Fewer make another text.
inline constexpr double altered_from = 0.6;

/// What of a text is taken for quoted. `automatic` takes what stands in quotation marks or block
/// quotes, and each paragraph where the text has neither.
enum class QuotationReading : std::uint8_t { automatic, marked, paragraphs };

struct CheckRequest {
  std::string text;  ///< UTF-8, at most max_check_bytes.
  QuotationReading reading = QuotationReading::automatic;
};

/// What an index knows of a citation. The order is that of trouble.
enum class CitationVerdict : std::uint8_t { exists, ancestor_only, unknown_instrument };

/// What an index knows of a quotation.
enum class QuotationVerdict : std::uint8_t {
  exact,             ///< The words stand there as quoted.
  normalised,        ///< They differ in space, marks, case and the like; see `differences`.
  altered,           ///< Words differ; see `diff`.
  elsewhere,         ///< The words stand in another provision than the one cited.
  digest,            ///< They stand only in a digest, which is no proof.
  no_official_text,  ///< Of the instrument cited this index has only a digest.
  not_in_corpus,
};

/// What may differ without changing a word.
enum class Difference : std::uint8_t {
  space,
  quotation_marks,
  hyphens,
  letter_case,
  letter_forms,  ///< Ligatures, soft hyphens, composed letters.
  accents,
  punctuation,
  emphasis,  ///< Asterisks and underscores of Markdown.
  numbers,   ///< Printed numbers or headings of paragraphs and points left out.
};

enum class QuotationForm : std::uint8_t { marks, block, paragraph };

/// What the one who quotes put in: "[…]", "[E]ach" or "[the Party]", "(emphasis added)".
enum class EditorialKind : std::uint8_t { omission, insertion, remark };

/// Which words of a comparison: common ones, those of the source only, of the quotation only.
enum class DiffKind : std::uint8_t { same, source, quotation };

/// Names as they stand in JSON: "ancestor-only", "no-official-text", "quotation marks" …
std::string_view name(QuotationReading reading);
std::string_view name(CitationVerdict verdict);
std::string_view name(QuotationVerdict verdict);
std::string_view name(Difference difference);
std::string_view name(QuotationForm form);
std::string_view name(EditorialKind kind);
std::string_view name(DiffKind kind);

/// One provision that a citation names.
struct CheckedProvision {
  std::string id;  ///< "coe-185#art_21__para_9"
  CitationVerdict verdict = CitationVerdict::exists;
  std::string nearest;   ///< Id of the nearest that exists, where this one does not.
  std::string citation;  ///< Of what exists, for people; of the instrument where nothing does.
  std::string edition;   ///< Of the best text of it here; empty where there is none.
};

struct CheckedCitation {
  TextRange place;                                    ///< Bytes of the text checked.
  std::uint32_t line = 0;                             ///< The line it begins in, from 1.
  std::string text;                                   ///< As it stands there.
  CitationVerdict verdict = CitationVerdict::exists;  ///< The worst of its provisions.
  std::vector<CheckedProvision> provisions;
  bool catalogued = true;    ///< Whether the catalogue knows the instrument.
  bool only_digest = false;  ///< Whether the index has nothing but a digest of it.
};

struct EditorialMark {
  EditorialKind kind = EditorialKind::omission;
  TextRange place;   ///< Bytes of the text checked.
  std::string text;  ///< "[…]".
};

/// Where quoted words stand.
struct QuotedPlace {
  std::string id;  ///< The smallest provision that holds them all: "coe-185#art_21__para_3@en".
  std::string citation;  ///< "Convention on Cybercrime (ETS 185), art. 21(3)".
  std::string instrument, kind, language, edition;
  std::string text;  ///< The source's own words; " […] " where the quotation leaves some out.
  Provenance provenance;  ///< Its range is that of these words.
};

struct DiffRun {
  DiffKind kind = DiffKind::same;
  std::string text;
  friend bool operator==(const DiffRun&, const DiffRun&) = default;
};

struct CheckedQuotation {
  QuotationForm form = QuotationForm::marks;
  TextRange place;         ///< Bytes of the text checked, with the marks.
  std::uint32_t line = 0;  ///< The line it begins in, from 1.
  std::string text;        ///< The quoted words.
  QuotationVerdict verdict = QuotationVerdict::not_in_corpus;
  std::int32_t citation = -1;  ///< Index of the citation it belongs to; -1 for none.
  bool in_cited =
      false;  ///< Whether the words stand in (altered: are nearest to) the provision cited.
  std::vector<Difference> differences;   ///< In the order of the enum, none twice.
  std::vector<EditorialMark> editorial;  ///< In the order of the text.
  std::vector<QuotedPlace>
      places;                 ///< The best first; at most five. Altered: what it was compared with.
  std::vector<DiffRun> diff;  ///< Of an altered quotation.
  double similarity = 1;      ///< Share of words in common with the first place.
};

struct CheckAnswer {
  QuotationReading reading = QuotationReading::marked;  ///< How the text was read.
  std::vector<CheckedCitation> citations;               ///< In the order of the text.
  std::vector<CheckedQuotation> quotations;             ///< In the order of the text.
  std::vector<std::string> notes;  ///< What was not checked, one sentence each.
  bool complete = true;            ///< Whether everything that seemed quoted was checked.

  bool empty() const { return citations.empty() && quotations.empty(); }
  /// Whether there is something, all of it was checked, all citations exist and all quotations are
  /// exact or normalised.
  bool holds() const;
};

}  // namespace pinlex
