// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"
#include "layout.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>
#include <pinlex/searcher/render.hpp>

#include <algorithm>
#include <limits>
#include <map>

namespace pinlex {
namespace {

constexpr std::size_t indent = 3;         ///< Of what stands below a citation.
constexpr std::size_t depth_indent = 4;   ///< Of each level below the pinpoint.
constexpr std::size_t shown_digits = 12;  ///< Of a SHA-256; JSON has it whole.

/// Numbers with a mark every three digits, as people read them.
std::string counted(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string plural(std::uint64_t number, const std::string& noun) {
  return counted(number) + " " + noun + (number == 1 ? "" : "s");
}

std::string without_spaces(std::string_view text) {
  std::string out;
  std::copy_if(text.begin(), text.end(), std::back_inserter(out),
               [](char c) { return c != ' ' && c != '\t' && c != '\n' && c != '\r'; });
  return out;
}

void put_notes(TextLayout& layout, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) {
    layout.paragraph(0, indent);
    layout.words("note: " + note, Tone::warning);
  }
  if (!notes.empty()) layout.gap();
}

/// Numbers stand in a column of their own beside the words; later words of a provision, and those
/// without a number, begin where its first words do.
void put_texts(TextLayout& layout, const std::vector<ShownText>& texts) {
  std::map<std::string, std::size_t> begins;  // Column of the words of each provision.
  std::uint32_t top = std::numeric_limits<std::uint32_t>::max();
  for (const ShownText& text : texts) top = std::min(top, text.depth);
  for (const ShownText& text : texts) {
    const std::size_t at = indent + (text.depth - top) * depth_indent;
    const std::size_t number = text.number.empty() ? 0 : width_of(text.number) + 1;
    const bool aside = number > 0 || text.depth > top;
    const auto begin =
        begins.try_emplace(text.eid, at + (aside ? std::max(depth_indent, number) : 0));
    const std::size_t words = begin.first->second;
    layout.paragraph(number > 0 ? at : words, words);
    if (number > 0) {
      layout.words(text.number, Tone::strong);
      layout.column(words);
    }
    if (!text.heading.empty()) {
      layout.words(text.heading, Tone::strong);
      if (text.text.empty()) continue;
      layout.paragraph(words);
    }
    layout.marked(text.text, text.highlights);
  }
}

void put_source(TextLayout& layout, const Hit& hit) {
  const Provenance& from = hit.provenance;
  if (hit.edition == name(Edition::digest)) {
    layout.paragraph(indent);
    std::string notice(digest_notice);
    if (!from.address.empty()) notice += ": " + from.address;
    layout.words(notice, Tone::warning);
  }
  std::string line = from.file;
  if (!from.range.empty()) {
    line += ", bytes " + std::to_string(from.range.begin) + "–" + std::to_string(from.range.end);
  }
  if (!from.sha256.empty()) line += ", sha256 " + from.sha256.substr(0, shown_digits);
  const auto add = [&](std::string_view what, const std::string& value) {
    if (!value.empty()) line += "; " + std::string(what) + value;
  };
  if (hit.edition != name(Edition::digest)) add("", from.address);
  if (from.fetched_from != from.address) add("fetched from ", from.fetched_from);
  add("fetched ", from.retrieved);
  add("as of ", from.as_of);
  add("published ", from.published);
  add("by ", from.author);
  layout.paragraph(indent, indent + depth_indent);
  layout.words(line, Tone::faint);
  layout.paragraph(indent, indent + depth_indent);
  std::string ids = hit.pinpoint;
  for (std::size_t i = 0; i < hit.also.size(); ++i)
    ids += (i == 0 ? "; also " : ", ") + hit.also[i];
  layout.words(ids, Tone::faint);
}

/// Citation, heading, place, words, source.
void put_hit(TextLayout& layout, const Hit& hit) {
  layout.paragraph(0, indent);
  if (hit.rank > 0) {
    layout.words(std::to_string(hit.rank) + ".");
    layout.column(indent);
  }
  layout.words(hit.citation, Tone::strong);
  const bool whole = hit.provenance.range.empty() && hit.texts.empty() && hit.heading.empty();
  if (!whole && (!hit.number.empty() || !hit.heading.empty())) {
    layout.paragraph(indent, indent);
    layout.words(hit.number);
    if (!hit.number.empty() && !hit.heading.empty()) layout.words(" – ");
    layout.marked(hit.heading, hit.heading_highlights);
  }
  if (!hit.path.empty()) {
    layout.paragraph(indent, indent);
    std::string path;
    for (const std::string& place : hit.path) path += (path.empty() ? "" : " › ") + place;
    layout.words(path, Tone::faint);
  }
  if (!hit.texts.empty()) layout.gap();
  put_texts(layout, hit.texts);
  layout.gap();
  put_source(layout, hit);
}

void put_outline(TextLayout& layout, const std::vector<OutlineEntry>& outline) {
  std::vector<std::size_t> depths;
  for (const OutlineEntry& entry : outline) {
    const auto parent = static_cast<std::size_t>(entry.parent);
    depths.push_back(entry.parent >= 0 && parent < depths.size() ? depths[parent] + 1 : 0);
    const std::size_t begin = indent + 2 * depths.back();
    layout.paragraph(begin, begin + depth_indent);
    const std::string place = place_name(entry.number, entry.heading);
    layout.words(place.empty() ? pinpoint(entry.eid) : place);
  }
}

void put_total(TextLayout& layout, const SearchAnswer& answer) {
  layout.paragraph(0, indent);
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

void put_version(TextLayout& layout, const VersionRecord& record) {
  const Version& version = record.version;
  layout.paragraph(indent, indent + depth_indent);
  std::string line =
      parse_id(record.id()).version + ": " + std::string(name(version.edition)) + ", ";
  if (record.articles > 0) line += plural(record.articles, "article") + ", ";
  line += plural(record.passages, "passage");
  if (!version.as_of.empty()) line += ", as of " + version.as_of;
  for (std::size_t i = 0; i < record.sources.size(); ++i) {
    line += (i == 0 ? "; " : ", ") + record.sources[i].file;
  }
  layout.words(line);
}

void put_commentary(TextLayout& layout, const std::vector<CommentaryNote>& notes) {
  if (notes.empty()) return;
  layout.gap();
  layout.paragraph(indent);
  layout.words("What was said of it:", Tone::strong);
  for (const CommentaryNote& note : notes) {
    layout.paragraph(indent, indent + depth_indent);
    std::string line = note.title;
    if (!note.author.empty()) line += "; " + note.author;
    if (!note.published.empty()) line += ", " + note.published;
    layout.words(line);
    layout.words("  " + note.id, Tone::faint);
  }
}

/// Dates and facts of one instrument, from the catalogue.
void put_catalogued(TextLayout& layout, const Instrument& instrument) {
  const auto put = [&](const std::string& date, const std::string& what) {
    if (date.empty()) return;
    layout.paragraph(indent, indent + depth_indent);
    layout.words(date + "  " + what);
  };
  layout.gap();
  put(instrument.adopted, "adopted");
  put(instrument.in_force, "entered into force");
  for (const auto& [date, text] : instrument.facts) put(date, text);
  layout.paragraph(indent, indent + depth_indent);
  layout.words(instrument.address, Tone::faint);
}

}  // namespace

std::string to_text(const SearchAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  if (without_spaces(answer.read_as) != without_spaces(answer.query)) {
    layout.paragraph(0, indent);
    layout.words("read as: " + answer.read_as, Tone::faint);
    layout.gap();
  }
  put_notes(layout, answer.notes);
  for (const Hit& hit : answer.hits) {
    put_hit(layout, hit);
    layout.gap();
  }
  put_total(layout, answer);
  return layout.take();
}

std::string to_text(const ShowAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  put_notes(layout, answer.notes);
  bool first = true;
  for (const ShownProvision& shown : answer.provisions) {
    if (!first) layout.gap();
    first = false;
    if (!shown.missing.empty()) {
      layout.paragraph(0, indent);
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

std::string to_text(const InfoAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  for (const InfoAnswer::Index& index : answer.indexes) {
    layout.paragraph(0, indent);
    layout.words(index.path, Tone::strong);
    layout.words(": generation " + std::to_string(index.generation) + ", " +
                 plural(index.passages, "passage") + ", written " + index.created + " by " +
                 index.writer);
    layout.paragraph(indent, indent);
    layout.words("recipe: " + index.recipe, Tone::faint);
  }
  std::string instrument;
  for (const VersionRecord& record : answer.versions) {
    const Version& version = record.version;
    if (version.instrument != instrument) {
      instrument = version.instrument;
      layout.gap();
      layout.paragraph(0, indent);
      layout.words(instrument, Tone::strong);
      layout.words(" (" + std::string(name(version.kind)) + ") " + citation_of(version, {}));
    }
    put_version(layout, record);
  }
  if (answer.catalogued.size() == 1) put_catalogued(layout, answer.catalogued.front());
  return layout.take();
}

std::string fields_to_text(const TextStyle& style) {
  std::size_t width = 0;
  for (const FieldInfo& field : fields()) width = std::max(width, field.name.size() + 2);
  TextLayout layout(style);
  for (const FieldInfo& field : fields()) {
    if (field.name.empty()) continue;
    layout.paragraph(0, width);
    layout.words(field.name, Tone::strong);
    layout.column(width);
    layout.words(field.description);
    layout.paragraph(width);
    layout.words(field.example, Tone::faint);
  }
  return layout.take();
}

}  // namespace pinlex
