// SPDX-License-Identifier: GPL-2.0-or-later
#include "library.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <system_error>

namespace pinlex {
namespace {

constexpr std::uint64_t largest_catalogue = 16U << 20;

}  // namespace

Result<void> add_catalogue(Catalogue& catalogue, Concordance& concordance,
                           const std::filesystem::path& path) {
  std::vector<std::filesystem::path> files{path};
  std::error_code failed;
  if (std::filesystem::is_directory(path, failed)) {
    files.clear();
    for (const auto& entry : std::filesystem::directory_iterator(path, failed)) {
      const auto extension = entry.path().extension();
      if (extension == ".toml" || extension == ".tsv") files.push_back(entry.path());
    }
    if (failed) return fail(Code::internal, "cannot list " + path.string());
    std::sort(files.begin(), files.end());
  }
  for (const auto& file : files) {
    const auto text = read_file(file, largest_catalogue);
    if (!text) return passed_on(text);
    const auto added = file.extension() == ".tsv" ? concordance.add_tsv(*text, file.string())
                                                  : catalogue.add_toml(*text, file.string());
    if (!added) return passed_on(added);
  }
  return {};
}

Result<std::unique_ptr<Library>> Library::open(const std::vector<std::filesystem::path>& indexes,
                                               std::filesystem::path catalogue) {
  if (indexes.empty()) return fail(Code::usage, "no index is named", "give one with --index");
  std::unique_ptr<Library> library(new Library(std::move(catalogue)));
  for (const auto& path : indexes) {
    auto reader = IndexReader::open(path);
    if (!reader) return passed_on(reader);
    library->pools_.push_back(std::make_unique<SessionPool>(std::move(*reader)));
  }
  return library;
}

Result<Library::Sessions> Library::sessions() const {
  Sessions sessions;
  for (const auto& pool : pools_) {
    auto session = pool->take();
    if (!session) return passed_on(session);
    sessions.push_back(std::move(*session));
  }
  return sessions;
}

Result<std::shared_ptr<const VersionRecord>> Library::version(const Sessions& sessions,
                                                              std::uint32_t index,
                                                              const std::string& id) const {
  const std::lock_guard lock(mutex_);
  auto& known = known_[{index, id}];
  if (!known) {
    auto record = sessions[index]->reader().version_named(id);
    if (!record) return passed_on(record);
    known = std::make_shared<const VersionRecord>(std::move(*record));
  }
  return known;
}

Result<void> Library::load_versions(const Sessions& sessions) const {
  if (all_known_) return {};
  for (std::uint32_t index = 0; index < sessions.size(); ++index) {
    const IndexReader& reader = sessions[index]->reader();
    const auto documents = reader.documents(term_of(Field::record, "version"));
    if (!documents) return passed_on(documents);
    for (const std::uint32_t document : *documents) {
      auto record = reader.version(document);
      if (!record) return passed_on(record);
      auto& known = known_[{index, record->id()}];
      if (!known) known = std::make_shared<const VersionRecord>(std::move(*record));
    }
  }
  all_known_ = true;
  return {};
}

Result<std::vector<ShelvedVersion>> Library::versions(const Sessions& sessions) const {
  const std::lock_guard lock(mutex_);
  const auto loaded = load_versions(sessions);
  if (!loaded) return passed_on(loaded);
  std::map<std::string, ShelvedVersion> by_id;
  for (const auto& [key, record] : known_) {
    if (record) by_id.try_emplace(key.second, ShelvedVersion{key.first, record});
  }
  std::vector<ShelvedVersion> versions;
  for (auto& [id, version] : by_id) versions.push_back(std::move(version));
  return versions;
}

Result<void> Library::load_names(const Sessions& sessions) const {
  const auto loaded = load_versions(sessions);
  if (!loaded) return passed_on(loaded);
  if (!catalogue_path_.empty()) {
    const auto added = add_catalogue(catalogue_, concordance_, catalogue_path_);
    if (!added) return passed_on(added);
  }
  std::vector<std::pair<std::string, std::string>> extra;
  for (const auto& [key, record] : known_) {
    if (!record || catalogue_.find(record->version.instrument) != nullptr) continue;
    const Version& version = record->version;
    for (const std::string* name : {&version.instrument, &version.title, &version.series}) {
      if (!name->empty()) extra.emplace_back(*name, version.instrument);
    }
  }
  std::sort(extra.begin(), extra.end());
  extra.erase(std::unique(extra.begin(), extra.end()), extra.end());
  citations_ = std::make_unique<CitationReader>(catalogue_, extra);
  return {};
}

Result<const Catalogue*> Library::catalogue(const Sessions& sessions) const {
  const auto loaded = citations(sessions);
  if (!loaded) return passed_on(loaded);
  return &catalogue_;
}

Result<const Concordance*> Library::concordance(const Sessions& sessions) const {
  const auto loaded = citations(sessions);
  if (!loaded) return passed_on(loaded);
  return &concordance_;
}

Result<const CitationReader*> Library::citations(const Sessions& sessions) const {
  const std::lock_guard lock(mutex_);
  if (!citations_) {
    const auto loaded = load_names(sessions);
    if (!loaded) return passed_on(loaded);
  }
  return citations_.get();
}

bool may_hold_citation(std::string_view text) {
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), word.size() + 1));
    const std::size_t at = word.find_first_of("0123456789#");
    if (at == std::string_view::npos) continue;
    // The distance of a connector, "/5" or "+5", and the value of a field are no citations.
    const bool distance = at == 1 && (word[0] == '/' || word[0] == '+') &&
                          word.find_first_not_of("0123456789", 1) == std::string_view::npos;
    const std::size_t colon = word.find(':');
    const bool value = colon < at && field_named(word.substr(0, colon)).has_value();
    if (!distance && !value) return true;
  }
  return false;
}

}  // namespace pinlex
