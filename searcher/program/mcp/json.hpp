// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace pinlex {

using Json = nlohmann::ordered_json;

/// A message, or nothing where it is not JSON, or nests or holds more than any message needs to.
std::optional<Json> parse_message(std::string_view text);

/// On one line; bytes that are no UTF-8 become U+FFFD.
std::string compact(const Json& json);

/// A member that is a text; empty where it is not there.
std::string text_in(const Json& object, const char* member);

/// How many characters (code points) a text has.
std::size_t characters(std::string_view text);

/// A text from a document as one may show it to a language model: controls, marks that turn the
/// direction, and characters that nobody sees but a model reads are gone. Line ends and tabs stay
/// where `lines` says so, and are spaces else.
std::string harmless(std::string_view text, bool lines);

/// All texts of an answer so; places in them move along.
void make_harmless(Json& answer);

}  // namespace pinlex
