// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"
#include "json_parts.hpp"
#include "references.hpp"
#include "side_by_side.hpp"
#include "text_parts.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/searcher/render.hpp>

namespace pinlex {
namespace {

void put_outline(TextLayout& layout, const std::vector<OutlineLine>& outline) {
  if (!outline.empty()) layout.gap();
  std::vector<std::size_t> depths;
  for (const auto& [entry, opening] : outline) {
    const auto parent = static_cast<std::size_t>(entry.parent);
    depths.push_back(entry.parent >= 0 && parent < depths.size() ? depths[parent] + 1 : 0);
    const std::size_t begin = text_indent + 2 * depths.back();
    layout.paragraph(begin, begin + depth_indent);
    std::string place = place_name(entry.number, entry.heading);
    if (!opening.empty()) place += (place.empty() ? "" : "  ") + opening;
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

void put_references(TextLayout& layout, const BriefReferences& references) {
  put_brief(layout, "Refers to", references.cites, references.all_cites);
  put_brief(layout, "Referred to by", references.cited_by, references.all_cited_by);
}

Json brief_of(const std::vector<CitedTarget>& some, std::uint64_t all) {
  Json items = Json::array();
  for (const CitedTarget& target : some) items.push_back(json_of(target));
  return {{"total", all}, {"items", std::move(items)}};
}

Json outline_of(const std::vector<OutlineLine>& outline) {
  Json list = Json::array();
  for (const auto& [entry, opening] : outline) {
    list.push_back({{"eid", entry.eid},
                    {"level", name(entry.level)},
                    {"parent", entry.parent},
                    {"number", entry.number},
                    {"heading", entry.heading}});
    put_known(list.back(), "opening", opening);
  }
  return list;
}

Json provisions_of(const std::vector<Hit>& hits) {
  Json list = Json::array();
  for (const Hit& hit : hits) {
    Json one = Json::object();
    put_provision(one, hit);
    one["outline"] = one["commentary"] = Json::array();
    list.push_back(std::move(one));
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

/// The provision at `first` and the other versions of it that follow, where columns suit them.
std::vector<const Hit*> versions_from(const std::vector<ShownProvision>& provisions,
                                      std::size_t first) {
  const auto eid = [&](std::size_t i) { return parse_id(provisions[i].provision.pinpoint).eid; };
  const auto suits = [&](std::size_t i) {
    const ShownProvision& one = provisions[i];
    return !one.provision.texts.empty() && one.missing.empty() && one.before.empty() &&
           one.after.empty();
  };
  std::vector<const Hit*> versions{&provisions[first].provision};
  for (std::size_t i = first + 1; i < provisions.size() && suits(first); ++i) {
    const Hit& hit = provisions[i].provision;
    if (!suits(i) || hit.instrument != versions.front()->instrument || eid(i) != eid(first)) break;
    versions.push_back(&hit);
  }
  return versions;
}

std::string text_of(const ShownProvision& shown, const TextStyle& style) {
  TextLayout layout(style);
  if (!shown.missing.empty()) {
    layout.paragraph(0, text_indent);
    layout.words("There is no " + shown.missing + "; the nearest provision above it is:",
                 Tone::warning);
    layout.gap();
  }
  for (const Hit& hit : shown.before) {
    put_hit(layout, hit);
    layout.gap();
  }
  put_hit(layout, shown.provision);
  put_outline(layout, shown.outline);
  put_references(layout, shown.references);
  put_commentary(layout, shown.commentary);
  for (const Hit& hit : shown.after) {
    layout.gap();
    put_hit(layout, hit);
  }
  return layout.take();
}

}  // namespace

std::string to_text(const ShowAnswer& answer, const TextStyle& style) {
  TextLayout notes(style);
  put_notes(notes, answer.notes);
  std::string out = notes.take();
  const auto& provisions = answer.provisions;
  for (std::size_t i = 0; i < provisions.size();) {
    if (i > 0) out += '\n';
    auto versions = versions_from(provisions, i);
    if (!columns_fit(style, versions.size())) versions.resize(1);
    i += versions.size();
    if (versions.size() > 1) {
      out += side_by_side(versions, style);
      TextLayout below(style);
      put_references(below, provisions[i - versions.size()].references);
      put_commentary(below, provisions[i - 1].commentary);
      out += below.take();
    } else {
      out += text_of(provisions[i - 1], style);
    }
  }
  return out;
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
    const BriefReferences& references = shown.references;
    one["cites"] = brief_of(references.cites, references.all_cites);
    one["cited_by"] = brief_of(references.cited_by, references.all_cited_by);
    if (!shown.before.empty()) one["before"] = provisions_of(shown.before);
    if (!shown.after.empty()) one["after"] = provisions_of(shown.after);
    json["provisions"].push_back(std::move(one));
  }
  return printed(json);
}

}  // namespace pinlex
