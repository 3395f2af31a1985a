// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/citations/citation.hpp>
#include <pinlex/schema/record.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// Where a provision was found in a version.
struct Place {
  std::string eid;                   ///< Of the nearest that exists; empty for the whole text.
  bool exact = false;                ///< Whether that is what was asked for.
  std::vector<PassageRecord> parts;  ///< Of the passage that holds it, in order.
  std::int32_t outline = -1;         ///< Its line in the outline where it is a grouping.
};

/// Reads a citation that must name an instrument the indexes know. Code::query points at what is
/// wrong with it.
Result<Citation> read_citation(const Library& library, const Library::Sessions& sessions,
                               const std::string& typed);

/// The versions of an instrument, the preferred ones first.
std::vector<ShelvedVersion> versions_of(const std::vector<ShelvedVersion>& all,
                                        const std::string& instrument);

/// Of the versions of one instrument those in these languages and editions; where none are given,
/// the preferred one in English, else in its first language.
std::vector<ShelvedVersion> chosen_versions(const std::vector<ShelvedVersion>& own,
                                            const std::vector<std::string>& languages,
                                            const std::vector<std::string>& editions);

/// Looks a provision up, or else the nearest one above it. An empty `eid` asks for the whole text.
Result<Place> find_provision(const Session& session, const VersionRecord& version,
                             std::string_view eid);

/// The provisions that a citation's item stands for in a version: itself, or all basic units from
/// its first to its last.
std::vector<std::string> cited_eids(const VersionRecord& version, const CitedProvision& cited);

/// The lines of the outline at and below one of them, or all for -1; parents count from the first
/// line returned.
std::vector<OutlineEntry> outline_below(const VersionRecord& version, std::int32_t line);

/// "art. 1 to art. 48": the basic units of a version from the first to the last, or empty.
std::string extent_of(const VersionRecord& version);

}  // namespace pinlex
