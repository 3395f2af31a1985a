// SPDX-License-Identifier: GPL-2.0-or-later
#include "escape.hpp"
#include "hit.hpp"
#include "json_parts.hpp"
#include "text_parts.hpp"

#include <pinlex/searcher/render.hpp>

#include <cstdio>

namespace pinlex {
namespace {

constexpr std::size_t opening_bytes = 300;

std::string hundredths(double score) {
  char out[32];
  std::snprintf(out, sizeof out, "%.2f", score);
  return out;
}

/// How the words begin.
std::string opening_of(const Hit& hit) {
  std::string all;
  for (const ShownText& text : hit.texts) {
    if (all.size() > opening_bytes) break;
    for (const std::string& part : {text.number, text.text}) {
      if (!part.empty()) all += (all.empty() ? "" : " ") + part;
    }
  }
  return shortened(all, opening_bytes);
}

std::string list_of(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

/// "narrower than art. 21; 0.83 alike".
std::string standing_of(const ParallelProvision& one) {
  std::string out;
  if (one.relation) {
    out = name(*one.relation);
    if (*one.relation == ParallelRelation::same) out = "the same";
    if (!one.of.empty()) {
      const bool same = *one.relation == ParallelRelation::same;
      out += (same ? " as " : " than ") + one.of;
    }
  }
  if (!one.exists) return out + "; no text of it here";
  out += (out.empty() ? "" : "; ") + hundredths(one.provision.score) + " alike";
  if (one.common && one.diff.empty()) {
    out += "; too few words in common (" + hundredths(*one.common) + ") to compare one by one";
  }
  return out;
}

std::string common_of(const ParallelProvision& one) {
  std::string out;
  if (!one.concepts.empty()) out = "both name: " + list_of(one.concepts);
  if (!one.words.empty()) out += (out.empty() ? "" : "; ") + ("both have: " + list_of(one.words));
  return out;
}

void put_line(TextLayout& layout, const std::string& words, Tone tone = Tone::plain) {
  if (words.empty()) return;
  layout.paragraph(text_indent, text_indent + depth_indent);
  layout.words(words, tone);
}

void put_parallel(TextLayout& layout, const ParallelProvision& one, const Hit& asked) {
  layout.gap();
  put_names(layout, one.provision);
  put_line(layout, standing_of(one), one.exists ? Tone::good : Tone::warning);
  put_line(layout, common_of(one));
  if (!one.diff.empty()) {
    put_diff(layout, one.diff, one.provision.citation, asked.citation);
  } else {
    put_line(layout, opening_of(one.provision));
  }
  if (one.exists) {
    put_source(layout, one.provision);
  } else {
    put_line(layout, one.provision.id, Tone::faint);
  }
}

void put_list(TextLayout& layout, const std::string& head,
              const std::vector<ParallelProvision>& list, const Hit& asked) {
  if (list.empty()) return;
  layout.gap();
  layout.paragraph(0);
  layout.words(head, Tone::strong);
  for (const ParallelProvision& one : list) put_parallel(layout, one, asked);
}

std::string plain(std::string_view text) { return markdown_escaped(text); }

/// Words of one side are struck out, words of the other bold.
std::string marked_diff(const std::vector<DiffRun>& diff) {
  std::string out;
  for (const DiffRun& run : diff) {
    const std::string words = plain(run.text);
    if (!out.empty()) out += " ";
    switch (run.kind) {
      case DiffKind::same:
        out += words;
        break;
      case DiffKind::source:
        out += "**" + words + "**";
        break;
      case DiffKind::quotation:
        out += "~~" + words + "~~";
        break;
    }
  }
  return out;
}

void put_markdown(std::string& out, const ParallelProvision& one) {
  const Hit& hit = one.provision;
  out += "### " + (hit.rank > 0 ? std::to_string(hit.rank) + "\\. " : "") + plain(hit.citation);
  out += "\n\n";
  if (has_place(hit)) {
    out += "**" + plain(hit.number) + (hit.number.empty() || hit.heading.empty() ? "" : " – ") +
           plain(hit.heading) + "**\n\n";
  }
  const std::string common = common_of(one);
  out += plain(standing_of(one)) + (common.empty() ? "" : "  \n" + plain(common)) + "\n\n";
  if (!one.exists) {
    out += plain(hit.id) + "\n\n";
    return;
  }
  out += "> " + (one.diff.empty() ? plain(opening_of(hit)) : marked_diff(one.diff)) + "\n\n";
  const SourceLines lines = source_lines(hit);
  if (!lines.notice.empty()) out += "**" + plain(lines.notice) + "**\n\n";
  out += plain(lines.source) + "  \n" + plain(lines.ids) + "\n\n";
}

/// Whose words a run has.
std::string_view side(DiffKind kind) {
  switch (kind) {
    case DiffKind::same:
      return "both";
    case DiffKind::source:
      return "parallel";
    case DiffKind::quotation:
      return "asked";
  }
  return {};
}

Json json_of(const std::vector<ParallelProvision>& list) {
  Json out = Json::array();
  for (const ParallelProvision& one : list) {
    Json json;
    if (one.provision.rank > 0) json["rank"] = one.provision.rank;
    if (one.relation) json["relation"] = name(*one.relation);
    put_known(json, "of", one.of);
    json["exists"] = one.exists;
    if (one.exists) {
      json["score"] = one.provision.score;
      json["concepts"] = one.concepts;
      json["words"] = one.words;
      put_provision(json, one.provision);
      if (one.common) json["common"] = *one.common;
      json["diff"] = Json::array();
      for (const DiffRun& run : one.diff) {
        json["diff"].push_back({{"in", side(run.kind)}, {"text", run.text}});
      }
    } else {
      json["id"] = one.provision.id;
      json["citation"] = one.provision.citation;
      json["instrument"] = one.provision.instrument;
    }
    out.push_back(std::move(json));
  }
  return out;
}

constexpr std::string_view curated_head = "In the concordance";
constexpr std::string_view similar_head = "Alike in their words";

std::string name_of(const ParallelsAnswer& answer) {
  return answer.asked.id.empty() ? answer.read_as : answer.asked.citation;
}

}  // namespace

std::string to_text(const ParallelsAnswer& answer, const TextStyle& style) {
  TextLayout layout(style);
  put_notes(layout, answer.notes);
  layout.paragraph(0, text_indent);
  layout.words("Beside " + name_of(answer), Tone::strong);
  if (!answer.asked.id.empty()) {
    layout.words("  " + answer.asked.pinpoint, Tone::faint);
    put_line(layout, answer.asked.heading);
  }
  put_list(layout, std::string(curated_head) + ":", answer.curated, answer.asked);
  put_list(layout, std::string(similar_head) + ":", answer.similar, answer.asked);
  if (answer.curated.empty() && answer.similar.empty())
    put_line(layout, "Nothing stands beside it.");
  return layout.take();
}

std::string to_markdown(const ParallelsAnswer& answer) {
  std::string out = "# Beside " + plain(name_of(answer)) + "\n\n";
  for (const std::string& note : answer.notes) out += "*Note: " + plain(note) + "*\n\n";
  if (!answer.curated.empty()) out += "## " + std::string(curated_head) + "\n\n";
  for (const ParallelProvision& one : answer.curated) put_markdown(out, one);
  if (!answer.similar.empty()) out += "## " + std::string(similar_head) + "\n\n";
  for (const ParallelProvision& one : answer.similar) put_markdown(out, one);
  return out;
}

std::string to_json(const ParallelsAnswer& answer) {
  Json json{{"schema", "pinlex.parallels/1"}, {"read_as", answer.read_as}};
  if (!answer.asked.id.empty()) {
    json["asked"] = Json::object();
    put_provision(json["asked"], answer.asked);
  }
  json["curated"] = json_of(answer.curated);
  json["similar"] = json_of(answer.similar);
  json["notes"] = answer.notes;
  return printed(json);
}

}  // namespace pinlex
