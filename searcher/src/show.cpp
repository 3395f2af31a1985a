// SPDX-License-Identifier: GPL-2.0-or-later
#include "show.hpp"

#include "commentary.hpp"
#include "hit.hpp"
#include "lookup.hpp"
#include "neighbours.hpp"
#include "query/query_error.hpp"
#include "refs.hpp"

#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <set>

namespace pinlex {
namespace {

using Versions = std::vector<ShelvedVersion>;

std::string id_list(const Versions& versions) {
  std::string out;
  for (const auto& version : versions) out += (out.empty() ? "" : ", ") + version.record->id();
  return out;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Versions that may stand for each other: one of each choice is shown, the first that has the
/// provision.
std::vector<Versions> choices(const Versions& own, const ShowRequest& request) {
  std::vector<std::string> languages = request.languages;
  if (languages.empty()) {
    std::set<std::string> there;
    for (const auto& version : own) {
      const auto edition = name(version.record->version.edition);
      if (!request.editions.empty() && !contains(request.editions, edition)) continue;
      there.insert(version.record->version.language);
    }
    if (!there.empty()) languages = {there.contains("en") ? "en" : *there.begin()};
  }
  std::vector<Versions> out;
  const std::vector<std::string> any_edition{std::string()};
  for (const std::string& language : languages) {
    for (const auto& edition : request.editions.empty() ? any_edition : request.editions) {
      Versions fit;
      std::copy_if(own.begin(), own.end(), std::back_inserter(fit), [&](const ShelvedVersion& one) {
        const Version& version = one.record->version;
        return version.language == language &&
               (edition.empty() || name(version.edition) == edition);
      });
      if (!fit.empty()) out.push_back(std::move(fit));
    }
  }
  return out;
}

/// A provision in the first of the versions that has it; in the first of all where none has.
struct Found {
  const ShelvedVersion* version = nullptr;
  Place place;
};

Result<Found> find_in(const Library::Sessions& sessions, const Versions& fit,
                      const std::string& eid) {
  Found nearest;
  for (const ShelvedVersion& version : fit) {
    auto place = find_provision(*sessions[version.index], *version.record, eid);
    if (!place) return passed_on(place);
    const bool nearer =
        nearest.version == nullptr || (nearest.place.eid.empty() && !place->eid.empty());
    if (place->exact || nearer) nearest = {&version, std::move(*place)};
    if (nearest.place.exact) break;
  }
  return nearest;
}

ShownProvision shown(const Found& found, const std::string& asked, bool outline_only) {
  const VersionRecord& version = *found.version->record;
  const Place& place = found.place;
  ShownProvision out;
  out.provision = provision_of(version, place.parts, place.eid);
  if (place.outline >= 0 || place.eid.empty()) {
    for (OutlineEntry& entry : outline_below(version, place.outline)) {
      out.outline.push_back({std::move(entry), {}});
    }
  }
  if (place.parts.empty()) name_grouping(out.provision, version, place.outline);
  if (outline_only && !place.parts.empty()) {
    out.outline = outline_within(out.provision);
    out.provision.texts.clear();
  }
  if (!place.exact) {
    out.missing =
        ProvisionId{version.version.instrument, asked, parse_id(version.id()).version}.str();
  }
  return out;
}

/// Where to look, and what was asked.
struct Shelf {
  const Library& library;
  const Library::Sessions& sessions;
  const ShowRequest& request;
};

/// Adds one provision in each of the versions chosen.
Result<void> add(ShowAnswer& answer, const Shelf& shelf, const std::vector<Versions>& chosen,
                 const std::string& eid) {
  const auto& [library, sessions, request] = shelf;
  for (const Versions& fit : chosen) {
    auto found = find_in(sessions, fit, eid);
    if (!found) return passed_on(found);
    if (found->place.eid.empty() && !eid.empty()) {
      const VersionRecord& version = *found->version->record;
      answer.absent.push_back(ProvisionId{version.version.instrument, eid, {}}.str());
      answer.notes.push_back(citation_of(version.version, {}) + " has no " + pinpoint(eid));
      continue;
    }
    answer.provisions.push_back(shown(*found, eid, request.outline));
    const auto& session = *sessions[found->version->index];
    const auto beside = add_neighbours(answer.provisions.back(), session, *found->version->record,
                                       found->place, request.context);
    if (!beside) return beside;
    auto commentary = commentary_on(library, sessions, found->version->record->version.instrument,
                                    found->place.eid);
    if (!commentary) return passed_on(commentary);
    answer.provisions.back().commentary = std::move(*commentary);
    if (found->place.parts.empty()) continue;  // of a chapter it would be a list of all in it
    auto references = brief_references(library, sessions, *found->version, found->place.eid);
    if (!references) return passed_on(references);
    answer.provisions.back().references = std::move(*references);
  }
  return {};
}

Unexpected nothing_of(const std::string& instrument, const Versions& own, const Versions& all) {
  if (!own.empty()) {
    return fail(Code::nothing_found, "no text of " + instrument + " in that language or edition",
                "there are: " + id_list(own));
  }
  std::set<std::string> instruments;
  for (const auto& version : all) instruments.insert(version.record->version.instrument);
  return fail(
      Code::nothing_found, "the index has no text of " + instrument,
      "it has " + std::to_string(instruments.size()) + " instruments; `pinlex info` lists them");
}

/// The citation with its versions narrowed to those it names itself.
Versions named_in(const Citation& citation, Versions own) {
  if (citation.version.empty()) return own;
  const std::string id = citation.instrument + "@" + citation.version;
  std::erase_if(own, [&](const ShelvedVersion& version) { return version.record->id() != id; });
  return own;
}

}  // namespace

Result<ShowAnswer> show(const Library& library, const ShowRequest& request) {
  if (request.context > max_context) {
    return fail(Code::usage, "at most " + std::to_string(max_context) + " neighbours are shown");
  }
  const auto sessions = library.sessions();
  if (!sessions) return passed_on(sessions);
  const auto citation = read_citation(library, *sessions, request.citation);
  if (!citation) return passed_on(citation);
  const auto all = library.versions(*sessions);
  if (!all) return passed_on(all);
  const Versions own = versions_of(*all, citation->instrument);
  ShowRequest narrowed = request;
  const Versions named = named_in(*citation, own);
  if (!citation->version.empty() && !named.empty()) {
    narrowed.languages = {named.front().record->version.language};
  }
  const auto chosen = choices(named, narrowed);
  if (chosen.empty()) return nothing_of(citation->instrument, own, *all);

  ShowAnswer answer;
  for (const std::string& language : request.languages) {
    const bool there = std::any_of(own.begin(), own.end(), [&](const ShelvedVersion& version) {
      return version.record->version.language == language;
    });
    if (!there) answer.notes.push_back("no text of " + citation->instrument + " in " + language);
  }
  for (const CitedProvision& cited : citation->provisions) {
    ProvisionId id{citation->instrument, cited.eid, citation->version};
    if (!answer.read_as.empty()) answer.read_as += ", ";
    answer.read_as += id.str();
    id.eid = cited.last;
    if (!cited.last.empty()) answer.read_as += " .. " + id.str();
    for (const std::string& eid : cited_eids(*chosen.front().front().record, cited)) {
      const auto added = add(answer, {library, *sessions, request}, chosen, eid);
      if (!added) return passed_on(added);
    }
  }
  if (answer.provisions.empty()) {
    const VersionRecord& version = *chosen.front().front().record;
    const std::string extent = extent_of(version);
    return fail(Code::nothing_found, answer.notes.back(),
                extent.empty() ? ""
                               : "it has " + extent + "; `pinlex show " + citation->instrument +
                                     "` lists them");
  }
  return answer;
}

}  // namespace pinlex
