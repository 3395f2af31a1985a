// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "lookup.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/show.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace pinlex {

/// A provision of a version, whole, from the parts of the passage that holds it (none for a
/// grouping).
Hit provision_of(const VersionRecord& version, const std::vector<PassageRecord>& parts,
                 std::string_view eid);

/// Gives a grouping without words of its own the heading and path of its line in the outline.
void name_grouping(Hit& hit, const VersionRecord& version, std::int32_t line);

/// The outline of what a provision's texts show, each line with how its words begin.
std::vector<OutlineLine> outline_within(const Hit& provision);

/// Adds up to `count` neighbours on each side.
Result<void> add_neighbours(ShownProvision& shown, const Session& session,
                            const VersionRecord& version, const Place& place, std::uint32_t count);

}  // namespace pinlex
