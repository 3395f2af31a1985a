// SPDX-License-Identifier: GPL-2.0-or-later
#include "json_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/searcher/render.hpp>

#include <algorithm>
#include <map>
#include <iterator>
#include <string_view>

namespace pinlex {
namespace {

std::string without_spaces(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
  return out;
}

/// What the words of the query also stand for.
void put_concepts(TextLayout& layout, const std::vector<QueryConcept>& concepts) {
  if (concepts.empty()) return;
  std::string line = "also looked for:";
  for (const QueryConcept& one : concepts) {
    line += (&one == &concepts.front() ? " " : "; ") + one.label;
    if (one.words != one.label) line += " (\"" + one.words + "\")";
  }
  layout.paragraph(0, text_indent);
  layout.words(line, Tone::faint);
  layout.gap();
}

/// Words looked for in other languages, of those languages alone that the hits are in.
void put_translations(TextLayout& layout, const SearchAnswer& answer) {
  std::map<std::string, std::vector<std::string>> by_language;
  for (const QueryTranslation& one : answer.translations) {
    const bool shown = std::any_of(answer.hits.begin(), answer.hits.end(), [&](const Hit& hit) {
      return hit.language == one.language;
    });
    if (shown) by_language[one.language].push_back(one.term);
  }
  if (by_language.empty()) return;
  std::string line = "in other languages:";
  for (const auto& [language, terms] : by_language) {
    line += (language == by_language.begin()->first ? " " : "; ") + language;
    for (const std::string& term : terms) line += (&term == &terms.front() ? " " : ", ") + term;
  }
  layout.paragraph(0, text_indent);
  layout.words(line, Tone::faint);
  layout.gap();
}

void put_total(TextLayout& layout, const SearchAnswer& answer) {
  layout.paragraph(0, text_indent);
  if (answer.hits.empty()) {
    layout.words(answer.total.value == 0 ? "No passage matches." : "There are no further hits.");
    return;
  }
  const std::string most = answer.total.exact ? "" : "At least ";
  layout.words(most + plural(answer.total.value, "passage") +
               (answer.total.value == 1 ? " matches" : " match") + "; hits " +
               std::to_string(answer.hits.front().rank) + "–" +
               std::to_string(answer.hits.back().rank) + " shown");
}

}  // namespace

std::string to_text(const SearchAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  if (without_spaces(answer.read_as) != without_spaces(answer.query)) {
    layout.paragraph(0, text_indent);
    layout.words("read as: " + answer.read_as, Tone::faint);
    layout.gap();
  }
  put_concepts(layout, answer.concepts);
  put_translations(layout, answer);
  put_notes(layout, answer.notes);
  for (const Hit& hit : answer.hits) {
    put_hit(layout, hit);
    layout.gap();
  }
  put_total(layout, answer);
  return layout.take();
}

std::string to_json(const SearchAnswer& answer) {
  Json json{{"schema", "pinlex.search/1"},
            {"query", answer.query},
            {"read_as", answer.read_as},
            {"total", {{"value", answer.total.value}, {"exact", answer.total.exact}}},
            {"notes", answer.notes}};
  for (const UnknownWord& one : answer.unknown) {
    json["unknown"].push_back({{"word", one.word}, {"nearest", one.nearest}});
  }
  json["concepts"] = Json::array();
  for (const QueryConcept& one : answer.concepts) {
    json["concepts"].push_back(
        {{"words", one.words}, {"id", one.id}, {"label", one.label}, {"kind", one.kind}});
  }
  json["translations"] = Json::array();
  for (const QueryTranslation& one : answer.translations) {
    json["translations"].push_back(
        {{"word", one.word}, {"language", one.language}, {"term", one.term}});
  }
  json["hits"] = Json::array();
  for (const Hit& hit : answer.hits) {
    Json one{{"rank", hit.rank}, {"score", hit.score}};
    put_provision(one, hit);
    json["hits"].push_back(std::move(one));
  }
  return printed(json);
}

}  // namespace pinlex
