// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"
#include "json_parts.hpp"
#include "references.hpp"
#include "text_parts.hpp"

#include <pinlex/searcher/render.hpp>

namespace pinlex {
namespace {

/// "12 references from it; 1–10 shown:"
void put_head(TextLayout& layout, const ReferenceList& list, const RefsAnswer& answer,
              const std::string& what) {
  layout.paragraph(0, text_indent);
  if (list.total == 0) {
    layout.words("Nothing here " + what + ".", Tone::strong);
    return;
  }
  const bool to = what.starts_with("refers");
  std::string head = plural(list.total, "reference") + (to ? " to it" : " from it");
  if (list.items.empty()) {
    head += "; there are no further ones";
  } else if (list.items.size() < list.total) {
    head += "; " + std::to_string(answer.offset + 1) + "–" +
            std::to_string(answer.offset + list.items.size()) + " shown";
  }
  layout.words(head + (list.items.empty() ? "." : ":"), Tone::strong);
}

void put_reference(TextLayout& layout, const FoundReference& one) {
  layout.gap();
  layout.paragraph(text_indent);
  layout.words(one.citation, Tone::strong);
  layout.words("  " + one.from, Tone::faint);
  if (one.edition == "digest") layout.words(" (" + std::string(digest_notice) + ")", Tone::warning);
  layout.paragraph(text_indent + depth_indent);
  layout.marked(one.sentence, {one.words});
  layout.paragraph(text_indent + depth_indent, text_indent + 2 * depth_indent);
  layout.words("→ ");
  bool first = true;
  for (const CitedTarget& target : one.targets) {
    if (!first) layout.words("; ");
    first = false;
    layout.words(target.citation);
    layout.words("  " + target.id + (target.last.empty() ? "" : " .. " + target.last), Tone::faint);
    if (!target.exists) layout.words(" (not in this index)", Tone::warning);
  }
}

Json json_of_list(const ReferenceList& list) {
  Json json{{"total", list.total}};
  json["items"] = Json::array();
  for (const FoundReference& one : list.items) {
    Json targets = Json::array();
    for (const CitedTarget& target : one.targets) targets.push_back(json_of(target));
    json["items"].push_back({{"from", one.from},
                             {"citation", one.citation},
                             {"edition", one.edition},
                             {"targets", std::move(targets)},
                             {"sentence", one.sentence},
                             {"words", {one.words.begin, one.words.end}},
                             {"provenance", json_of(one.provenance)}});
  }
  return json;
}

}  // namespace

Json json_of(const CitedTarget& target) {
  Json json{{"id", target.id}};
  put_known(json, "last", target.last);
  json["citation"] = target.citation;
  json["exists"] = target.exists;
  return json;
}

void put_brief(TextLayout& layout, const std::string& head, const std::vector<CitedTarget>& some,
               std::uint64_t all) {
  if (some.empty()) return;
  layout.gap();
  layout.paragraph(text_indent);
  layout.words(head + ":", Tone::strong);
  for (const CitedTarget& target : some) {
    layout.paragraph(text_indent, text_indent + depth_indent);
    layout.words(target.citation);
    layout.words("  " + target.id + (target.last.empty() ? "" : " .. " + target.last), Tone::faint);
    if (!target.exists) layout.words(" (not in this index)", Tone::warning);
  }
  if (all <= some.size()) return;
  layout.paragraph(text_indent);
  layout.words("and " + std::to_string(all - some.size()) + " more; `pinlex refs` lists them");
}

std::string to_text(const RefsAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  put_notes(layout, answer.notes);
  if (answer.from) {
    put_head(layout, answer.cites, answer, "is referred to by " + answer.read_as);
    for (const FoundReference& one : answer.cites.items) put_reference(layout, one);
  }
  if (answer.from && answer.to) layout.gap();
  if (answer.to) {
    put_head(layout, answer.cited_by, answer, "refers to " + answer.read_as);
    for (const FoundReference& one : answer.cited_by.items) put_reference(layout, one);
  }
  return layout.take();
}

std::string to_json(const RefsAnswer& answer) {
  Json json{{"schema", "pinlex.refs/1"}, {"read_as", answer.read_as}, {"notes", answer.notes}};
  if (answer.from) json["cites"] = json_of_list(answer.cites);
  if (answer.to) json["cited_by"] = json_of_list(answer.cited_by);
  return printed(json);
}

}  // namespace pinlex
