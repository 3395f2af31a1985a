// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/tree.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pinlex {

// How the parser puts nodes together so that every query has one tree; see parse_query().

/// Something that may not stand where it is, as the parts of an Error.
struct Misplaced {
  TextRange place;
  std::string sentence;
  std::string hint;
};

/// AND and OR: children of the same type are taken up; one child stays as it is.
Node joined(NodeType type, std::vector<Node> children);

/// Operands side by side, at least one.
Node row_of(std::vector<Node> operands);

Node negation_of(Node child, TextRange place);

/// `node` with in:heading on each of its words.
std::optional<Misplaced> put_in_heading(Node& node, TextRange place);

/// A connector between two operands, which are brought to the form the tree promises. `node` holds
/// type, distance, and the operator as typed in `text`, which is cleared.
std::optional<Misplaced> connect(Node& node, Node left, Node right);

}  // namespace pinlex
