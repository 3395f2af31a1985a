// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "check/editorial.hpp"

#include <pinlex/schema/record.hpp>
#include <pinlex/text/analyser.hpp>

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A word as it is compared. Signs that mean something ("§", "%", "€") are words too.
struct RowWord {
  std::string_view folded;  ///< The analyser's; the sign itself for a sign.
  std::string_view bare;    ///< Folded, without hyphens.
  std::string_view stem;    ///< Empty for a sign.
  TextRange place;          ///< In its text.
  std::uint32_t text = 0;   ///< Which text; 0 in a quotation.
};

/// The words of a quotation, read in one language.
struct QuoteRow {
  struct Part {
    QuoteGap before = QuoteGap::none;
    std::string_view head,
        tail;              ///< What of a word stood outside of brackets; empty for a whole one.
    bool in_part = false;  ///< Whether some of its letters stood in brackets.
  };
  std::string language;
  std::string_view text;
  std::vector<RowWord> words;
  std::vector<Part> parts;  ///< For each word.
  bool ends_open = false;   ///< Whether a gap stands behind the last word.
  std::deque<std::string> spelled;
};

/// A run of words of a provision: a text, a printed number or a heading.
struct RowText {
  std::string_view text;
  std::string_view eid;                ///< Of the unit it belongs to.
  const MappedText* mapped = nullptr;  ///< Null for numbers and headings.
  SourceRange source;                  ///< Of numbers and headings: of both together.
  std::uint32_t part = 0;              ///< Which of the passages.
};

/// The words of an article (or numbered paragraph, or section) in the order of the source, all
/// parts of a split one in a row.
struct ProvisionRow {
  std::vector<RowText> texts;
  std::vector<RowWord> words;
  std::deque<std::string> spelled;

  /// Whether a word stands in a printed number or heading, which quotations may leave out.
  bool is_beside(const RowWord& word) const { return texts[word.text].mapped == nullptr; }
};

/// Views in rows are of the text, the parts and the analyser given: those outlive the rows.
QuoteRow row_of(const EditedText& quotation, Analyser& analyser);
ProvisionRow row_of(const std::vector<PassageRecord>& parts, Analyser& analyser);

/// A sign that is no punctuation: leaving it out changes what is said.
bool is_sign(char32_t c);

}  // namespace pinlex
