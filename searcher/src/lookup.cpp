// SPDX-License-Identifier: GPL-2.0-or-later
#include "lookup.hpp"

#include "grouping.hpp"
#include "query/query_error.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <system_error>

namespace pinlex {
namespace {

/// The passages of one version that hold a provision of their own, by part.
Result<std::vector<PassageRecord>> passages_named(const Session& session,
                                                  const std::string& version,
                                                  std::string_view eid) {
  const ProvisionId id{parse_id(version).instrument, std::string(eid), {}};
  const auto documents = session.reader().documents(term_of(Field::id, id.str()));
  if (!documents) return passed_on(documents);
  std::vector<PassageRecord> parts;
  for (const std::uint32_t document : *documents) {
    auto record = session.reader().passage(document);
    if (!record) return passed_on(record);
    if (record->version == version && record->passage.eid == eid)
      parts.push_back(std::move(*record));
  }
  std::sort(parts.begin(), parts.end(), [](const PassageRecord& a, const PassageRecord& b) {
    return a.passage.part < b.passage.part;
  });
  return parts;
}

bool holds(const std::vector<PassageRecord>& parts, std::string_view eid) {
  return std::any_of(parts.begin(), parts.end(), [&](const PassageRecord& record) {
    const auto& units = record.passage.units;
    return std::any_of(units.begin(), units.end(), [&](const Unit& u) { return u.eid == eid; });
  });
}

bool has_lines_below(const VersionRecord& version, std::int32_t line) {
  return std::any_of(version.outline.begin(), version.outline.end(),
                     [&](const OutlineEntry& entry) { return entry.parent == line; });
}

std::int32_t line_of_eid(const VersionRecord& version, std::string_view eid) {
  const auto& outline = version.outline;
  const auto line = std::find_if(outline.begin(), outline.end(),
                                 [&](const OutlineEntry& entry) { return entry.eid == eid; });
  return line == outline.end() ? -1 : static_cast<std::int32_t>(line - outline.begin());
}

std::optional<std::uint32_t> number_of(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// The provisions from one below an article to another beside it: (1) to (3), (a) to (c). Their
/// ends alone where the numbers do not count up.
std::vector<std::string> counted_between(const std::string& first, const std::string& last) {
  static constexpr std::uint32_t most = 200;
  const auto at = first.rfind('_') + 1;
  const std::string stem = first.substr(0, at);
  if (last.compare(0, at, stem) != 0) return {first, last};
  const std::string from = first.substr(at), to = last.substr(at);
  std::vector<std::string> eids;
  const auto low = number_of(from), high = number_of(to);
  if (low && high && *low <= *high && *high - *low < most) {
    for (auto i = *low; i <= *high; ++i) eids.push_back(stem + std::to_string(i));
  } else if (from.size() == 1 && to.size() == 1 && from < to) {
    for (char c = from[0]; c <= to[0]; ++c) eids.push_back(stem + c);
  } else {
    eids = {first, last};
  }
  return eids;
}

bool among(const std::vector<std::string>& names, std::string_view name) {
  return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Result<Citation> read_citation(const Library& library, const Library::Sessions& sessions,
                               const std::string& typed) {
  const auto reader = library.citations(sessions);
  if (!reader) return passed_on(reader);
  auto citation = (*reader)->parse(typed);
  if (!citation) return passed_on(citation);
  if (citation->instrument.empty()) {
    return query_error(typed, {citation->begin, citation->end}, "the citation names no instrument",
                       "for example: ETS 185 art. 21");
  }
  return std::move(*citation);
}

std::vector<ShelvedVersion> versions_of(const std::vector<ShelvedVersion>& all,
                                        const std::string& instrument) {
  std::vector<ShelvedVersion> own;
  std::copy_if(all.begin(), all.end(), std::back_inserter(own), [&](const ShelvedVersion& version) {
    return version.record->version.instrument == instrument;
  });
  std::stable_sort(own.begin(), own.end(), [](const ShelvedVersion& a, const ShelvedVersion& b) {
    return preferred(read_version_name(a.record->id()), read_version_name(b.record->id()));
  });
  return own;
}

std::vector<ShelvedVersion> chosen_versions(const std::vector<ShelvedVersion>& own,
                                            const std::vector<std::string>& languages,
                                            const std::vector<std::string>& editions) {
  std::vector<ShelvedVersion> out;
  if (!languages.empty() || !editions.empty()) {
    std::copy_if(own.begin(), own.end(), std::back_inserter(out), [&](const ShelvedVersion& one) {
      const Version& version = one.record->version;
      return among(languages, version.language) && among(editions, name(version.edition));
    });
    return out;
  }
  const auto english = std::find_if(own.begin(), own.end(), [](const ShelvedVersion& one) {
    return one.record->version.language == "en";
  });
  if (!own.empty()) out.push_back(english != own.end() ? *english : own.front());
  return out;
}

Result<Place> find_provision(const Session& session, const VersionRecord& version,
                             std::string_view eid) {
  for (std::string_view above = eid; !above.empty(); above = parent_eid(above)) {
    Place place;
    auto parts = passages_named(session, version.id(), above);
    if (!parts) return passed_on(parts);
    place.parts = std::move(*parts);
    const auto line = line_of_eid(version, above);
    if (line >= 0 && has_lines_below(version, line)) place.outline = line;
    if (place.parts.empty() && place.outline < 0) continue;
    std::string_view nearest = eid;
    while (nearest.size() > above.size() && !holds(place.parts, nearest)) {
      nearest = parent_eid(nearest);
    }
    place.eid = nearest;
    place.exact = nearest == eid;
    return place;
  }
  return Place{{}, eid.empty(), {}, -1};
}

std::vector<std::string> cited_eids(const VersionRecord& version, const CitedProvision& cited) {
  if (cited.last.empty()) return {cited.eid};
  if (cited.eid.find("__") != std::string::npos) return counted_between(cited.eid, cited.last);
  const auto key = [](const std::string& eid) { return sort_key({{}, eid, {}}); };
  const std::string first = key(cited.eid), last = key(cited.last);
  std::vector<std::string> eids;
  if (line_of_eid(version, cited.eid) < 0) eids.push_back(cited.eid);
  for (const OutlineEntry& entry : version.outline) {
    const std::string here = key(entry.eid);
    if (!is_grouping(entry.level) && here >= first && here <= last) eids.push_back(entry.eid);
  }
  if (line_of_eid(version, cited.last) < 0) eids.push_back(cited.last);
  return eids;
}

std::vector<OutlineEntry> outline_below(const VersionRecord& version, std::int32_t line) {
  if (line < 0) return version.outline;
  std::vector<OutlineEntry> lines;
  std::vector<std::int32_t> place(version.outline.size(), -1);
  for (auto i = static_cast<std::size_t>(line); i < version.outline.size(); ++i) {
    const OutlineEntry& entry = version.outline[i];
    const bool top = i == static_cast<std::size_t>(line);
    const auto parent =
        top || entry.parent < 0 ? -1 : place[static_cast<std::size_t>(entry.parent)];
    if (!top && parent < 0) continue;
    place[i] = static_cast<std::int32_t>(lines.size());
    lines.push_back(entry);
    lines.back().parent = parent;
  }
  return lines;
}

std::string extent_of(const VersionRecord& version) {
  const OutlineEntry* first = nullptr;
  const OutlineEntry* last = nullptr;
  for (const OutlineEntry& entry : version.outline) {
    if (entry.level != Level::article) continue;
    if (first == nullptr) first = &entry;
    last = &entry;
  }
  if (first == nullptr) return {};
  return pinpoint(first->eid) + " to " + pinpoint(last->eid);
}

}  // namespace pinlex
