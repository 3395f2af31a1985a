// SPDX-License-Identifier: GPL-2.0-or-later
#include "text_parts.hpp"

#include "hit.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

namespace pinlex {
namespace {

constexpr std::size_t shown_digits = 12;  ///< Of a SHA-256; JSON has it whole.

/// Numbers with a mark every three digits, as people read them.
std::string counted(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace

std::string plural(std::uint64_t number, const std::string& noun) {
  return counted(number) + " " + noun + (number == 1 ? "" : "s");
}

void put_notes(TextLayout& layout, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) {
    layout.paragraph(0, text_indent);
    layout.words("note: " + note, Tone::warning);
  }
  if (!notes.empty()) layout.gap();
}

std::string file_and_range(const Provenance& from) {
  std::string out = from.file;
  if (const std::string place = from.place(); !place.empty()) out += ", " + place;
  if (!from.range.empty()) {
    out += ", bytes " + std::to_string(from.range.begin) + "–" + std::to_string(from.range.end);
    if (from.extracted) out += " of the extracted text";
  }
  if (!from.sha256.empty()) out += ", sha256 " + from.sha256.substr(0, shown_digits);
  return out;
}

SourceLines source_lines(const Hit& hit) {
  const Provenance& from = hit.provenance;
  SourceLines lines;
  const bool digest = hit.edition == name(Edition::digest);
  if (digest) {
    lines.notice = digest_notice;
    if (!from.address.empty()) lines.notice += ": " + from.address;
  }
  lines.source = file_and_range(from);
  const auto add = [&](std::string_view what, const std::string& value) {
    if (!value.empty()) lines.source += "; " + std::string(what) + value;
  };
  if (!digest) add("", from.address);
  if (from.fetched_from != from.address) add("fetched from ", from.fetched_from);
  add("fetched ", from.retrieved);
  add("as of ", from.as_of);
  add("published ", from.published);
  add("by ", from.author);
  lines.ids = hit.pinpoint;
  for (std::size_t i = 0; i < hit.also.size(); ++i) {
    lines.ids += (i == 0 ? "; also " : ", ") + hit.also[i];
  }
  return lines;
}

bool has_place(const Hit& hit) {
  const bool whole = hit.provenance.range.empty() && hit.texts.empty() && hit.heading.empty();
  return !whole && (!hit.number.empty() || !hit.heading.empty());
}

TextSetter::TextSetter(const std::vector<ShownText>& texts)
    : top_(std::numeric_limits<std::uint32_t>::max()) {
  for (const ShownText& text : texts) top_ = std::min(top_, text.depth);
}

void TextSetter::put(TextLayout& layout, const ShownText& text) {
  const std::size_t at = text_indent + (text.depth - top_) * depth_indent;
  const std::size_t number = text.number.empty() ? 0 : width_of(text.number) + 1;
  const bool aside = number > 0 || text.depth > top_;
  const auto begin =
      begins_.try_emplace(text.eid, at + (aside ? std::max(depth_indent, number) : 0));
  const std::size_t words = begin.first->second;
  layout.paragraph(number > 0 ? at : words, words);
  if (number > 0) {
    layout.words(text.number, Tone::strong);
    layout.column(words);
  }
  if (!text.heading.empty()) {
    layout.words(text.heading, Tone::strong);
    if (text.text.empty()) return;
    layout.paragraph(words);
  }
  layout.marked(text.text, text.highlights);
}

std::string shortened(const std::string& text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + " …";
}

void put_diff(TextLayout& layout, const std::vector<DiffRun>& diff, const std::string& source,
              const std::string& quotation) {
  layout.paragraph(text_indent, text_indent + depth_indent);
  bool first = true;
  for (const DiffRun& run : diff) {
    if (!first) layout.words(" ");
    first = false;
    switch (run.kind) {
      case DiffKind::same:
        layout.words(run.text);
        break;
      case DiffKind::source:
        layout.words("[-" + run.text + "-]", Tone::good);
        break;
      case DiffKind::quotation:
        layout.words("{+" + run.text + "+}", Tone::bad);
        break;
    }
  }
  layout.paragraph(text_indent, text_indent + depth_indent);
  layout.words("[-only in " + source + "-] {+only in " + quotation + "+}", Tone::faint);
}

void put_source(TextLayout& layout, const Hit& hit) {
  const SourceLines lines = source_lines(hit);
  if (!lines.notice.empty()) {
    layout.paragraph(text_indent);
    layout.words(lines.notice, Tone::warning);
  }
  for (const std::string& line : {lines.source, lines.ids}) {
    layout.paragraph(text_indent, text_indent + depth_indent);
    layout.words(line, Tone::faint);
  }
}

void put_names(TextLayout& layout, const Hit& hit) {
  layout.paragraph(0, text_indent);
  if (hit.rank > 0) {
    layout.words(std::to_string(hit.rank) + ".");
    layout.column(text_indent);
  }
  layout.words(hit.citation, Tone::strong);
  if (has_place(hit)) {
    layout.paragraph(text_indent, text_indent);
    layout.words(hit.number);
    if (!hit.number.empty() && !hit.heading.empty()) layout.words(" – ");
    layout.marked(hit.heading, hit.heading_highlights);
  }
  if (!hit.path.empty()) {
    layout.paragraph(text_indent, text_indent);
    std::string path;
    for (const std::string& place : hit.path) path += (path.empty() ? "" : " › ") + place;
    layout.words(path, Tone::faint);
  }
}

void put_hit(TextLayout& layout, const Hit& hit) {
  put_names(layout, hit);
  if (!hit.texts.empty()) layout.gap();
  TextSetter setter(hit.texts);
  for (const ShownText& text : hit.texts) setter.put(layout, text);
  layout.gap();
  put_source(layout, hit);
}

}  // namespace pinlex
