// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "discovery.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/sources/manifest.hpp>

#include <filesystem>
#include <map>
#include <optional>

namespace pinlex {

/// The manifests beside and above the files of a run, each read once.
class Manifests {
 public:
  /// What the manifests from the file's folder up to its root say of it, the nearest strongest. A
  /// file is left out if any of them says so. Fails with Code::usage where one is wrong.
  Result<Manifest::Entry> describe(const FoundFile& file);

 private:
  Result<const Manifest*> in_folder(const std::filesystem::path& folder);

  std::map<std::filesystem::path, std::optional<Manifest>> read_;
};

}  // namespace pinlex
