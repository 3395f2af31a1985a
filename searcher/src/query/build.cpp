// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/build.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pinlex {
namespace {

TextRange hull_of(const std::vector<Node>& nodes) {
  TextRange hull = nodes.front().place;
  for (const Node& node : nodes) {
    hull.begin = std::min(hull.begin, node.place.begin);
    hull.end = std::max(hull.end, node.place.end);
  }
  return hull;
}

/// Whether a node only narrows: fields and NOT, and AND and OR of nothing else.
bool is_condition(const Node& node) {
  if (node.type == NodeType::field || node.type == NodeType::negation) return true;
  if (node.type != NodeType::conjunction && node.type != NodeType::disjunction) return false;
  return std::all_of(node.children.begin(), node.children.end(), is_condition);
}

/// A connector being built: what its operands are brought to.
struct Connector {
  NodeType type;
  std::uint32_t distance;
  std::string typed;

  bool within_segment() const {
    return type == NodeType::same_sentence || type == NodeType::same_paragraph;
  }
};

std::optional<Misplaced> fit(Node& node, const Connector& connector);

/// (a AND b AND c) under /s or /p: all within one, so a /p b /p c.
void chain(Node& node, const Connector& connector) {
  Node left = std::move(node.children.front());
  for (std::size_t i = 1; i < node.children.size(); ++i) {
    Node pair;
    pair.type = connector.type;
    pair.place = {left.place.begin, node.children[i].place.end};
    pair.children.push_back(std::move(left));
    pair.children.push_back(std::move(node.children[i]));
    left = std::move(pair);
  }
  node = std::move(left);
}

Misplaced misplaced(const Node& node, const Connector& connector) {
  if (node.type == NodeType::negation) {
    return {node.place, "NOT cannot stand beside " + connector.typed,
            "put it before the whole, as in NOT (a " + connector.typed + " b)"};
  }
  const std::string what = node.type == NodeType::field ? "a field" : "a citation";
  return {node.place, what + " cannot stand beside " + connector.typed,
          connector.typed + " goes between words; put AND before " + what};
}

std::optional<Misplaced> fit_children(Node& node, const Connector& connector) {
  for (Node& child : node.children) {
    if (std::optional<Misplaced> problem = fit(child, connector)) return problem;
  }
  return std::nullopt;
}

std::optional<Misplaced> fit(Node& node, const Connector& connector) {
  switch (node.type) {
    case NodeType::word:
    case NodeType::wildcard:
    case NodeType::exact:
    case NodeType::phrase:
    case NodeType::heading:
    case NodeType::near:
    case NodeType::ordered_near:
    case NodeType::same_sentence:
    case NodeType::same_paragraph:
      return std::nullopt;
    case NodeType::negation:
    case NodeType::field:
    case NodeType::citation:
      return misplaced(node, connector);
    case NodeType::ranked:
    case NodeType::disjunction: {
      if (std::optional<Misplaced> problem = fit_children(node, connector)) return problem;
      node = joined(NodeType::disjunction, std::move(node.children));
      return std::nullopt;
    }
    case NodeType::conjunction: {
      if (std::optional<Misplaced> problem = fit_children(node, connector)) return problem;
      if (connector.within_segment()) chain(node, connector);
      return std::nullopt;
    }
  }
  return std::nullopt;
}

/// The AND of an operand, below ORs but not below another connector.
const Node* conjunction_in(const Node& node) {
  if (node.type == NodeType::conjunction) return &node;
  if (node.type != NodeType::disjunction) return nullptr;
  for (const Node& child : node.children) {
    if (const Node* found = conjunction_in(child)) return found;
  }
  return nullptr;
}

}  // namespace

Node joined(NodeType type, std::vector<Node> children) {
  if (children.size() == 1) return std::move(children.front());
  Node node;
  node.type = type;
  node.place = hull_of(children);
  for (Node& child : children) {
    if (child.type == type) {
      std::move(child.children.begin(), child.children.end(), std::back_inserter(node.children));
    } else {
      node.children.push_back(std::move(child));
    }
  }
  return node;
}

Node row_of(std::vector<Node> operands) {
  const auto conditions = std::stable_partition(
      operands.begin(), operands.end(), [](const Node& node) { return !is_condition(node); });
  std::vector<Node> all;
  if (conditions != operands.begin()) {
    std::vector<Node> words(std::make_move_iterator(operands.begin()),
                            std::make_move_iterator(conditions));
    all.push_back(joined(NodeType::ranked, std::move(words)));
  }
  std::move(conditions, operands.end(), std::back_inserter(all));
  return joined(NodeType::conjunction, std::move(all));
}

Node negation_of(Node child, TextRange place) {
  if (child.type == NodeType::negation) {
    Node inner = std::move(child.children.front());
    return inner;
  }
  Node node;
  node.type = NodeType::negation;
  node.place = place;
  node.children.push_back(std::move(child));
  return node;
}

std::optional<Misplaced> put_in_heading(Node& node, TextRange place) {
  if (is_text_leaf(node.type)) {
    Node heading;
    heading.type = NodeType::heading;
    heading.place = {place.begin, node.place.end};
    heading.children.push_back(std::move(node));
    node = std::move(heading);
    return std::nullopt;
  }
  if (node.type == NodeType::field || node.type == NodeType::citation) {
    return Misplaced{node.place, "in:heading goes before a word, a phrase or a group of them",
                     "put AND between it and what it does not apply to"};
  }
  if (node.type == NodeType::heading) return std::nullopt;
  for (Node& child : node.children) {
    if (std::optional<Misplaced> problem = put_in_heading(child, place)) return problem;
  }
  return std::nullopt;
}

std::optional<Misplaced> connect(Node& node, Node left, Node right) {
  const Connector connector{node.type, node.distance, std::exchange(node.text, {})};
  if (std::optional<Misplaced> problem = fit(left, connector)) return problem;
  if (std::optional<Misplaced> problem = fit(right, connector)) return problem;
  const Node* second = conjunction_in(right);
  if (second != nullptr && conjunction_in(left) != nullptr) {
    return Misplaced{second->place, "AND stands on both sides of " + connector.typed,
                     "put it on one side, or use /s or /p"};
  }
  node.place = {left.place.begin, right.place.end};
  node.children.push_back(std::move(left));
  node.children.push_back(std::move(right));
  return std::nullopt;
}

}  // namespace pinlex
