// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The name of the file that describes the files beside and below it.
inline constexpr std::string_view manifest_name = "corpus.toml";

/// What a `corpus.toml` says: a list of `[[file]]` tables, each with `path` (a path or glob
/// relative to the manifest; `*` within a folder, `**` across) and any of the keys instrument,
/// kind, language, edition, title, address, author, published, as_of, retrieved (dates), about;
/// `fields`, a table that says which members of records hold what; and `skip = true` for files to
/// leave out.
class Manifest {
 public:
  struct Entry {
    std::string path;
    bool skip = false;
    Metadata metadata;
    std::size_t line = 0;  ///< Where the manifest says so; 0 of what lookup() gives.
  };

  /// Errors (Code::usage) name file, line and key, and what was expected.
  static Result<Manifest> parse(std::string_view toml, const std::string& file);

  /// All that it says, in its order.
  const std::vector<Entry>& entries() const { return entries_; }

  /// What the manifest says of a file, by its path relative to the manifest's folder. Where several
  /// entries match, a later one is stronger, key by key. `skip` is true if the last one that
  /// matches says so.
  Entry lookup(std::string_view path) const;

 private:
  std::vector<Entry> entries_;
};

/// Whether a path matches a glob: `?`, `*` (not across '/'), `**` (across).
bool glob_matches(std::string_view glob, std::string_view path);

}  // namespace pinlex
