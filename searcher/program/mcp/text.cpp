// SPDX-License-Identifier: GPL-2.0-or-later
#include "text.hpp"

#include <cstddef>
#include <string_view>

namespace pinlex {
namespace {

constexpr std::size_t indent = 3;

/// Words of a document: each line behind a mark, so that none of them can pass for ours.
std::string as_material(std::string_view words, std::size_t depth = 0) {
  const std::string margin = "> " + std::string(depth * indent, ' ');
  std::string out = margin;
  for (const char c : words) {
    out += c;
    if (c == '\n') out += margin;
  }
  return out + "\n";
}

std::string joined(const Json& list, std::string_view between) {
  std::string out;
  for (const Json& one : list) {
    if (!one.is_string()) continue;
    if (!out.empty()) out += between;
    out += one.get<std::string>();
  }
  return out;
}

std::string line(std::string_view name, const std::string& value) {
  return value.empty() ? std::string() : std::string(name) + ": " + value + "\n";
}

std::string range_of(const Json& range) {
  return "bytes " + std::to_string(range.value("begin", 0U)) + "-" +
         std::to_string(range.value("end", 0U));
}

std::string provenance_text(const Json& part) {
  const auto found = part.find("provenance");
  if (found == part.end()) return {};
  std::string out = line("source", text_in(*found, "address"));
  out += "file: " + text_in(*found, "file");
  if (const std::string place = text_in(*found, "place"); !place.empty()) out += ", " + place;
  const auto range = found->find("range");
  if (range != found->end()) out += ", " + range_of(*range);
  if (found->value("extracted", false)) out += " of the extracted text";
  return out + ", sha256 " + text_in(*found, "sha256") + "\n";
}

std::string edition_of(const Json& part) {
  const std::string notice = text_in(part, "notice");
  return notice.empty() ? text_in(part, "edition") : notice;
}

/// A number, heading and words as they stand in a text.
std::string with_number(const Json& run) {
  std::string out;
  for (const char* member : {"number", "heading", "text", "opening"}) {
    const std::string part = text_in(run, member);
    if (!part.empty()) out += (out.empty() ? "" : " ") + part;
  }
  return out;
}

std::string texts_of(const Json& part) {
  std::string out;
  const auto texts = part.find("texts");
  if (texts == part.end()) return out;
  for (const Json& run : *texts) out += as_material(with_number(run), run.value("depth", 0U));
  return out;
}

std::string ids_of(const Json& part, const char* member) {
  const auto list = part.find(member);
  if (list == part.end() || !list->contains("items")) return {};
  std::string out;
  for (const Json& one : (*list)["items"]) {
    out += (out.empty() ? "" : "; ") + text_in(one, "citation") + " " + text_in(one, "id");
  }
  return out;
}

std::string percent(double share) { return std::to_string(static_cast<int>(share * 100)) + " %"; }

/// Words that told something, each between quotation marks.
std::string words_of(const Json& evidence) {
  std::string out;
  for (const Json& one : evidence) {
    out += (out.empty() ? "\"" : ", \"") + text_in(one, "words") + "\"";
  }
  return out;
}

/// Runs of words, those of one side only in brackets with its name; `member` says whose they are.
std::string diff_text(const Json& runs, const char* member) {
  std::string out;
  for (const Json& run : runs) {
    const std::string side = text_in(run, member), words = text_in(run, "text");
    const bool common = side == "same" || side == "both";
    out += (out.empty() ? "" : " ") + (common ? words : "[" + side + ": " + words + "]");
  }
  return out;
}

}  // namespace

std::string head_text(const Json& answer) {
  std::string out;
  const std::string read_as = text_in(answer, "read_as");
  if (read_as != text_in(answer, "query")) out += line("read as", read_as);
  if (const auto concepts = answer.find("concepts"); concepts != answer.end()) {
    std::string labels;
    for (const Json& one : *concepts)
      labels += (labels.empty() ? "" : "; ") + text_in(one, "label");
    out += line("also looked for", labels);
  }
  if (const auto unknown = answer.find("unknown"); unknown != answer.end()) {
    for (const Json& one : *unknown) {
      out += "no text has the word \"" + text_in(one, "word") + "\"";
      const std::string nearest = joined(one["nearest"], ", ");
      out += nearest.empty() ? "\n" : "; the nearest are: " + nearest + "\n";
    }
  }
  if (const auto notes = answer.find("notes"); notes != answer.end()) {
    out += line("note", joined(*notes, "; "));
  }
  return out;
}

std::string hit_text(const Json& hit) {
  std::string out = "\n";
  if (hit.contains("rank")) out += "[" + std::to_string(hit.value("rank", 0U)) + "] ";
  out += text_in(hit, "citation") + "\n";
  const std::string number = text_in(hit, "number");
  const std::string heading = hit.contains("heading") ? text_in(hit["heading"], "text") : "";
  const char* between = number.empty() || heading.empty() ? "" : " – ";
  if (!number.empty() || !heading.empty()) out += as_material(number + between + heading);
  if (hit.contains("path") && !hit["path"].empty()) {
    out += as_material(joined(hit["path"], " › "));
  }
  out += "id: " + text_in(hit, "pinpoint") + "\n";
  if (text_in(hit, "id") != text_in(hit, "pinpoint"))
    out += "article: " + text_in(hit, "id") + "\n";
  if (hit.contains("edition")) {
    out += "edition: " + edition_of(hit) + " (" + text_in(hit, "language") + ")\n";
  }
  out += line("missing", text_in(hit, "missing"));
  return out + provenance_text(hit) + texts_of(hit);
}

std::string provision_text(const Json& provision) {
  std::string out;
  if (provision.contains("before")) {
    for (const Json& one : provision["before"]) out += hit_text(one);
  }
  out += hit_text(provision);
  out += line("refers to", ids_of(provision, "cites"));
  out += line("referred to by", ids_of(provision, "cited_by"));
  if (provision.contains("commentary")) {
    std::string ids;
    for (const Json& one : provision["commentary"]) {
      ids += (ids.empty() ? "" : "; ") + text_in(one, "title") + " " + text_in(one, "id");
    }
    out += line("commentary", ids);
  }
  if (provision.contains("after")) {
    for (const Json& one : provision["after"]) out += hit_text(one);
  }
  return out;
}

std::string outline_text(const Json& provision, const Json& one) {
  const std::string id = text_in(provision, "id");
  const auto version = id.rfind('@');
  std::string out = "- " + text_in(provision, "instrument") + "#" + text_in(one, "eid");
  if (version != std::string::npos) out += id.substr(version);
  return out + "\n" + as_material(with_number(one));
}

std::string reference_text(const Json& reference) {
  std::string out = "\n" + text_in(reference, "citation") + "\n";
  out += "id: " + text_in(reference, "from") + " (" + text_in(reference, "edition") + ")\n";
  for (const Json& target : reference["targets"]) {
    out += "refers to: " + text_in(target, "citation") + " " + text_in(target, "id");
    const std::string last = text_in(target, "last");
    if (!last.empty()) out += " to " + last;
    out += target.value("exists", false) ? "\n" : " (not in this index)\n";
  }
  return out + provenance_text(reference) + as_material(text_in(reference, "sentence"));
}

std::string parallel_text(const Json& parallel) {
  std::string out = hit_text(parallel);
  if (!parallel.value("exists", true)) out += "no text of it is in this index\n";
  const std::string relation = text_in(parallel, "relation");
  out += relation.empty() ? "found by its words\n" : "in the concordance: " + relation + "\n";
  out += line("set beside", text_in(parallel, "of"));
  if (parallel.contains("concepts")) out += line("both name", joined(parallel["concepts"], ", "));
  if (parallel.contains("common")) {
    out += "words in common: " + percent(parallel.value("common", 0.0)) + "\n";
  }
  if (parallel.contains("diff")) out += as_material(diff_text(parallel["diff"], "in"));
  return out;
}

std::string instrument_text(const Json& instrument) {
  std::string out = "\n" + text_in(instrument, "title") + "\nid: " + text_in(instrument, "id") +
                    " (" + edition_of(instrument) + ")\n";
  for (const Json& one : instrument["definitions"]) {
    out += "defines: " + text_in(one, "label") + ", " + text_in(one, "pinpoint") + "\n";
  }
  return out;
}

std::string power_text(const Json& provision) {
  std::string out = "\n" + text_in(provision, "citation") + "\n";
  out += text_in(provision, "element") + ": " + text_in(provision, "label") +
         " (power:" + text_in(provision, "power") + ")\nid: " + text_in(provision, "id") + "\n";
  out += line("of", joined(provision["addressees"], ", "));
  out += line("data", joined(provision["data"], ", "));
  const std::string evidence = words_of(provision["evidence"]);
  if (!evidence.empty()) out += "told by:\n" + as_material(evidence);
  for (const Json& link : provision["safeguards"]) {
    out += "subject to: " + text_in(link, "id");
    const std::string via = text_in(link, "via");
    if (!via.empty()) out += " (by " + via + ")";
    std::string labels;
    for (const Json& one : link["safeguards"]) {
      labels += (labels.empty() ? ": " : ", ") + text_in(one, "label");
    }
    out += labels + "\n";
  }
  if (provision["safeguards"].empty()) out += "subject to: no safeguard was found to be stated\n";
  const std::string words = text_in(provision, "text");
  return out + provenance_text(provision) + (words.empty() ? "" : as_material(words));
}

std::string quotation_text(const Json& quotation) {
  std::string out = "\nline " + std::to_string(quotation.value("line", 0U)) + ": " +
                    text_in(quotation, "verdict") + "\n" + as_material(text_in(quotation, "text"));
  out += line("differs in", joined(quotation["differences"], ", "));
  if (text_in(quotation, "verdict") == "altered") {
    out += "in common with the source: " + percent(quotation.value("similarity", 0.0)) + "\n";
    out += as_material(diff_text(quotation["diff"], "kind"));
  }
  for (const Json& place : quotation["places"]) {
    out += "stands in: " + text_in(place, "citation") + "\nid: " + text_in(place, "id") + " (" +
           edition_of(place) + ")\n" + provenance_text(place) + as_material(text_in(place, "text"));
  }
  return out;
}

std::string citation_text(const Json& citation) {
  std::string out = "\nline " + std::to_string(citation.value("line", 0U)) + ": citation " +
                    text_in(citation, "verdict") + "\n" + as_material(text_in(citation, "text"));
  for (const Json& one : citation["provisions"]) {
    out += "names: " + text_in(one, "id") + " (" + text_in(one, "verdict") + ")";
    const std::string nearest = text_in(one, "nearest");
    out += nearest.empty() ? "\n" : ", nearest " + nearest + "\n";
  }
  return out;
}

}  // namespace pinlex
