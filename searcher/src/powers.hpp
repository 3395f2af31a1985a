// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/searcher/powers.hpp>

#include <set>
#include <string>

namespace pinlex {

Result<PowersAnswer> powers(const Library& library, const PowersRequest& request);

/// The passages, as instrument#eId, that give a power which a safeguard limits that stands
/// elsewhere: the one of that id or a case of it.
Result<std::set<std::string>> subject_to(const std::string& safeguard, Session& session);

}  // namespace pinlex
