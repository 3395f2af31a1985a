// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/quotations.hpp"

#include "check/detached.hpp"
#include "check/input.hpp"
#include "check/marks.hpp"
#include "check/ties.hpp"
#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace pinlex {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

TextRange in_input(const MappedText& text, TextRange range) {
  const SourceRange source = text.source_of(range.begin, range.end);
  return {source.begin, source.end};
}

/// A part of a text without white space at its ends.
TextRange trimmed(std::string_view text, TextRange range) {
  while (range.begin < range.end) {
    std::size_t at = range.begin;
    if (!is_space(next_code_point(text, at))) break;
    range.begin = u32(at);
  }
  while (range.end > range.begin) {
    std::size_t begin = range.end - 1;
    while (begin > range.begin && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    std::size_t at = begin;
    if (!is_space(next_code_point(text, at))) break;
    range.end = u32(begin);
  }
  return range;
}

/// Marks of a Markdown heading or list at the beginning of a paragraph.
TextRange without_list_mark(std::string_view text, TextRange range) {
  const auto begin = range.begin;
  while (range.begin < range.end && text[range.begin] == '#') ++range.begin;
  if (range.begin == begin && range.end - begin > 2 && text[begin + 1] == ' ' &&
      (text[begin] == '*' || text[begin] == '-' || text[begin] == '+')) {
    ++range.begin;
  }
  return trimmed(text, range);
}

class InputReader {
 public:
  InputReader(std::string_view text, const FindCitations& find) : text_(text), find_(find) {}

  Result<ReadInput> read(QuotationReading reading);

 private:
  bool has_quotations(const std::vector<InputBlock>& blocks) const;
  void running(const InputBlock& block);
  void block(const InputBlock& block);
  void paragraph(const MappedText& text);
  void spans_of(const MappedText& text, std::int32_t outer, TextRange skip);
  std::vector<Citation> cite(const MappedText& text);
  std::vector<Citation> find_apart(const MappedText& text) const;
  std::int32_t add(QuotationForm form, const MappedText& text, TextRange place, TextRange words);
  Result<void> within_limits() const;
  bool too_many() const {
    return out_.quotations.size() > max_check_quotations ||
           out_.citations.size() > max_check_citations;
  }

  std::string_view text_;
  const FindCitations& find_;
  ReadInput out_;
  std::vector<std::size_t> untied_;  ///< Quotations for which the rules of ties.hpp decide.
  std::int32_t standing_ = -1;       ///< A citation that was a paragraph of its own.
};

/// The citations of a text. One that reaches over the end of a quotation is two: what is quoted
/// (“… Articles 14 and 15”) belongs to the words, and what follows is read by itself.
std::vector<Citation> InputReader::find_apart(const MappedText& text) const {
  static constexpr std::uint32_t reach = 300;
  std::vector<Citation> found = find_(text.text);
  if (found.empty()) return found;
  std::vector<Citation> out;
  const auto spans = find_quotes(text.text).spans;
  std::size_t next = 0;
  for (Citation& citation : found) {
    while (next < spans.size() && spans[next].end <= citation.begin) ++next;
    const bool reaches_over =
        next < spans.size() && spans[next].begin < citation.begin && spans[next].end < citation.end;
    if (!reaches_over) {
      out.push_back(std::move(citation));
      continue;
    }
    const std::uint32_t begin = spans[next].end;
    const std::uint32_t end = std::min(u32(text.text.size()), citation.end + reach);
    for (Citation& apart : find_(std::string_view(text.text).substr(begin, end - begin))) {
      apart.begin += begin;
      apart.end += begin;
      if (apart.begin < citation.end) out.push_back(std::move(apart));
    }
  }
  const auto overlaps = [](const Citation& a, const Citation& b) { return b.begin < a.end; };
  out.erase(std::unique(out.begin(), out.end(), overlaps), out.end());
  return out;
}

/// Adds the citations of a text; returns them with places in it.
std::vector<Citation> InputReader::cite(const MappedText& text) {
  std::vector<Citation> found = find_apart(text);
  for (Citation citation : found) {
    const TextRange place = in_input(text, {citation.begin, citation.end});
    citation.begin = place.begin;
    citation.end = place.end;
    out_.citations.push_back(std::move(citation));
  }
  return found;
}

std::int32_t InputReader::add(QuotationForm form, const MappedText& text, TextRange place,
                              TextRange words) {
  words = trimmed(text.text, words);
  out_.quotations.push_back(
      {form, in_input(text, place), text.substr(words.begin, words.end), -1, -1});
  return static_cast<std::int32_t>(out_.quotations.size()) - 1;
}

/// Adds what stands in quotation marks; `skip` is taken already.
void InputReader::spans_of(const MappedText& text, std::int32_t outer, TextRange skip) {
  const QuoteSpans found = find_quotes(text.text);
  std::vector<std::int32_t> of_span;
  for (const QuoteSpan& span : found.spans) {
    std::int32_t around = span.outer >= 0 ? of_span[static_cast<std::size_t>(span.outer)] : outer;
    if (skip == TextRange{span.inner_begin, span.inner_end}) {
      of_span.push_back(outer);
      continue;
    }
    const auto index =
        add(QuotationForm::marks, text, {span.begin, span.end}, {span.inner_begin, span.inner_end});
    out_.quotations.back().outer = around;
    untied_.push_back(static_cast<std::size_t>(index));
    of_span.push_back(index);
    if (too_many()) return;
  }
  for (const std::uint32_t at : found.unpaired) {
    out_.unpaired.push_back(text.source_of(at, at + 1).begin);
  }
}

void InputReader::running(const InputBlock& block) {
  cite(block.text);
  spans_of(block.text, -1, {});
}

void InputReader::block(const InputBlock& block) {
  const auto base = static_cast<std::int32_t>(out_.citations.size());
  const std::string_view text = block.text.text;
  const Detached detached = detach_citation(text, cite(block.text));
  TextRange words = trimmed(text, detached.words);
  if (words.begin == words.end) return;
  for (const QuoteSpan& span : find_quotes(text).spans) {
    if (span.begin == words.begin && span.end == words.end) {
      words = {span.inner_begin, span.inner_end};
      break;
    }
  }
  const auto index =
      add(QuotationForm::block, block.text, trimmed(text, {0, u32(text.size())}), words);
  if (detached.citation >= 0) {
    out_.quotations.back().citation = base + detached.citation;
  } else {
    untied_.push_back(static_cast<std::size_t>(index));
  }
  spans_of(block.text, index, words);
}

void InputReader::paragraph(const MappedText& text) {
  const auto base = static_cast<std::int32_t>(out_.citations.size());
  const Detached detached = detach_citation(text.text, cite(text));
  const TextRange words = without_list_mark(text.text, trimmed(text.text, detached.words));
  if (words.begin == words.end) {
    if (detached.citation >= 0) standing_ = base + detached.citation;
    return;
  }
  add(QuotationForm::paragraph, text, {0, u32(text.text.size())}, words);
  out_.quotations.back().citation = detached.citation >= 0 ? base + detached.citation : standing_;
}

Result<void> InputReader::within_limits() const {
  if (out_.quotations.size() > max_check_quotations) {
    return fail(Code::inputs_refused,
                "the text has more than " + std::to_string(max_check_quotations) + " quotations",
                "check it in parts");
  }
  if (out_.citations.size() > max_check_citations) {
    return fail(Code::inputs_refused,
                "the text has more than " + std::to_string(max_check_citations) + " citations",
                "check it in parts");
  }
  for (const Quotation& quotation : out_.quotations) {
    if (quotation.words.text.size() <= max_quotation_bytes) continue;
    return fail(Code::inputs_refused,
                "the quotation at line " + std::to_string(line_of(text_, quotation.place.begin)) +
                    " is longer than " + std::to_string(max_quotation_bytes) + " bytes",
                "check it in parts");
  }
  return {};
}

bool InputReader::has_quotations(const std::vector<InputBlock>& blocks) const {
  return std::any_of(blocks.begin(), blocks.end(), [](const InputBlock& block) {
    if (block.quoted) return true;
    const QuoteSpans found = find_quotes(block.text.text);
    return !found.spans.empty() || !found.unpaired.empty();
  });
}

Result<ReadInput> InputReader::read(QuotationReading reading) {
  const auto blocks = blocks_of(text_);
  if (reading == QuotationReading::automatic) {
    reading = has_quotations(blocks) ? QuotationReading::marked : QuotationReading::paragraphs;
  }
  out_.reading = reading;
  for (const InputBlock& one : blocks) {
    if (reading == QuotationReading::paragraphs) {
      for (const MappedText& text : paragraphs_of(one.text)) {
        paragraph(text);
        if (too_many()) break;
      }
    } else if (one.quoted) {
      block(one);
    } else {
      running(one);
    }
    if (too_many()) break;
  }
  const auto bounded = within_limits();
  if (!bounded) return passed_on(bounded);
  for (const std::size_t i : untied_) {
    out_.quotations[i].citation = tied_citation(text_, out_, out_.quotations[i]);
  }
  return std::move(out_);
}

}  // namespace

Result<ReadInput> read_quotations(std::string_view text, QuotationReading reading,
                                  const FindCitations& find_citations) {
  return InputReader(text, find_citations).read(reading);
}

}  // namespace pinlex
