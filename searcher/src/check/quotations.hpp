// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/citations/citation.hpp>
#include <pinlex/model/source.hpp>
#include <pinlex/searcher/check.hpp>

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace pinlex {

/// A quotation as it stands in the text to be checked.
struct Quotation {
  QuotationForm form = QuotationForm::marks;
  TextRange place;             ///< Bytes of the input, with marks.
  MappedText words;            ///< Without marks; maps to bytes of the input.
  std::int32_t outer = -1;     ///< The quotation it is nested in, or -1.
  std::int32_t citation = -1;  ///< The one it belongs to, or -1.
};

/// What a text quotes and cites, both in the order of the text; places are bytes of the input.
struct ReadInput {
  QuotationReading reading = QuotationReading::marked;
  std::vector<Citation> citations;
  std::vector<Quotation> quotations;
  std::vector<std::uint32_t> unpaired;  ///< Quotation marks that nothing closes.
};

/// Finds the citations in a running text, places in bytes of it.
using FindCitations = std::function<std::vector<Citation>(std::string_view)>;

/// Reads a text that check_input() lets pass, and ties citations to quotations.
/// Code::inputs_refused where it holds more than the limits of check.hpp allow.
Result<ReadInput> read_quotations(std::string_view text, QuotationReading reading,
                                  const FindCitations& find_citations);

}  // namespace pinlex
