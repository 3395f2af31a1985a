// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/provision.hpp>
#include <pinlex/model/source.hpp>

#include <vector>

namespace pinlex {

/// Turns the ranges of all texts of the versions, which lie in a transcoded text, into those of the
/// file. `origin` leads from one to the other; where a run of it does not correspond byte by byte,
/// the way back is kept word by word.
void lead_back(const std::vector<Segment>& origin, std::vector<Version>& versions);

}  // namespace pinlex
