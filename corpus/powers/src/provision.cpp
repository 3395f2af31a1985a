// SPDX-License-Identifier: GPL-2.0-or-later
#include "provision.hpp"

#include <algorithm>

namespace pinlex {
namespace {

Evidence evidence_at(const std::vector<Token>& tokens, std::uint32_t first, std::uint32_t last) {
  Evidence out;
  out.begin = tokens[first].begin;
  out.end = tokens[last].end;
  return out;
}

}  // namespace

std::uint32_t head_unit(const Passage& passage, std::uint32_t unit) {
  while (passage.units[unit].parent > 0) {
    unit = static_cast<std::uint32_t>(passage.units[unit].parent);
  }
  return passage.units[unit].level == Level::point ? 0 : unit;
}

std::vector<FoundConcept> concepts_in_heading(const ReadPassage& read, std::uint32_t unit) {
  std::vector<FoundConcept> out;
  const ReadText& heading = read.headings[unit];
  for (const ConceptMatch& match : heading.concepts) {
    if (match.wording == Wording::lay) continue;
    FoundConcept& found = out.emplace_back();
    found.number = match.number;
    found.unit = unit;
    found.evidence = evidence_at(heading.tokens, match.first, match.last);
    found.evidence.in_heading = true;
    found.evidence.place = unit;
    found.first = match.first;
    found.last = match.last;
  }
  return out;
}

std::vector<ReadProvision> provisions_of(const Passage& passage, const ReadPassage& read,
                                         const CueFinder& cues) {
  std::vector<ReadProvision> out;
  std::vector<std::uint32_t> lengths;
  for (std::uint32_t i = 0; i < passage.texts.size(); ++i) {
    const std::uint32_t unit = passage.texts[i].unit;
    const std::uint32_t head = head_unit(passage, unit);
    auto at = std::find_if(out.begin(), out.end(),
                           [&](const ReadProvision& one) { return one.unit == head; });
    if (at == out.end()) {
      at = out.insert(out.end(), {head, {}, {}, {}});
      if (head != 0) at->headings = concepts_in_heading(read, head);
      lengths.push_back(0);
    }
    std::uint32_t& length = lengths[static_cast<std::size_t>(at - out.begin())];
    const ReadText& text = read.texts[i];
    for (const ConceptMatch& match : text.concepts) {
      if (match.wording == Wording::lay) continue;
      Evidence evidence = evidence_at(text.tokens, match.first, match.last);
      evidence.place = i;
      at->concepts.push_back(
          {match.number, unit, length + match.first, length + match.last, evidence});
    }
    for (const CueMatch& match : cues.find(text.tokens)) {
      Evidence evidence = evidence_at(text.tokens, match.first, match.last);
      evidence.what = EvidenceFor::element;
      evidence.place = i;
      at->cues.push_back({match.kind, length + match.first, length + match.last, evidence});
    }
    length += static_cast<std::uint32_t>(text.tokens.size());
  }
  return out;
}

}  // namespace pinlex
