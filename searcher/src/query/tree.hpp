// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/searcher.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// What a node of a query asks for.
enum class NodeType : std::uint8_t {
  ranked,          ///< Children rank; any of them may match.
  word,            ///< `text`, in every form its stem has.
  wildcard,        ///< Words that begin with `text`.
  exact,           ///< `exact:word` or `exact:"phrase"`: `text` without stemming.
  phrase,          ///< The words of `text`, stemmed, in a row; stop words count.
  conjunction,     ///< AND: all children, within one passage.
  disjunction,     ///< OR: any child.
  negation,        ///< NOT: the one child does not match.
  near,            ///< a /n b: nearest ends at most `distance` positions apart.
  ordered_near,    ///< a +n b: the same, in that order.
  same_sentence,   ///< a /s b
  same_paragraph,  ///< a /p b
  field,           ///< `field`:`text`; `text2` is the end of a range such as date:2001..2024.
  heading,         ///< in:heading applied to the one child (a word, wildcard, phrase or exact).
  citation,        ///< A citation typed in the query; `text` as typed.
};

/// How far a word may be replaced by what means the same.
enum class Expansion : std::uint8_t { by_default, never, always };

/// A node of the tree that a query is read as. Built by the parser, checked there: arities,
/// fields and limits hold. What else the parser promises stands at parse_query().
struct Node {
  NodeType type = NodeType::ranked;
  std::string text;
  std::string text2;
  std::string field;
  std::uint32_t distance = 0;
  Expansion expansion = Expansion::by_default;
  bool translated = false;  ///< Of a word: what stands for it in other languages matches, too.
  double weight = 0;        ///< Of a field among ranked words that ranks with them; others decide.
  std::vector<Node> children;
  TextRange place;  ///< Bytes of the query it was read from.
};

/// Whether two trees ask the same; places are not compared.
bool same_query(const Node& a, const Node& b);

/// a /n b, a +n b, a /s b, a /p b.
bool is_proximity(NodeType type);

/// A word, wildcard, phrase or exact: what the words of a text decide.
bool is_text_leaf(NodeType type);

/// The leaves that the words of a text decide, left to right; those below a heading too.
std::vector<const Node*> text_leaves(const Node& tree);

/// The leaves that the text does not decide, left to right: fields and citations.
std::vector<const Node*> fact_leaves(const Node& tree);

/// Whether any node of the tree has that type.
bool holds(const Node& tree, NodeType type);

}  // namespace pinlex
