// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_citations.hpp"

#include "hit.hpp"
#include "lookup.hpp"
#include "query/query_error.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>

#include <utility>

namespace pinlex {
namespace {

/// Adds what one provision is in the first version that has it, else in the first at all.
Result<void> resolve(QueryCitations& out, const Library::Sessions& sessions,
                     const std::vector<ShelvedVersion>& own, const std::string& eid) {
  const ShelvedVersion* in = &own.front();
  Place best;
  for (const ShelvedVersion& version : own) {
    auto place = find_provision(*sessions[version.index], *version.record, eid);
    if (!place) return passed_on(place);
    if (!place->exact && !(best.eid.empty() && !place->eid.empty())) continue;
    in = &version;
    best = std::move(*place);
    if (best.exact) break;
  }
  const Version& version = in->record->version;
  ResolvedCitation& citation = out.citations.back();
  if (!best.exact) {
    std::string note = citation_of(version, {}) + " has no " + pinpoint(eid);
    if (!best.eid.empty()) note += "; the nearest is " + pinpoint(best.eid);
    out.notes.push_back(std::move(note));
  }
  if (best.eid.empty()) return {};
  if (best.parts.empty()) {
    citation.groupings.push_back(ProvisionId{version.instrument, best.eid, {}}.str());
    return {};
  }
  const std::string& passage = best.parts.front().passage.eid;
  citation.passages.push_back(ProvisionId{version.instrument, passage, {}}.str());
  out.groups.push_back({citation.passages.back(), best.eid, citation.place});
  return {};
}

}  // namespace

std::vector<TextRange> QueryCitations::places() const {
  std::vector<TextRange> places;
  for (const ResolvedCitation& citation : citations) places.push_back(citation.place);
  return places;
}

Result<QueryCitations> citations_in(std::string_view query, const Library& library,
                                    const Library::Sessions& sessions) {
  QueryCitations out;
  if (!may_hold_citation(query)) return out;
  const auto reader = library.citations(sessions);
  if (!reader) return passed_on(reader);
  const auto found = (*reader)->find_all(query);
  if (found.empty()) return out;
  const auto all = library.versions(sessions);
  if (!all) return passed_on(all);
  for (const Citation& citation : found) {
    out.citations.push_back({{citation.begin, citation.end}, {}, {}});
    auto own = versions_of(*all, citation.instrument);
    if (own.empty()) {
      out.notes.push_back("the index has no text of " + citation.instrument);
      continue;
    }
    for (const CitedProvision& cited : citation.provisions) {
      for (const std::string& eid : cited_eids(*own.front().record, cited)) {
        const auto resolved = resolve(out, sessions, own, eid);
        if (!resolved) return passed_on(resolved);
      }
    }
  }
  return out;
}

Result<void> read_cited_values(Node& tree, std::string_view query, const Library& library,
                               const Library::Sessions& sessions) {
  for (Node& child : tree.children) {
    if (auto done = read_cited_values(child, query, library, sessions); !done) return done;
  }
  if (tree.type != NodeType::field || field_named(tree.field) != Field::cites) return {};
  const auto reader = library.citations(sessions);
  if (!reader) return passed_on(reader);
  const auto cited = (*reader)->parse(tree.text);
  if (!cited) {
    const std::string& message = cited.error().message;
    return query_error(query, tree.place, message.substr(0, message.find('\n')),
                       cited.error().hint);
  }
  const CitedProvision& first = cited->provisions.front();
  if (cited->instrument.empty() || cited->provisions.size() > 1 || !first.last.empty()) {
    return query_error(query, tree.place, "cites: takes one provision, or an instrument",
                       "for example: cites:coe-185#art_15, cites:\"ETS 185 art. 15\"");
  }
  tree.text = ProvisionId{cited->instrument, first.eid, {}}.str();
  return {};
}

}  // namespace pinlex
