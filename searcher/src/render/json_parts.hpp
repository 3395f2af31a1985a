// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/hit.hpp>

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace pinlex {

using Json = nlohmann::ordered_json;

/// Two spaces a level, and a line end; bytes that are no UTF-8 become U+FFFD.
std::string printed(const Json& json);

/// Sets a member, unless it is unknown.
void put_known(Json& object, const char* key, const std::string& value);

Json json_of(const std::vector<TextRange>& places);
Json json_of(SourceRange source);
Json json_of(const Provenance& from);

/// What a hit and a provision shown have in common.
void put_provision(Json& json, const Hit& hit);

}  // namespace pinlex
