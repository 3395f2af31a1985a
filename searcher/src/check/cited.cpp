// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/cited.hpp"

#include "hit.hpp"
#include "lookup.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>

namespace pinlex {

Result<CheckedProvision> CitationJudge::provision(const JudgedCitation& citation,
                                                  const std::string& eid,
                                                  const std::string& version) {
  const ProvisionId id{citation.instrument, eid, version};
  const auto known = known_.find(id.str());
  if (known != known_.end()) return known->second;
  CheckedProvision out{id.str(), CitationVerdict::ancestor_only, {}, {}, {}};
  const ShelvedVersion* in = nullptr;
  Place best;
  for (const ShelvedVersion& one : citation.versions) {
    auto place = find_provision(*sessions_[one.index], *one.record, eid);
    if (!place) return passed_on(place);
    const bool nearer = in == nullptr || place->exact || place->eid.size() > best.eid.size();
    if (!nearer) continue;
    in = &one;
    best = std::move(*place);
    if (best.exact) break;
  }
  if (best.eid.empty()) {
    // Of an instrument alone, its English title.
    for (const ShelvedVersion& one : citation.versions) {
      if (one.record->version.language != "en") continue;
      in = &one;
      break;
    }
  }
  const Version& of = in->record->version;
  out.edition = name(of.edition);
  out.citation = citation_of(of, best.eid);
  if (best.exact) {
    out.verdict = CitationVerdict::exists;
  } else {
    out.nearest = ProvisionId{citation.instrument, best.eid, {}}.str();
  }
  known_.emplace(id.str(), out);
  return out;
}

Result<JudgedCitation> CitationJudge::judge(const Citation& citation, std::string_view text) {
  JudgedCitation out;
  out.instrument = citation.instrument;
  out.shown.place = {citation.begin, citation.end};
  out.shown.text = std::string(text.substr(citation.begin, citation.end - citation.begin));
  const auto catalogue = library_.catalogue(sessions_);
  if (!catalogue) return passed_on(catalogue);
  const Instrument* instrument = (*catalogue)->find(citation.instrument);
  out.shown.catalogued = instrument != nullptr;
  const auto all = library_.versions(sessions_);
  if (!all) return passed_on(all);
  out.versions = versions_of(*all, citation.instrument);
  if (!citation.version.empty()) {
    const std::string id = citation.instrument + "@" + citation.version;
    std::erase_if(out.versions, [&](const ShelvedVersion& one) { return one.record->id() != id; });
  }
  if (out.versions.empty()) {
    out.shown.verdict = CitationVerdict::unknown_instrument;
    const std::string title =
        instrument == nullptr ? citation.instrument : display_title(*instrument, "en");
    for (const CitedProvision& cited : citation.provisions) {
      const ProvisionId id{citation.instrument, cited.eid, citation.version};
      out.eids.push_back(cited.eid);
      out.shown.provisions.push_back(
          {id.str(), CitationVerdict::unknown_instrument, {}, title, {}});
    }
    return out;
  }
  out.shown.only_digest = std::all_of(
      out.versions.begin(), out.versions.end(),
      [](const ShelvedVersion& one) { return one.record->version.edition == Edition::digest; });
  for (const CitedProvision& cited : citation.provisions) {
    for (const std::string& eid : cited_eids(*out.versions.front().record, cited)) {
      auto judged = provision(out, eid, citation.version);
      if (!judged) return passed_on(judged);
      out.eids.push_back(eid);
      out.shown.verdict = std::max(out.shown.verdict, judged->verdict);
      out.shown.provisions.push_back(std::move(*judged));
    }
  }
  return out;
}

}  // namespace pinlex
