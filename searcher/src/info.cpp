// SPDX-License-Identifier: GPL-2.0-or-later
#include "info.hpp"

namespace pinlex {

Result<InfoAnswer> info(const Library& library) {
  const auto sessions = library.sessions();
  if (!sessions) return passed_on(sessions);
  const auto versions = library.versions(*sessions);
  if (!versions) return passed_on(versions);
  InfoAnswer answer;
  for (const auto& pool : library.pools()) {
    const Header& header = pool->header();
    answer.indexes.push_back({pool->path().string(), header.recipe, header.created, header.writer,
                              header.generation, header.passages});
  }
  const auto catalogue = library.catalogue(*sessions);
  if (!catalogue) return passed_on(catalogue);
  for (const auto& version : *versions) {
    answer.versions.push_back(*version.record);
    const Instrument* known = (*catalogue)->find(version.record->version.instrument);
    const bool listed =
        known != nullptr && !answer.catalogued.empty() && answer.catalogued.back().id == known->id;
    if (known != nullptr && !listed) answer.catalogued.push_back(*known);
  }
  return answer;
}

}  // namespace pinlex
