// SPDX-License-Identifier: GPL-2.0-or-later
#include "neighbours.hpp"

#include "hit.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>

namespace pinlex {
namespace {

constexpr std::size_t opening_bytes = 60;  ///< Of a text's beginning in an outline.

/// The first words of a text, whole ones, with a mark where it goes on.
std::string opening_of(std::string_view text) {
  if (text.size() <= opening_bytes) return std::string(text);
  auto end = text.rfind(' ', opening_bytes);
  if (end == std::string_view::npos) {
    for (end = opening_bytes; end > 0 && (text[end] & 0xC0) == 0x80;) --end;
  }
  return std::string(text.substr(0, end)) + "…";
}

/// The basic units of a version, in order.
std::vector<std::string> basic_units(const VersionRecord& version) {
  std::vector<std::string> eids;
  for (const OutlineEntry& entry : version.outline) {
    if (!is_grouping(entry.level)) eids.push_back(entry.eid);
  }
  return eids;
}

/// The units beside one of a passage: those below the same provision, in order.
std::vector<std::string> siblings(const std::vector<PassageRecord>& parts, std::string_view eid) {
  std::vector<std::string> eids;
  for (const PassageRecord& part : parts) {
    for (const Unit& unit : part.passage.units) {
      const bool beside = parent_eid(unit.eid) == parent_eid(eid) && unit.parent >= 0;
      if (beside && std::find(eids.begin(), eids.end(), unit.eid) == eids.end()) {
        eids.push_back(unit.eid);
      }
    }
  }
  return eids;
}

}  // namespace

Hit provision_of(const VersionRecord& version, const std::vector<PassageRecord>& parts,
                 std::string_view eid) {
  PassageRecord whole;
  whole.version = version.id();
  whole.passage.eid = eid;
  Hit hit = hit_of(version, parts.empty() ? whole : parts.front(), eid);
  for (const PassageRecord& part : parts) {
    const auto& units = part.passage.units;
    const auto unit =
        std::find_if(units.begin(), units.end(), [&](const Unit& one) { return one.eid == eid; });
    if (unit == units.end()) continue;
    add_texts(hit, part.passage, {static_cast<std::size_t>(unit - units.begin()), Extent::whole});
  }
  return hit;
}

void name_grouping(Hit& hit, const VersionRecord& version, std::int32_t line) {
  if (line < 0) return;
  const auto at = [&](std::int32_t i) -> const OutlineEntry& {
    return version.outline[static_cast<std::size_t>(i)];
  };
  hit.number = at(line).number;
  hit.heading = at(line).heading;
  for (auto above = at(line).parent; above >= 0; above = at(above).parent) {
    hit.path.insert(hit.path.begin(), place_name(at(above).number, at(above).heading));
  }
}

std::vector<OutlineLine> outline_within(const Hit& provision) {
  std::vector<OutlineLine> lines;
  std::map<std::string, std::size_t> line_of;
  for (const ShownText& text : provision.texts) {
    const auto [at, fresh] = line_of.try_emplace(text.eid, lines.size());
    if (!fresh) {
      std::string& opening = lines[at->second].opening;
      if (opening.empty()) opening = opening_of(text.text);
      continue;
    }
    OutlineLine line;
    line.entry.eid = text.eid;
    line.entry.level = text.depth > 1 ? Level::point : Level::paragraph;
    const auto parent = line_of.find(std::string(parent_eid(text.eid)));
    if (parent != line_of.end()) line.entry.parent = static_cast<std::int32_t>(parent->second);
    line.entry.number = text.number;
    line.entry.heading = text.heading;
    line.opening = opening_of(text.text);
    lines.push_back(std::move(line));
  }
  return lines;
}

Result<void> add_neighbours(ShownProvision& shown, const Session& session,
                            const VersionRecord& version, const Place& place, std::uint32_t count) {
  if (count == 0 || place.eid.empty()) return {};
  auto row = basic_units(version);
  const bool is_basic = std::find(row.begin(), row.end(), place.eid) != row.end();
  if (!is_basic) row = siblings(place.parts, place.eid);
  const auto at = std::find(row.begin(), row.end(), place.eid) - row.begin();
  for (auto i = std::max<std::ptrdiff_t>(0, at - count);
       i < std::min<std::ptrdiff_t>(std::ssize(row), at + count + 1); ++i) {
    if (i == at) continue;
    const auto& eid = row[static_cast<std::size_t>(i)];
    auto found = is_basic ? find_provision(session, version, eid) : Result<Place>(place);
    if (!found) return passed_on(found);
    (i < at ? shown.before : shown.after).push_back(provision_of(version, found->parts, eid));
  }
  return {};
}

}  // namespace pinlex
