// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/indexer/indexer.hpp>
#include <pinlex/model/catalogue.hpp>

#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace pinlex {

/// What a run noted of a file whose texts it took in whole.
struct FileNote {
  std::string declared;  ///< fingerprint() of what manifests said of it.
  FileOutcome outcome;
};

/// What the run that made a generation noted of the files it read, so that the next one need not
/// read those that have not changed.
class Notes {
 public:
  Notes() = default;

  /// `reading` is reading_recipe().
  explicit Notes(std::string reading) : reading_(std::move(reading)) {}

  /// What encode() gave. Anything else, or notes made by another way of reading, give none.
  Notes(std::string_view bytes, const std::string& reading);

  std::string encode() const;

  void add(const std::string& root, const std::string& relative, FileNote note);
  const FileNote* find(const std::string& root, const std::string& relative) const;

  const std::map<std::pair<std::string, std::string>, FileNote>& files() const { return files_; }

 private:
  std::string reading_;
  std::map<std::pair<std::string, std::string>, FileNote> files_;  ///< By root and path below it.
};

/// All that decides what is read from the bytes of a file, beside what is declared of it.
std::string reading_recipe(const Catalogue& catalogue);

std::string fingerprint(const Metadata& declared);

}  // namespace pinlex
