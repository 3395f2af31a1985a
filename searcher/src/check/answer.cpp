// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/searcher/check.hpp>

#include <algorithm>

namespace pinlex {

std::string_view name(QuotationReading reading) {
  switch (reading) {
    case QuotationReading::automatic:
      return "automatic";
    case QuotationReading::marked:
      return "quotes";
    case QuotationReading::paragraphs:
      return "paragraphs";
  }
  return {};
}

std::string_view name(CitationVerdict verdict) {
  switch (verdict) {
    case CitationVerdict::exists:
      return "exists";
    case CitationVerdict::ancestor_only:
      return "ancestor-only";
    case CitationVerdict::unknown_instrument:
      return "unknown-instrument";
  }
  return {};
}

std::string_view name(QuotationVerdict verdict) {
  switch (verdict) {
    case QuotationVerdict::exact:
      return "exact";
    case QuotationVerdict::normalised:
      return "normalised";
    case QuotationVerdict::altered:
      return "altered";
    case QuotationVerdict::elsewhere:
      return "elsewhere";
    case QuotationVerdict::digest:
      return "digest";
    case QuotationVerdict::no_official_text:
      return "no-official-text";
    case QuotationVerdict::not_in_corpus:
      return "not-in-corpus";
  }
  return {};
}

std::string_view name(Difference difference) {
  switch (difference) {
    case Difference::space:
      return "space";
    case Difference::quotation_marks:
      return "quotation marks";
    case Difference::hyphens:
      return "hyphens";
    case Difference::letter_case:
      return "case";
    case Difference::letter_forms:
      return "letter forms";
    case Difference::accents:
      return "accents";
    case Difference::punctuation:
      return "punctuation";
    case Difference::emphasis:
      return "emphasis";
    case Difference::numbers:
      return "numbers left out";
  }
  return {};
}

std::string_view name(QuotationForm form) {
  switch (form) {
    case QuotationForm::marks:
      return "marks";
    case QuotationForm::block:
      return "block";
    case QuotationForm::paragraph:
      return "paragraph";
  }
  return {};
}

std::string_view name(EditorialKind kind) {
  switch (kind) {
    case EditorialKind::omission:
      return "omission";
    case EditorialKind::insertion:
      return "insertion";
    case EditorialKind::remark:
      return "remark";
  }
  return {};
}

std::string_view name(DiffKind kind) {
  switch (kind) {
    case DiffKind::same:
      return "same";
    case DiffKind::source:
      return "source";
    case DiffKind::quotation:
      return "quotation";
  }
  return {};
}

bool CheckAnswer::holds() const {
  const bool citations_exist = std::all_of(
      citations.begin(), citations.end(),
      [](const CheckedCitation& one) { return one.verdict == CitationVerdict::exists; });
  const bool quotations_stand =
      std::all_of(quotations.begin(), quotations.end(), [](const CheckedQuotation& one) {
        return one.verdict == QuotationVerdict::exact ||
               one.verdict == QuotationVerdict::normalised;
      });
  return complete && !empty() && citations_exist && quotations_stand;
}

}  // namespace pinlex
