// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What the file system calls the same: device and inode.
struct Identity {
  std::uint64_t device = 0;
  std::uint64_t inode = 0;
  friend bool operator==(const Identity&, const Identity&) = default;
  friend bool operator<(const Identity& a, const Identity& b) {
    return a.device != b.device ? a.device < b.device : a.inode < b.inode;
  }
};

/// What stands at a path. A link is followed; `is_link` says that it was one.
struct DiskEntry {
  enum class Type : std::uint8_t { file, folder, other };
  Type type = Type::other;
  bool is_link = false;
  Identity identity;
};

/// The little of a file system that discovery needs; tests have one in memory.
class FileTree {
 public:
  virtual ~FileTree() = default;
  /// Nothing where there is nothing, or a link to nothing.
  virtual std::optional<DiskEntry> look_at(const std::filesystem::path& path) const = 0;
  /// The names in a folder, in any order. The error says why it cannot be read.
  virtual Result<std::vector<std::string>> names_in(const std::filesystem::path& folder) const = 0;
};

/// The file system of this machine.
const FileTree& disk();

/// A file to read.
struct FoundFile {
  std::filesystem::path path;  ///< As it is opened and named in the report.
  std::string root;            ///< The root it was found under, as given, normalised.
  std::string relative;        ///< Path below the root; the name where the root is the file.
};

/// What was met and is not read.
struct PassedOver {
  std::string file;
  std::string refused;  ///< Why; or empty where nothing is lost.
  std::string same_as;  ///< What is read instead: a link led to it.
};

/// A place whose content could not be listed: what came from it before is not known to be gone.
struct Unlisted {
  std::string root;
  std::string below;  ///< Path below the root, empty for all of it.
};

struct Discovery {
  std::vector<std::string> roots;  ///< Normalised, ascending, none twice.
  std::vector<FoundFile> files;    ///< By path.
  std::vector<PassedOver> passed_over;
  std::vector<Unlisted> unlisted;
};

/// The root whose one file is given with the request.
inline constexpr std::string_view standard_input_root = "-";

struct DiscoveryOptions {
  /// The index that is written, which is no source; may not exist.
  std::filesystem::path index;
  /// Whether a root that does not exist counts as an empty one.
  bool missing_is_empty = false;
};

/// Finds the files below the roots. Names that begin with a dot and manifests are left out. Links
/// are followed after everything else is found, so that a text is named by its own path. Fails with
/// Code::usage for a root that does not exist.
Result<Discovery> discover(const std::vector<std::filesystem::path>& roots, const FileTree& tree,
                           const DiscoveryOptions& options);

/// A root as it is compared and stored: lexically normal, without a slash at the end.
std::string normal_root(const std::filesystem::path& root);

}  // namespace pinlex
