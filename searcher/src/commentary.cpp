// SPDX-License-Identifier: GPL-2.0-or-later
#include "commentary.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <map>
#include <string_view>

namespace pinlex {
namespace {

CommentaryNote note_of(const VersionRecord& record) {
  const Version& version = record.version;
  return {record.id(),       version.title,   version.author,
          version.published, version.address, std::string(name(version.edition))};
}

}  // namespace

Result<std::vector<CommentaryNote>> commentary_on(const Library& library,
                                                  const Library::Sessions& sessions,
                                                  const std::string& instrument,
                                                  const std::string& eid) {
  std::map<std::string, CommentaryNote> by_id;
  for (std::string_view at = eid; !at.empty(); at = parent_eid(at)) {
    const std::string term =
        term_of(Field::about, ProvisionId{instrument, std::string(at), {}}.str());
    for (std::uint32_t index = 0; index < sessions.size(); ++index) {
      const IndexReader& reader = sessions[index]->reader();
      const auto documents = reader.documents(term);
      if (!documents) return passed_on(documents);
      for (const std::uint32_t document : *documents) {
        const auto passage = reader.passage(document);
        if (!passage) return passed_on(passage);
        if (by_id.contains(passage->version)) continue;
        const auto version = library.version(sessions, index, passage->version);
        if (!version) return passed_on(version);
        by_id.emplace(passage->version, note_of(**version));
      }
    }
  }
  std::vector<CommentaryNote> notes;
  for (auto& [id, note] : by_id) notes.push_back(std::move(note));
  std::stable_sort(notes.begin(), notes.end(),
                   [](const auto& a, const auto& b) { return a.published > b.published; });
  return notes;
}

}  // namespace pinlex
