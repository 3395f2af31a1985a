// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_random.hpp"

#include <array>
#include <utility>

namespace pinlex {
namespace {

constexpr std::array<const char*, 5> stems{"tap", "log", "warrant", "relay", "seal"};
constexpr std::array<const char*, 2> endings{"", "ing"};

}  // namespace

std::string stem_word(std::uint32_t number) { return stems[number % stems.size()]; }

std::string text_word(std::uint32_t number) {
  return stem_word(number) + endings[(number / stems.size()) % endings.size()];
}

Node RandomQueries::leaf() {
  Node node;
  switch (below(8)) {
    case 0:
      node.type = NodeType::wildcard;
      node.text = stem_word(below(5)).substr(0, 2 + below(2));
      break;
    case 1:
      node.type = NodeType::exact;
      node.text = text_word(below(10));
      if (below(2) == 0) node.text += " " + text_word(below(10));
      break;
    case 2:
    case 3:
      node.type = NodeType::phrase;
      node.text = text_word(below(10));
      node.text += " " + text_word(below(10));
      if (below(3) == 0) node.text += " " + text_word(below(10));
      node.expansion = below(4) == 0 ? Expansion::never : Expansion::by_default;
      break;
    default:
      node.type = NodeType::word;
      node.text = text_word(below(10));
      node.expansion = below(6) == 0 ? Expansion::always : Expansion::by_default;
  }
  if (below(8) != 0) return node;
  Node heading;
  heading.type = NodeType::heading;
  heading.children.push_back(std::move(node));
  return heading;
}

Node RandomQueries::fact() {
  Node node;
  if (below(3) == 0) {
    node.type = NodeType::citation;
    node.text = below(2) == 0 ? "art. 21(3) Budapest" : "Artikel 8 lid 2 EVRM";
    return node;
  }
  node.type = NodeType::field;
  switch (below(3)) {
    case 0:
      node.field = "kind";
      node.text = "explanatory-report";
      break;
    case 1:
      node.field = "art";
      node.text = "16";
      node.text2 = "21";
      break;
    default:
      node.field = "instrument";
      node.text = "Budapest Convention";
  }
  return node;
}

/// AND, OR or a row: two or three children, none of the same type.
Node RandomQueries::group(NodeType type, int depth, bool facts) {
  Node node;
  node.type = type;
  const std::uint32_t count = 2 + below(2);
  while (node.children.size() < count) {
    const bool words_only = type == NodeType::ranked;
    Node child = operand(depth - 1, facts);
    if (child.type == type) continue;
    // A row takes conditions out of itself; those of nothing else count as one.
    const auto narrows = [](const Node& n, const auto& self) -> bool {
      if (n.type == NodeType::field || n.type == NodeType::negation) return true;
      if (n.type != NodeType::conjunction && n.type != NodeType::disjunction) return false;
      for (const Node& inner : n.children) {
        if (!self(inner, self)) return false;
      }
      return true;
    };
    if (words_only && narrows(child, narrows)) continue;
    node.children.push_back(std::move(child));
  }
  return node;
}

/// An operand of a connector. With `conjunction`, an AND may stand in it.
Node RandomQueries::side(int depth, bool conjunction) {
  const std::uint32_t kind = below(depth > 0 ? 8 : 1);
  if (kind < 4) return leaf();
  if (kind == 4 && !conjunction) return leaf();
  if (kind < 6) return proximity(depth - 1);
  Node node;
  node.type = kind == 6 || !conjunction ? NodeType::disjunction : NodeType::conjunction;
  const std::uint32_t count = 2 + below(2);
  while (node.children.size() < count) {
    Node child = side(depth - 1, conjunction);
    if (child.type != node.type) node.children.push_back(std::move(child));
  }
  return node;
}

Node RandomQueries::proximity(int depth) {
  Node node;
  constexpr std::array<NodeType, 4> types{NodeType::near, NodeType::ordered_near,
                                          NodeType::same_sentence, NodeType::same_paragraph};
  node.type = types[below(4)];
  const bool counted = node.type == NodeType::near || node.type == NodeType::ordered_near;
  if (counted) node.distance = 1 + below(4);
  const std::uint32_t which = counted ? below(4) : 2;
  node.children.push_back(side(depth, which == 0));
  node.children.push_back(side(depth, which == 1));
  return node;
}

Node RandomQueries::operand(int depth, bool facts) {
  const std::uint32_t kind = below(depth > 0 ? 11 : 2);
  if (kind == 0 && facts) return fact();
  if (kind < 2) return leaf();
  if (kind < 6) return proximity(depth - 1);
  if (kind == 6) {
    Node inner = operand(depth - 1, facts);
    if (inner.type == NodeType::negation) return inner;
    Node node;
    node.type = NodeType::negation;
    node.children.push_back(std::move(inner));
    return node;
  }
  constexpr std::array<NodeType, 4> types{NodeType::ranked, NodeType::conjunction,
                                          NodeType::disjunction, NodeType::ranked};
  return group(types[kind - 7], depth, facts);
}

Node RandomQueries::tree(int depth, bool facts) { return operand(depth, facts); }

}  // namespace pinlex
