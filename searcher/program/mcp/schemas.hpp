// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace pinlex {

/// The JSON Schema file of "pinlex.search/1" and the like, for the answers of tools.
std::string_view schema_text(std::string_view name);

}  // namespace pinlex
