// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex::fetching {

/// What a server says to tell one state of a text from another.
struct Validators {
  std::string etag;
  std::string last_modified;

  bool empty() const { return etag.empty() && last_modified.empty(); }
  friend bool operator==(const Validators&, const Validators&) = default;
};

/// A file that was fetched, or saved by hand.
struct Copy {
  std::string file;           ///< Below the folder, with '/'.
  std::string address;        ///< As the catalogue has it; empty for a file saved by hand.
  std::string final_address;  ///< Where redirections led to.
  std::string saved_as;       ///< The name of a file saved by hand.
  std::string time;           ///< When it came, "2024-05-06T07:08:09Z".
  std::uint64_t bytes = 0;
  std::string sha256;
  std::string content_type;  ///< As the server names it.
  Validators validators;
  std::string format;              ///< As the readers name it.
  std::vector<std::string> texts;  ///< "coe-185@en", what the readers found in it.
  std::string says;                ///< The verdict, in words.
  std::string edition;             ///< Of an accepted file, as the catalogue has it; may be empty.

  friend bool operator==(const Copy&, const Copy&) = default;
};

/// What the folder has of a text.
struct LockEntry {
  std::optional<Copy> accepted;
  std::optional<Copy> refused;  ///< The last file that came and was not right, kept aside.

  friend bool operator==(const LockEntry&, const LockEntry&) = default;
};

/// All that the folder has, by the stems of texts ("coe-185.en").
using LockFile = std::map<std::string, LockEntry>;

/// The lock file as JSON (`pinlex.fetch-lock/1`).
std::string to_json(const LockFile& lock);

/// Reads it; fails with Code::usage where it is something else. `file` names it in errors. Names of
/// files that would lead out of the folder are refused.
Result<LockFile> read_lock_file(std::string_view json, const std::string& file);

/// The `corpus.toml` that tells pinlex-index what the accepted files are.
std::string manifest_of(const LockFile& lock);

/// Whether a `corpus.toml` was made by manifest_of().
bool is_our_manifest(std::string_view toml);

}  // namespace pinlex::fetching
