// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/searcher/refs.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace pinlex {

/// See Searcher::refs().
Result<RefsAnswer> refs(const Library& library, const RefsRequest& request);

/// What `show` says of the references from and to a provision of one version.
Result<BriefReferences> brief_references(const Library& library, const Library::Sessions& sessions,
                                         const ShelvedVersion& version, const std::string& eid);

}  // namespace pinlex
