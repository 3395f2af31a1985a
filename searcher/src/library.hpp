// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "session.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/citations/citation.hpp>
#include <pinlex/model/catalogue.hpp>
#include <pinlex/model/concordance.hpp>
#include <pinlex/schema/record.hpp>

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// A version and the index it is in.
struct ShelvedVersion {
  std::uint32_t index = 0;
  std::shared_ptr<const VersionRecord> record;
};

/// The texts of the indexes searched, and the names people know them by. What costs time is read
/// when first asked for and kept. Safe for concurrent use.
class Library {
 public:
  using Sessions = std::vector<SessionPool::Lease>;

  static Result<std::unique_ptr<Library>> open(const std::vector<std::filesystem::path>& indexes,
                                               std::filesystem::path catalogue);

  const std::vector<std::unique_ptr<SessionPool>>& pools() const { return pools_; }

  /// One session on each index, in order.
  Result<Sessions> sessions() const;

  /// A version of one index by its id.
  Result<std::shared_ptr<const VersionRecord>> version(const Sessions& sessions,
                                                       std::uint32_t index,
                                                       const std::string& id) const;

  /// All versions, by id; where two indexes hold one, that of the first.
  Result<std::vector<ShelvedVersion>> versions(const Sessions& sessions) const;

  /// The catalogue; empty where none was given.
  Result<const Catalogue*> catalogue(const Sessions& sessions) const;

  /// The concordances of the catalogue's folder.
  Result<const Concordance*> concordance(const Sessions& sessions) const;

  /// The reader of citations, which knows the catalogue and the titles of what is indexed.
  Result<const CitationReader*> citations(const Sessions& sessions) const;

 private:
  explicit Library(std::filesystem::path catalogue) : catalogue_path_(std::move(catalogue)) {}

  Result<void> load_versions(const Sessions& sessions) const;
  Result<void> load_names(const Sessions& sessions) const;

  std::filesystem::path catalogue_path_;
  std::vector<std::unique_ptr<SessionPool>> pools_;

  mutable std::mutex mutex_;
  mutable std::map<std::pair<std::uint32_t, std::string>, std::shared_ptr<const VersionRecord>>
      known_;
  mutable bool all_known_ = false;
  mutable Catalogue catalogue_;
  mutable Concordance concordance_;
  mutable std::unique_ptr<CitationReader> citations_;
};

/// Adds a file of instruments, or all those of a folder by name, with its concordances.
Result<void> add_catalogue(Catalogue& catalogue, Concordance& concordance,
                           const std::filesystem::path& path);

/// Whether a citation may be in a text: a cheap look that errs on the side of yes.
bool may_hold_citation(std::string_view text);

}  // namespace pinlex
