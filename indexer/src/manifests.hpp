// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "discovery.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/sources/manifest.hpp>

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace pinlex {

/// The manifests beside and above the files of a run, each read once.
class Manifests {
 public:
  /// What the manifests from the file's folder up to its root say of it, the nearest strongest. A
  /// file is left out if any of them says so. Fails with Code::usage where one is wrong.
  Result<Manifest::Entry> describe(const FoundFile& file);

  /// Entries that none of the files described so far matches, "FILE:LINE: …": more likely a slip of
  /// the pen than meant. Only manifests all of whose files are in the run are looked at, and globs
  /// that leave files out may find none.
  std::vector<std::string> unused() const;

 private:
  struct Read {
    std::optional<Manifest> manifest;
    std::vector<bool> used;  ///< By entry.
    bool whole = false;      ///< All of the folder is in the run.
  };
  Result<Read*> in_folder(const std::filesystem::path& folder);

  std::map<std::filesystem::path, Read> read_;
};

}  // namespace pinlex
