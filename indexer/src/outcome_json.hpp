// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/indexer/indexer.hpp>

#include <nlohmann/json.hpp>

namespace pinlex {

nlohmann::ordered_json json_of(const FileOutcome& file);

/// What json_of() gave; throws nlohmann::json::exception on anything else.
FileOutcome outcome_from(const nlohmann::ordered_json& json);

}  // namespace pinlex
