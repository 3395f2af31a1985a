// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/catalogue.hpp>
#include <pinlex/model/passage.hpp>
#include <pinlex/schema/record.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// Root and path of a file, as people name it.
std::string file_of(const Source& source);

/// What one file holds of one version.
struct Part {
  Version version;  ///< Without provisions and pieces; `source` is the file.
  std::vector<OutlineEntry> outline;
  std::vector<Passage> passages;

  std::string id() const;    ///< "coe-185@en".
  std::string file() const;  ///< file_of() its source.
};

/// The part that a version read from one file makes.
Part part_of(Version version);

/// The path that names the instrument of a version, with the root: two of them cannot name the
/// same one. Empty where the catalogue or a declaration names it.
std::string naming_path(const Version& version, const Catalogue& catalogue);

/// A basic unit of the text itself, not of an annex.
bool is_article(const OutlineEntry& entry);

/// How many basic units there are outside annexes.
std::uint32_t count_articles(const std::vector<OutlineEntry>& outline);

}  // namespace pinlex
