// SPDX-License-Identifier: GPL-2.0-or-later
#include "references.hpp"

#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

/// All provisions in reading order: groupings and articles of the outline, then what is in them.
std::vector<std::string> provisions_of(const StoredText& text) {
  std::vector<std::string> eids;
  std::unordered_set<std::string_view> known;
  const auto add = [&](const std::string& eid) {
    if (known.insert(eid).second) eids.push_back(eid);
  };
  for (const OutlineEntry& entry : text.record.outline) add(entry.eid);
  for (const PassageRecord& record : text.passages) {
    for (const Unit& unit : record.passage.units) add(unit.eid);
  }
  return eids;
}

void find_in(const ReferenceFinder& finder, const ReferenceScope& scope, PassageRecord& record) {
  record.references.clear();
  Standpoint standpoint;
  for (const Ancestor& above : record.passage.ancestors) standpoint.groupings.push_back(above.eid);
  for (std::uint32_t i = 0; i < record.passage.texts.size(); ++i) {
    const UnitText& text = record.passage.texts[i];
    standpoint.eid = record.passage.units[text.unit].eid;
    for (Reference& reference : finder.find(text.text.text, scope, standpoint)) {
      reference.text = i;
      record.references.push_back(std::move(reference));
    }
  }
}

}  // namespace

void find_references(const ReferenceFinder& finder, StoredText& text) {
  const ReferenceScope scope = finder.scope(text.record.version, provisions_of(text));
  for (PassageRecord& record : text.passages) find_in(finder, scope, record);
}

}  // namespace pinlex
