// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/print.hpp"

#include "query/characters.hpp"
#include "query/lexer.hpp"

#include <algorithm>

namespace pinlex {
namespace {

bool is_group(NodeType type) {
  return type == NodeType::ranked || type == NodeType::conjunction ||
         type == NodeType::disjunction || is_proximity(type);
}

/// Connectors read from left to right, so the left one of a chain needs no bracket.
bool has_bracket(const Node& parent, std::size_t child) {
  if (!is_group(parent.children[child].type)) return false;
  return !(is_proximity(parent.type) && child == 0 && is_proximity(parent.children[0].type));
}

std::string_view mark(Expansion expansion) {
  switch (expansion) {
    case Expansion::by_default:
      return "";
    case Expansion::never:
      return "=";
    case Expansion::always:
      return "~";
  }
  return "";
}

bool is_plain_value(std::string_view value) {
  if (value.empty() || value.find("..") != std::string_view::npos) return false;
  const auto plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x80 && (is_word_character(byte) ||
                           std::string_view("-._#@:/~").find(c) != std::string_view::npos);
  };
  return std::all_of(value.begin(), value.end(), plain) &&
         is_word_character(static_cast<unsigned char>(value.back()));
}

class Printer {
 public:
  explicit Printer(std::vector<TextRange>* citations) : citations_(citations) {}

  void print(const Node& node);
  std::string text;

 private:
  void print_children(const Node& node, std::string_view between);
  void print_field(const Node& node);
  void print_citation(const Node& node);

  std::vector<TextRange>* citations_;
};

void Printer::print_children(const Node& node, std::string_view between) {
  for (std::size_t i = 0; i < node.children.size(); ++i) {
    if (i > 0) text += between;
    const bool bracket = has_bracket(node, i);
    if (bracket) text += '(';
    print(node.children[i]);
    if (bracket) text += ')';
  }
}

void Printer::print_field(const Node& node) {
  text += node.field + ":";
  if (!node.text2.empty()) {
    text += node.text + ".." + node.text2;
  } else if (is_plain_value(node.text)) {
    text += node.text;
  } else {
    text += '"' + node.text + '"';
  }
}

void Printer::print_citation(const Node& node) {
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += node.text;
  if (citations_ != nullptr) {
    citations_->push_back({begin, static_cast<std::uint32_t>(text.size())});
  }
}

void Printer::print(const Node& node) {
  switch (node.type) {
    case NodeType::ranked:
      return print_children(node, " ");
    case NodeType::conjunction:
      return print_children(node, " AND ");
    case NodeType::disjunction:
      return print_children(node, " OR ");
    case NodeType::near:
    case NodeType::ordered_near:
    case NodeType::same_sentence:
    case NodeType::same_paragraph:
      return print_children(node, " " + connector(node) + " ");
    case NodeType::negation:
      text += "NOT ";
      return print_children(node, "");
    case NodeType::heading:
      text += "in:heading ";
      return print_children(node, "");
    case NodeType::word:
      text += mark(node.expansion);
      text += node.text;
      return;
    case NodeType::wildcard:
      text += node.text + "*";
      return;
    case NodeType::exact:
      text += "exact:\"" + node.text + "\"";
      return;
    case NodeType::phrase:
      text += mark(node.expansion);
      text += '"' + node.text + '"';
      return;
    case NodeType::field:
      return print_field(node);
    case NodeType::citation:
      return print_citation(node);
  }
}

std::string_view name(NodeType type) {
  switch (type) {
    case NodeType::ranked:
      return "ranked";
    case NodeType::word:
      return "word";
    case NodeType::wildcard:
      return "wildcard";
    case NodeType::exact:
      return "exact";
    case NodeType::phrase:
      return "phrase";
    case NodeType::conjunction:
      return "all of";
    case NodeType::disjunction:
      return "any of";
    case NodeType::negation:
      return "not";
    case NodeType::near:
      return "near";
    case NodeType::ordered_near:
      return "near, in order";
    case NodeType::same_sentence:
      return "in one sentence";
    case NodeType::same_paragraph:
      return "in one paragraph";
    case NodeType::field:
      return "field";
    case NodeType::heading:
      return "in a heading";
    case NodeType::citation:
      return "citation";
  }
  return "";
}

void dump_to(const Node& node, std::size_t depth, std::string& out) {
  out.append(2 * depth, ' ');
  out += name(node.type);
  if (node.type == NodeType::field) {
    out += " " + node.field + ": \"" + node.text + "\"";
    if (!node.text2.empty()) out += " to \"" + node.text2 + "\"";
  } else if (!node.text.empty()) {
    out += " \"" + node.text + "\"";
  }
  if (is_proximity(node.type)) out += " (" + connector(node) + ")";
  if (node.expansion == Expansion::never) out += ", never expanded";
  if (node.expansion == Expansion::always) out += ", always expanded";
  out += '\n';
  for (const Node& child : node.children) dump_to(child, depth + 1, out);
}

}  // namespace

std::string connector(const Node& node) {
  switch (node.type) {
    case NodeType::near:
      return "/" + std::to_string(node.distance);
    case NodeType::ordered_near:
      return "+" + std::to_string(node.distance);
    case NodeType::same_sentence:
      return "/s";
    case NodeType::same_paragraph:
      return "/p";
    case NodeType::ranked:
    case NodeType::word:
    case NodeType::wildcard:
    case NodeType::exact:
    case NodeType::phrase:
    case NodeType::conjunction:
    case NodeType::disjunction:
    case NodeType::negation:
    case NodeType::field:
    case NodeType::heading:
    case NodeType::citation:
      return "";
  }
  return "";
}

std::string canonical(const Node& tree, std::vector<TextRange>* citations) {
  Printer printer(citations);
  printer.print(tree);
  return std::move(printer.text);
}

std::string dump(const Node& tree) {
  std::string out;
  dump_to(tree, 0, out);
  return out;
}

std::uint32_t nesting(const Node& tree) {
  std::uint32_t deepest = 0;
  for (std::size_t i = 0; i < tree.children.size(); ++i) {
    deepest = std::max(deepest, nesting(tree.children[i]) + (has_bracket(tree, i) ? 1 : 0));
  }
  return deepest;
}

std::string dump(const std::vector<QueryToken>& tokens) {
  static constexpr std::string_view names[] = {"word",
                                               "wildcard",
                                               "phrase",
                                               "exact",
                                               "field",
                                               "in heading",
                                               "citation",
                                               "open",
                                               "close",
                                               "AND",
                                               "OR",
                                               "NOT",
                                               "near",
                                               "near, in order",
                                               "in one sentence",
                                               "in one paragraph"};
  std::string out;
  for (const QueryToken& token : tokens) {
    out += std::to_string(token.place.begin) + "-" + std::to_string(token.place.end) + " ";
    out += names[static_cast<std::size_t>(token.type)];
    if (!token.field.empty()) out += " " + token.field + ":";
    if (!token.text.empty()) out += " \"" + token.text + "\"";
    if (!token.text2.empty()) out += " to \"" + token.text2 + "\"";
    if (!mark(token.expansion).empty()) out += " " + std::string(mark(token.expansion));
    out += '\n';
  }
  return out;
}

}  // namespace pinlex
