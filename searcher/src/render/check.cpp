// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"
#include "json_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/searcher/render.hpp>

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace pinlex {
namespace {

constexpr std::size_t longest_shown = 600;  ///< Of the words of a quotation, bytes.

/// The verdict as people read it.
std::string_view heading(QuotationVerdict verdict) {
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
      return "digest, not official";
    case QuotationVerdict::no_official_text:
      return "no official text in this index";
    case QuotationVerdict::not_in_corpus:
      return "not in this corpus";
  }
  return {};
}

std::string_view heading(CitationVerdict verdict) {
  switch (verdict) {
    case CitationVerdict::exists:
      return "exists";
    case CitationVerdict::ancestor_only:
      return "ancestor only";
    case CitationVerdict::unknown_instrument:
      return "unknown instrument";
  }
  return {};
}

bool is_good(QuotationVerdict verdict) {
  return verdict == QuotationVerdict::exact || verdict == QuotationVerdict::normalised;
}

void put_verdict(TextLayout& layout, std::string_view verdict, bool good, std::uint32_t line) {
  layout.paragraph(0, text_indent);
  layout.words(verdict, good ? Tone::good : Tone::bad);
  layout.words(" (line " + std::to_string(line) + "): ");
}

void put_line(TextLayout& layout, const std::string& words, Tone tone = Tone::plain) {
  layout.paragraph(text_indent, text_indent + depth_indent);
  layout.words(words, tone);
}

void put_place(TextLayout& layout, const QuotedPlace& place) {
  put_line(layout, place.citation, Tone::strong);
  if (place.edition == name(Edition::digest)) layout.words("; " + std::string(digest_notice));
  put_line(layout, place.id + "; " + file_and_range(place.provenance), Tone::faint);
}

void put_cited(TextLayout& layout, const CheckedQuotation& quotation,
               const std::vector<CheckedCitation>& citations) {
  if (quotation.citation < 0) return;
  const CheckedCitation& citation = citations[static_cast<std::size_t>(quotation.citation)];
  const bool found = !quotation.places.empty();
  std::string line = "cited as " + citation.text;
  if (found && !quotation.in_cited) line += ", where the words do not stand";
  put_line(layout, line, found && !quotation.in_cited ? Tone::warning : Tone::plain);
}

void put_quotation(TextLayout& layout, const CheckedQuotation& quotation,
                   const std::vector<CheckedCitation>& citations) {
  put_verdict(layout, heading(quotation.verdict), is_good(quotation.verdict), quotation.line);
  layout.words(shortened(quotation.text, longest_shown));
  put_cited(layout, quotation, citations);
  std::string list;
  for (const Difference one : quotation.differences) {
    list += (list.empty() ? "differs in: " : ", ") + std::string(name(one));
  }
  if (!list.empty()) put_line(layout, list);
  list.clear();
  for (const EditorialMark& mark : quotation.editorial) {
    list += (list.empty() ? "put in: " : ", ") + std::string(name(mark.kind)) + " " + mark.text;
  }
  if (!list.empty()) put_line(layout, list);
  if (!quotation.diff.empty()) put_diff(layout, quotation.diff, "the source", "the quotation");
  for (std::size_t i = 0; i < quotation.places.size(); ++i) {
    if (i == 1) put_line(layout, "also:", Tone::faint);
    put_place(layout, quotation.places[i]);
  }
  layout.gap();
}

void put_citation(TextLayout& layout, const CheckedCitation& citation) {
  put_verdict(layout, heading(citation.verdict), citation.verdict == CitationVerdict::exists,
              citation.line);
  layout.words(citation.text);
  for (const CheckedProvision& one : citation.provisions) {
    switch (one.verdict) {
      case CitationVerdict::exists:
        put_line(layout, one.citation + "; " + one.id, Tone::faint);
        if (one.edition == name(Edition::digest)) layout.words("; " + std::string(digest_notice));
        break;
      case CitationVerdict::ancestor_only:
        put_line(layout,
                 "there is no " + one.id + "; the nearest is " + one.nearest + ", " + one.citation);
        break;
      case CitationVerdict::unknown_instrument:
        put_line(layout, one.citation + (citation.catalogued
                                             ? " is catalogued, but this index has no text of it"
                                             : " is in no text of this index"));
        break;
    }
  }
  layout.gap();
}

Json json_of(TextRange place) { return {{"begin", place.begin}, {"end", place.end}}; }

Json json_of(const CheckedCitation& citation) {
  Json json{{"place", json_of(citation.place)},
            {"line", citation.line},
            {"text", citation.text},
            {"verdict", name(citation.verdict)},
            {"catalogued", citation.catalogued},
            {"only_digest", citation.only_digest},
            {"provisions", Json::array()}};
  for (const CheckedProvision& one : citation.provisions) {
    Json provision{{"id", one.id}, {"verdict", name(one.verdict)}, {"citation", one.citation}};
    put_known(provision, "nearest", one.nearest);
    put_known(provision, "edition", one.edition);
    json["provisions"].push_back(std::move(provision));
  }
  return json;
}

Json json_of(const QuotedPlace& place) {
  Json json{{"id", place.id},     {"citation", place.citation}, {"instrument", place.instrument},
            {"kind", place.kind}, {"language", place.language}, {"edition", place.edition}};
  if (place.edition == name(Edition::digest)) json["notice"] = digest_notice;
  json["text"] = place.text;
  json["provenance"] = json_of(place.provenance);
  return json;
}

Json json_of(const CheckedQuotation& quotation) {
  Json json{{"form", name(quotation.form)},
            {"place", json_of(quotation.place)},
            {"line", quotation.line},
            {"text", quotation.text},
            {"verdict", name(quotation.verdict)}};
  if (quotation.citation >= 0) {
    json["citation"] = quotation.citation;
    json["in_cited"] = quotation.in_cited;
  }
  json["differences"] = Json::array();
  for (const Difference one : quotation.differences) json["differences"].push_back(name(one));
  json["editorial"] = Json::array();
  for (const EditorialMark& mark : quotation.editorial) {
    json["editorial"].push_back(
        {{"kind", name(mark.kind)}, {"place", json_of(mark.place)}, {"text", mark.text}});
  }
  json["similarity"] = std::round(quotation.similarity * 1000) / 1000;
  json["diff"] = Json::array();
  for (const DiffRun& run : quotation.diff) {
    json["diff"].push_back({{"kind", name(run.kind)}, {"text", run.text}});
  }
  json["places"] = Json::array();
  for (const QuotedPlace& place : quotation.places) json["places"].push_back(json_of(place));
  return json;
}

}  // namespace

std::string to_text(const CheckAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  layout.paragraph(0, text_indent);
  layout.words(answer.reading == QuotationReading::paragraphs
                   ? "read as: each paragraph is a quotation"
                   : "read as: what stands in quotation marks and block quotes is quoted",
               Tone::faint);
  layout.gap();
  put_notes(layout, answer.notes);
  for (const CheckedQuotation& one : answer.quotations)
    put_quotation(layout, one, answer.citations);
  for (const CheckedCitation& one : answer.citations) put_citation(layout, one);
  std::size_t good = 0, exist = 0;
  for (const CheckedQuotation& one : answer.quotations) good += is_good(one.verdict) ? 1 : 0;
  for (const CheckedCitation& one : answer.citations) {
    exist += one.verdict == CitationVerdict::exists ? 1 : 0;
  }
  layout.paragraph(0, text_indent);
  layout.words(std::to_string(good) + " of " + plural(answer.quotations.size(), "quotation") +
               " exact or normalised; " + std::to_string(exist) + " of " +
               plural(answer.citations.size(), "citation") + " exist");
  return layout.take();
}

std::string to_json(const CheckAnswer& answer) {
  Json json{{"schema", "pinlex.check/1"}, {"read_as", name(answer.reading)},
            {"holds", answer.holds()},    {"complete", answer.complete},
            {"notes", answer.notes},      {"quotations", Json::array()},
            {"citations", Json::array()}};
  for (const CheckedQuotation& one : answer.quotations) json["quotations"].push_back(json_of(one));
  for (const CheckedCitation& one : answer.citations) json["citations"].push_back(json_of(one));
  return printed(json);
}

}  // namespace pinlex
