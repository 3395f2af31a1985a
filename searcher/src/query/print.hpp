// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The tree as a query, with a bracket around every group: how the query was read. Parsing it gives
/// the same tree again, if the citations in it are passed along: their byte ranges go to
/// `citations`. The words are the user's; whoever shows them on a terminal calls printable().
std::string canonical(const Node& tree, std::vector<TextRange>* citations = nullptr);

/// One line a node, indented by depth, for --explain-query.
std::string dump(const Node& tree);

/// How a connector is typed: "/5", "+5", "/s", "/p"; empty for other types.
std::string connector(const Node& node);

/// How deep the brackets of the canonical form stand.
std::uint32_t nesting(const Node& tree);

}  // namespace pinlex
