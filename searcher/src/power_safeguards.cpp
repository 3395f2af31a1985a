// SPDX-License-Identifier: GPL-2.0-or-later
#include "power_safeguards.hpp"

#include "findings.hpp"
#include "pinpoint.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/model/reference.hpp>
#include <pinlex/powers/classifier.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace pinlex {
namespace {

/// Whether the class only says that something is subject to other provisions.
bool is_subjection(const Classification& one) {
  return std::any_of(one.evidence.begin(), one.evidence.end(), [](const Evidence& evidence) {
    return evidence.what == EvidenceFor::reference;
  });
}

bool is_in_heading(const Classification& one) {
  return std::any_of(one.evidence.begin(), one.evidence.end(),
                     [](const Evidence& evidence) { return evidence.in_heading; });
}

/// Whether the heading of the article names safeguards: what one paragraph covers, all do.
bool is_about_safeguards(const PassageRecord& record) {
  return std::any_of(record.classes.begin(), record.classes.end(), [](const Classification& one) {
    return one.is_safeguard() && one.unit == 0 && is_in_heading(one);
  });
}

bool states_safeguard(const Classification& one) {
  return one.is_safeguard() &&
         std::any_of(one.evidence.begin(), one.evidence.end(),
                     [](const Evidence& evidence) { return evidence.what == EvidenceFor::named; });
}

bool gives_power(const PassageRecord& record, std::uint32_t head) {
  return std::any_of(record.classes.begin(), record.classes.end(), [&](const Classification& one) {
    return one.is_power() && head_unit(record.passage, one.unit) == head;
  });
}

bool refers(const PassageRecord& record, std::uint32_t head) {
  return std::any_of(
      record.references.begin(), record.references.end(), [&](const Reference& reference) {
        return head_unit(record.passage, record.passage.texts[reference.text].unit) == head;
      });
}

bool has_paragraphs(const Passage& passage) {
  return std::any_of(passage.units.begin(), passage.units.end(),
                     [](const Unit& unit) { return unit.level == Level::paragraph; });
}

/// The eIds that a target stands for.
std::vector<std::string> eids_in(const ReferenceTarget& target) {
  std::vector<std::string> eids{target.eid};
  if (target.last.empty()) return eids;
  for (std::string& eid : between(target.eid, target.last)) eids.push_back(std::move(eid));
  eids.push_back(target.last);
  return eids;
}

}  // namespace

PowerConcept concept_of(const CompiledThesaurus& thesaurus, std::uint32_t number) {
  return {std::string(thesaurus.id(number)), std::string(thesaurus.label(number, "en"))};
}

void add_evidence(const Passage& passage, const Classification& from,
                  std::vector<FoundEvidence>& out) {
  for (const Evidence& one : from.evidence) {
    FoundEvidence& found = out.emplace_back();
    found.what = name(one.what);
    found.in_heading = one.in_heading;
    const std::string& text =
        one.in_heading ? passage.units[one.place].heading : passage.texts[one.place].text.text;
    found.words = text.substr(one.begin, one.end - one.begin);
    found.source = one.in_heading ? passage.units[one.place].source
                                  : passage.texts[one.place].text.source_of(one.begin, one.end);
  }
}

Hit shown_provision(const VersionRecord& version, const PassageRecord& record,
                    const Classification& power) {
  const Passage& passage = record.passage;
  PassageFindings findings(passage);
  for (const Evidence& one : power.evidence) {
    auto& place = one.in_heading ? findings.headings[one.place] : findings.texts[one.place];
    place.found.push_back({{one.begin, one.end}, 0, 0, 1});
  }
  for (auto* all : {&findings.texts, &findings.headings}) {
    for (Findings& one : *all) {
      std::sort(one.found.begin(), one.found.end(), [](const FoundWord& a, const FoundWord& b) {
        return a.place.begin < b.place.begin;
      });
    }
  }
  const std::uint32_t head = head_unit(passage, power.unit);
  const bool alone = head == 0 && has_paragraphs(passage);
  Hit hit = hit_of(version, record, passage.units[power.unit].eid);
  add_texts(hit, passage, {head, alone ? Extent::own_words : Extent::whole}, &findings);
  return hit;
}

SafeguardFinder::SafeguardFinder(const VersionRecord& version,
                                 const std::vector<PassageRecord>& records,
                                 const CompiledThesaurus& thesaurus)
    : version_(version), records_(records), thesaurus_(thesaurus) {
  for (const PassageRecord& record : records) {
    std::set<std::uint32_t> heads;
    for (const Classification& one : record.classes) {
      const std::uint32_t head = head_unit(record.passage, one.unit);
      if (!states_safeguard(one) || gives_power(record, head)) continue;
      const bool whole = is_about_safeguards(record) && !is_in_heading(one);
      if (!whole && !refers(record, head)) continue;
      if (heads.insert(head).second) covers_.push_back({&record, head, whole});
    }
  }
}

std::vector<SafeguardLink> SafeguardFinder::of(const PassageRecord& record,
                                               const Classification& power) const {
  std::vector<SafeguardLink> out;
  add_own(record, power, out);
  add_referred(record, power, out);
  add_covering(record, power, out);
  return out;
}

SafeguardLink SafeguardFinder::link(SafeguardBasis basis, const std::string& eid) const {
  ProvisionId id = parse_id(version_.id());
  id.eid = eid;
  SafeguardLink out;
  out.basis = basis;
  out.id = id.str();
  out.pinpoint = pinpoint(eid);
  return out;
}

/// Adds what a class states, unless the link has it.
bool SafeguardFinder::state(const Classification& one, SafeguardLink& out) const {
  if (one.number >= thesaurus_.size()) return false;
  PowerConcept stated = concept_of(thesaurus_, one.number);
  const bool known = std::any_of(out.safeguards.begin(), out.safeguards.end(),
                                 [&](const PowerConcept& other) { return other.id == stated.id; });
  if (!known) out.safeguards.push_back(std::move(stated));
  return !known;
}

void SafeguardFinder::add_own(const PassageRecord& record, const Classification& power,
                              std::vector<SafeguardLink>& out) const {
  const std::uint32_t own = head_unit(record.passage, power.unit);
  for (const bool same : {true, false}) {
    for (const PassageRecord& part : records_) {
      if (part.passage.eid != record.passage.eid) continue;
      for (const Classification& one : part.classes) {
        const std::uint32_t head = head_unit(part.passage, one.unit);
        if (!states_safeguard(one) || (&part == &record && head == own) != same) continue;
        const auto basis = same ? SafeguardBasis::provision : SafeguardBasis::article;
        SafeguardLink made = link(basis, part.passage.units[head].eid);
        auto at = std::find_if(out.begin(), out.end(), [&](const SafeguardLink& other) {
          return other.basis == basis && other.id == made.id;
        });
        if (at == out.end()) at = out.insert(at, std::move(made));
        if (state(one, *at)) add_evidence(part.passage, one, at->evidence);
      }
    }
  }
}

void SafeguardFinder::add_referred(const PassageRecord& record, const Classification& power,
                                   std::vector<SafeguardLink>& out) const {
  const std::uint32_t own = head_unit(record.passage, power.unit);
  for (const PassageRecord& part : records_) {
    if (part.passage.eid != record.passage.eid) continue;
    for (const Classification& one : part.classes) {
      if (!one.is_safeguard() || !is_subjection(one)) continue;
      const std::uint32_t head = head_unit(part.passage, one.unit);
      const bool same = &part == &record && head == own;
      // A paragraph that gives a power of its own speaks of that.
      if (!same && gives_power(part, head)) continue;
      SafeguardLink like;
      like.basis = SafeguardBasis::reference;
      like.via = pinpoint(part.passage.units[head].eid);
      for (const Evidence& evidence : one.evidence) {
        if (evidence.what != EvidenceFor::reference) continue;
        like.evidence.clear();
        add_evidence(part.passage, {one.unit, one.number, one.element, 0, 0, {evidence}},
                     like.evidence);
        for (const Reference& reference : part.references) {
          if (reference.text != evidence.place || reference.begin != evidence.begin) continue;
          for (const ReferenceTarget& target : reference.targets) {
            add_target(reference, target, like, out);
          }
        }
      }
    }
  }
}

void SafeguardFinder::add_target(const Reference& reference, const ReferenceTarget& target,
                                 const SafeguardLink& like, std::vector<SafeguardLink>& out) const {
  const bool foreign = reference.instrument != version_.version.instrument;
  for (const std::string& eid : eids_in(target)) {
    SafeguardLink made = link(SafeguardBasis::reference, eid);
    made.via = like.via;
    made.evidence = like.evidence;
    if (foreign) {
      made.id = ProvisionId{reference.instrument, eid, {}}.str();
      made.pinpoint = reference.instrument + (eid.empty() ? "" : ", ") + pinpoint(eid);
    }
    const bool known = std::any_of(out.begin(), out.end(), [&](const SafeguardLink& other) {
      return other.basis == SafeguardBasis::reference && other.id == made.id;
    });
    if (known) continue;
    for (const PassageRecord& record : records_) {
      for (const Classification& one : record.classes) {
        if (foreign || eid.empty() || !states_safeguard(one)) break;
        if (!is_within(record.passage.units[one.unit].eid, eid)) continue;
        state(one, made);
      }
    }
    out.push_back(std::move(made));
  }
}

bool SafeguardFinder::covers(const Cover& cover, const PassageRecord& record,
                             const std::string& eid) const {
  const Passage& passage = cover.record->passage;
  const auto holds = [&](const ReferenceTarget& target) {
    if (target.eid.empty()) return false;
    const auto& above = record.passage.ancestors;
    return is_within(eid, target.eid) ||
           std::any_of(above.begin(), above.end(),
                       [&](const Ancestor& one) { return one.eid == target.eid; }) ||
           (!target.last.empty() && is_in_range(record.passage.eid, target.eid, target.last));
  };
  return std::any_of(
      cover.record->references.begin(), cover.record->references.end(),
      [&](const Reference& reference) {
        return reference.instrument == version_.version.instrument &&
               (cover.whole ||
                head_unit(passage, passage.texts[reference.text].unit) == cover.head) &&
               std::any_of(reference.targets.begin(), reference.targets.end(), holds);
      });
}

void SafeguardFinder::add_covering(const PassageRecord& record, const Classification& power,
                                   std::vector<SafeguardLink>& out) const {
  const std::string& eid = record.passage.units[power.unit].eid;
  for (const Cover& cover : covers_) {
    const Passage& passage = cover.record->passage;
    if (passage.eid == record.passage.eid || !covers(cover, record, eid)) continue;
    SafeguardLink made = link(SafeguardBasis::covering, passage.units[cover.head].eid);
    const bool known = std::any_of(out.begin(), out.end(), [&](const SafeguardLink& other) {
      return other.basis == SafeguardBasis::reference &&
             is_within(parse_id(made.id).eid, parse_id(other.id).eid);
    });
    if (known) continue;
    for (const Classification& one : cover.record->classes) {
      if (states_safeguard(one) && head_unit(passage, one.unit) == cover.head) {
        if (state(one, made)) add_evidence(passage, one, made.evidence);
      }
    }
    out.push_back(std::move(made));
  }
}

}  // namespace pinlex
