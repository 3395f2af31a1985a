// SPDX-License-Identifier: GPL-2.0-or-later
#include "info.hpp"

#include <pinlex/model/catalogue.hpp>

#include <algorithm>

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

Result<void> keep_only(InfoAnswer& answer, const std::string& instrument) {
  const std::string wanted = title_key(instrument);
  std::erase_if(answer.versions, [&](const VersionRecord& record) {
    const Version& version = record.version;
    const auto is_wanted = [&](const std::string& name) { return title_key(name) == wanted; };
    return !is_wanted(version.instrument) && !is_wanted(version.title) &&
           !is_wanted(version.series);
  });
  std::erase_if(answer.catalogued, [&](const Instrument& known) {
    return std::none_of(
        answer.versions.begin(), answer.versions.end(),
        [&](const VersionRecord& record) { return record.version.instrument == known.id; });
  });
  if (!answer.versions.empty()) return {};
  return fail(Code::nothing_found, "the index has no text of " + instrument,
              "`pinlex info` lists what it has");
}

}  // namespace pinlex
