// SPDX-License-Identifier: GPL-2.0-or-later
#include "escape.hpp"
#include "hit.hpp"
#include "text_parts.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/searcher/render.hpp>

#include <algorithm>

namespace pinlex {
namespace {

std::string plain(std::string_view text) { return markdown_escaped(text); }

/// A line of a quotation; deeper provisions are quoted deeper, which needs no numbers of lists.
void put_line(std::string& out, std::uint32_t depth, const std::string& words) {
  for (std::uint32_t i = 0; i <= depth; ++i) out += "> ";
  out += words + "\n";
  for (std::uint32_t i = 0; i <= depth; ++i) out += i == 0 ? ">" : " >";
  out += "\n";
}

void put_texts(std::string& out, const std::vector<ShownText>& texts) {
  std::uint32_t top = UINT32_MAX;
  for (const ShownText& text : texts) top = std::min(top, text.depth);
  for (const ShownText& text : texts) {
    std::string words;
    for (const std::string& name : {text.number, text.heading}) {
      if (!name.empty()) words += "**" + plain(name) + "** ";
    }
    words += marked_up(text.text, text.highlights, markdown_escaped, "**", "**");
    put_line(out, text.depth - top, words);
  }
  out += "\n";
}

void put_hit(std::string& out, const Hit& hit) {
  out += "## " + (hit.rank > 0 ? std::to_string(hit.rank) + "\\. " : "") + plain(hit.citation);
  out += "\n\n";
  if (has_place(hit)) {
    out += "**" + plain(hit.number) + (hit.number.empty() || hit.heading.empty() ? "" : " – ") +
           plain(hit.heading) + "**";
    std::string path;
    for (const std::string& place : hit.path) path += (path.empty() ? "" : " › ") + plain(place);
    if (!path.empty()) out += " (" + path + ")";
    out += "\n\n";
  }
  put_texts(out, hit.texts);
  const SourceLines lines = source_lines(hit);
  if (!lines.notice.empty()) out += "**" + plain(lines.notice) + "**\n\n";
  out += plain(lines.source) + "  \n" + plain(lines.ids) + "\n\n";
}

void put_notes(std::string& out, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) out += "*Note: " + plain(note) + "*\n\n";
}

}  // namespace

std::string to_markdown(const SearchAnswer& answer) {
  std::string out = "# " + plain(answer.query) + "\n\n";
  if (answer.read_as != answer.query) out += "Read as: " + plain(answer.read_as) + "\n\n";
  put_notes(out, answer.notes);
  for (const Hit& hit : answer.hits) put_hit(out, hit);
  return out + (answer.total.exact ? "" : "At least ") + plural(answer.total.value, "passage") +
         (answer.total.value == 1 ? " matches.\n" : " match.\n");
}

std::string to_markdown(const ShowAnswer& answer) {
  std::string out;
  put_notes(out, answer.notes);
  for (const ShownProvision& shown : answer.provisions) {
    if (!shown.missing.empty()) {
      out += "There is no " + plain(shown.missing) + "; the nearest provision above it is:\n\n";
    }
    for (const Hit& hit : shown.before) put_hit(out, hit);
    put_hit(out, shown.provision);
    for (const auto& [entry, opening] : shown.outline) {
      std::string place = plain(place_name(entry.number, entry.heading));
      if (!opening.empty()) place += (place.empty() ? "" : " ") + plain(opening);
      out += "- " + (place.empty() ? plain(pinpoint(entry.eid)) : place) + "\n";
    }
    if (!shown.outline.empty()) out += "\n";
    if (!shown.commentary.empty()) out += "What was said of it:\n\n";
    for (const CommentaryNote& note : shown.commentary) {
      out += "- " + plain(note.title) + (note.author.empty() ? "" : "; " + plain(note.author)) +
             (note.published.empty() ? "" : ", " + plain(note.published)) + " (" + plain(note.id) +
             ")\n";
    }
    if (!shown.commentary.empty()) out += "\n";
    for (const Hit& hit : shown.after) put_hit(out, hit);
  }
  return out;
}

}  // namespace pinlex
