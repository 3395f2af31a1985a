// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/tree.hpp"

#include <algorithm>

namespace pinlex {
namespace {

void collect(const Node& node, bool text, std::vector<const Node*>& out) {
  const bool fact = node.type == NodeType::field || node.type == NodeType::citation;
  if (text ? is_text_leaf(node.type) : fact) out.push_back(&node);
  for (const Node& child : node.children) collect(child, text, out);
}

}  // namespace

bool same_query(const Node& a, const Node& b) {
  return a.type == b.type && a.text == b.text && a.text2 == b.text2 && a.field == b.field &&
         a.distance == b.distance && a.expansion == b.expansion &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                    same_query);
}

bool is_proximity(NodeType type) {
  return type == NodeType::near || type == NodeType::ordered_near ||
         type == NodeType::same_sentence || type == NodeType::same_paragraph;
}

bool is_text_leaf(NodeType type) {
  return type == NodeType::word || type == NodeType::wildcard || type == NodeType::exact ||
         type == NodeType::phrase;
}

std::vector<const Node*> text_leaves(const Node& tree) {
  std::vector<const Node*> leaves;
  collect(tree, true, leaves);
  return leaves;
}

std::vector<const Node*> fact_leaves(const Node& tree) {
  std::vector<const Node*> leaves;
  collect(tree, false, leaves);
  return leaves;
}

bool holds(const Node& tree, NodeType type) {
  if (tree.type == type) return true;
  return std::any_of(tree.children.begin(), tree.children.end(),
                     [type](const Node& child) { return holds(child, type); });
}

}  // namespace pinlex
