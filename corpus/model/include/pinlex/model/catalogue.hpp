// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/instrument.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// A title or name found in a catalogue, and the language it is in.
struct TitleMatch {
  const Instrument* instrument = nullptr;
  std::string language;
};

/// The instruments known by name. Read-only after loading; safe for concurrent reads.
class Catalogue {
 public:
  /// Adds the instruments of one TOML text; `file` names it in errors. A later entry with the id of
  /// an earlier one replaces it (that is how users correct the built-in catalogue). Errors
  /// (Code::usage) name file, line, key and what was expected; nothing is added then.
  Result<void> add_toml(std::string_view toml, const std::string& file);

  /// The instrument of that id, or null.
  const Instrument* find(std::string_view id) const;

  /// The instrument that has this full title in some language, compared without regard to case,
  /// punctuation and space. Short names do not count: they are for citations.
  TitleMatch find_title(std::string_view title) const;

  /// All instruments, by id.
  const std::map<std::string, Instrument, std::less<>>& instruments() const { return instruments_; }

 private:
  std::map<std::string, Instrument, std::less<>> instruments_;
  std::unordered_map<std::string, std::pair<std::string, std::string>>
      titles_;  // key → id, language
};

/// The instruments of files and folders (all `.toml` in them, by name), a later place stronger than
/// an earlier one. Fails with Code::usage.
Result<Catalogue> read_catalogue(const std::vector<std::filesystem::path>& places);

/// A title reduced to what counts when titles are compared: letters and digits of ASCII in lower
/// case, other letters as they are, everything else dropped.
std::string title_key(std::string_view title);

}  // namespace pinlex
