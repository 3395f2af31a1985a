// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "json_parts.hpp"
#include "layout.hpp"

#include <pinlex/searcher/refs.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

Json json_of(const CitedTarget& target);

/// A short list under a head, and how many more there are.
void put_brief(TextLayout& layout, const std::string& head, const std::vector<CitedTarget>& some,
               std::uint64_t all);

}  // namespace pinlex
