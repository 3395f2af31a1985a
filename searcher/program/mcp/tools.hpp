// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "json.hpp"

#include <pinlex/searcher/searcher.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace pinlex {

/// Revisions of the Model Context Protocol, oldest first.
enum class McpRevision : std::uint8_t { v2024_11_05, v2025_03_26, v2025_06_18 };

/// Most characters of an answer, where a call does not say.
inline constexpr std::size_t usual_max_chars = 20000;

/// The tools as `tools/list` gives them.
Json list_tools(McpRevision revision);

bool has_tool(const std::string& name);

/// Calls a tool. What goes wrong is a result too, marked as an error, so that the model reads what
/// to do about it.
Json call_tool(const Searcher& searcher, const std::string& name, const Json& arguments,
               McpRevision revision);

}  // namespace pinlex
