// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"
#include "json_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/searcher/render.hpp>

namespace pinlex {
namespace {

void put_outline(TextLayout& layout, const std::vector<OutlineEntry>& outline) {
  std::vector<std::size_t> depths;
  for (const OutlineEntry& entry : outline) {
    const auto parent = static_cast<std::size_t>(entry.parent);
    depths.push_back(entry.parent >= 0 && parent < depths.size() ? depths[parent] + 1 : 0);
    const std::size_t begin = text_indent + 2 * depths.back();
    layout.paragraph(begin, begin + depth_indent);
    const std::string place = place_name(entry.number, entry.heading);
    layout.words(place.empty() ? pinpoint(entry.eid) : place);
  }
}

void put_commentary(TextLayout& layout, const std::vector<CommentaryNote>& notes) {
  if (notes.empty()) return;
  layout.gap();
  layout.paragraph(text_indent);
  layout.words("What was said of it:", Tone::strong);
  for (const CommentaryNote& note : notes) {
    layout.paragraph(text_indent, text_indent + depth_indent);
    std::string line = note.title;
    if (!note.author.empty()) line += "; " + note.author;
    if (!note.published.empty()) line += ", " + note.published;
    layout.words(line);
    layout.words("  " + note.id, Tone::faint);
  }
}

Json outline_of(const std::vector<OutlineEntry>& outline) {
  Json list = Json::array();
  for (const OutlineEntry& entry : outline) {
    list.push_back({{"eid", entry.eid},
                    {"level", name(entry.level)},
                    {"parent", entry.parent},
                    {"number", entry.number},
                    {"heading", entry.heading}});
  }
  return list;
}

Json commentary_of(const std::vector<CommentaryNote>& notes) {
  Json list = Json::array();
  for (const CommentaryNote& note : notes) {
    Json one{{"id", note.id}, {"title", note.title}, {"edition", note.edition}};
    put_known(one, "author", note.author);
    put_known(one, "published", note.published);
    put_known(one, "address", note.address);
    list.push_back(std::move(one));
  }
  return list;
}

}  // namespace

std::string to_text(const ShowAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  put_notes(layout, answer.notes);
  bool first = true;
  for (const ShownProvision& shown : answer.provisions) {
    if (!first) layout.gap();
    first = false;
    if (!shown.missing.empty()) {
      layout.paragraph(0, text_indent);
      layout.words("There is no " + shown.missing + "; the nearest provision above it is:",
                   Tone::warning);
      layout.gap();
    }
    put_hit(layout, shown.provision);
    if (!shown.outline.empty()) layout.gap();
    put_outline(layout, shown.outline);
    put_commentary(layout, shown.commentary);
  }
  return layout.take();
}

std::string to_json(const ShowAnswer& answer) {
  Json json{{"schema", "pinlex.show/1"},
            {"read_as", answer.read_as},
            {"notes", answer.notes},
            {"absent", answer.absent}};
  json["provisions"] = Json::array();
  for (const ShownProvision& shown : answer.provisions) {
    Json one = Json::object();
    put_known(one, "missing", shown.missing);
    put_provision(one, shown.provision);
    one["outline"] = outline_of(shown.outline);
    one["commentary"] = commentary_of(shown.commentary);
    json["provisions"].push_back(std::move(one));
  }
  return printed(json);
}

}  // namespace pinlex
