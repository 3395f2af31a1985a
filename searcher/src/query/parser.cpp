// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/parser.hpp"

#include "query/build.hpp"
#include "query/print.hpp"
#include "query/query_error.hpp"

#include <optional>
#include <utility>

namespace pinlex {
namespace {

using Type = QueryTokenType;

constexpr std::string_view no_word = "write what the text should speak of";

bool is_connector(Type type) {
  return type == Type::near || type == Type::ordered_near || type == Type::same_sentence ||
         type == Type::same_paragraph;
}

NodeType node_type(Type type) {
  switch (type) {
    case Type::word:
      return NodeType::word;
    case Type::wildcard:
      return NodeType::wildcard;
    case Type::phrase:
      return NodeType::phrase;
    case Type::exact:
      return NodeType::exact;
    case Type::field:
      return NodeType::field;
    case Type::in_heading:
      return NodeType::heading;
    case Type::citation:
      return NodeType::citation;
    case Type::open:
    case Type::close:
      return NodeType::ranked;
    case Type::op_and:
      return NodeType::conjunction;
    case Type::op_or:
      return NodeType::disjunction;
    case Type::op_not:
      return NodeType::negation;
    case Type::near:
      return NodeType::near;
    case Type::ordered_near:
      return NodeType::ordered_near;
    case Type::same_sentence:
      return NodeType::same_sentence;
    case Type::same_paragraph:
      return NodeType::same_paragraph;
  }
  return NodeType::word;
}

/// Recursive descent, one function a level of precedence. Each leaves next_ behind what it read.
class Parser {
 public:
  Parser(std::string_view query, std::vector<QueryToken> tokens)
      : query_(query), tokens_(std::move(tokens)) {}

  Result<Node> run();

 private:
  Unexpected error(TextRange place, std::string_view sentence, std::string hint) const {
    return query_error(query_, place, sentence, std::move(hint));
  }
  const QueryToken* peek() const { return next_ < tokens_.size() ? &tokens_[next_] : nullptr; }
  bool at(Type type) const { return peek() != nullptr && peek()->type == type; }
  bool at_operand() const;

  Unexpected operand_missing() const;
  Result<Node> disjunction();
  Result<Node> conjunction();
  Result<Node> row();
  Result<Node> proximity();
  Result<Node> unary();
  Result<Node> primary();
  Result<Node> group();

  std::string_view query_;
  std::vector<QueryToken> tokens_;
  std::size_t next_ = 0;
  std::uint32_t depth_ = 0;
};

bool Parser::at_operand() const {
  const QueryToken* token = peek();
  return token != nullptr && token->type != Type::close && token->type != Type::op_and &&
         token->type != Type::op_or && !is_connector(token->type);
}

/// Says which operator lacks what, at the place where an operand should begin.
Unexpected Parser::operand_missing() const {
  constexpr std::string_view example = "write it between two words, as in content AND traffic";
  const QueryToken* before = next_ > 0 ? &tokens_[next_ - 1] : nullptr;
  if (before != nullptr && before->type == Type::in_heading) {
    return error(before->place, "in:heading has nothing behind it",
                 "put a word or phrase there, as in in:heading secrecy");
  }
  if (before != nullptr && before->type == Type::op_not) {
    return error(before->place, "there is nothing to the right of NOT",
                 "write what must not be there, as in secrecy NOT death");
  }
  if (before != nullptr && before->type != Type::open) {
    const std::string name = before->text;
    const bool words = is_connector(before->type);
    return error(before->place, "there is nothing to the right of " + name,
                 words ? "write it between two words, as in content " + name + " traffic"
                       : std::string(example));
  }
  const QueryToken* token = peek();
  if (before != nullptr && (token == nullptr || token->type == Type::close)) {
    const TextRange inside{before->place.begin, (token == nullptr ? before : token)->place.end};
    return error(inside, "there is nothing between the brackets", "leave them out, or fill them");
  }
  if (token == nullptr) return error({0, 0}, "there is no word in the query", std::string(no_word));
  const bool words = is_connector(token->type);
  return error(token->place, "there is nothing to the left of " + token->text,
               words ? "write it between two words, as in content " + token->text + " traffic"
                     : std::string(example));
}

Result<Node> Parser::disjunction() {
  std::vector<Node> children;
  while (true) {
    Result<Node> child = conjunction();
    if (!child) return child;
    children.push_back(std::move(*child));
    if (!at(Type::op_or)) return joined(NodeType::disjunction, std::move(children));
    ++next_;
  }
}

Result<Node> Parser::conjunction() {
  std::vector<Node> children;
  while (true) {
    Result<Node> child = row();
    if (!child) return child;
    children.push_back(std::move(*child));
    if (!at(Type::op_and)) return joined(NodeType::conjunction, std::move(children));
    ++next_;
  }
}

Result<Node> Parser::row() {
  std::vector<Node> operands;
  do {
    Result<Node> operand = proximity();
    if (!operand) return operand;
    operands.push_back(std::move(*operand));
  } while (at_operand());
  return row_of(std::move(operands));
}

Result<Node> Parser::proximity() {
  Result<Node> left = unary();
  if (!left) return left;
  while (peek() != nullptr && is_connector(peek()->type)) {
    Node node;
    node.type = node_type(peek()->type);
    node.distance = peek()->distance;
    node.text = peek()->text;
    ++next_;
    Result<Node> right = unary();
    if (!right) return right;
    if (std::optional<Misplaced> problem = connect(node, std::move(*left), std::move(*right))) {
      return error(problem->place, problem->sentence, problem->hint);
    }
    left = std::move(node);
  }
  return left;
}

Result<Node> Parser::unary() {
  bool negated = false;
  const std::size_t first = next_;
  for (; at(Type::op_not); ++next_) negated = !negated;
  Result<Node> operand = primary();
  if (!operand || !negated) return operand;
  const TextRange place{tokens_[first].place.begin, operand->place.end};
  return negation_of(std::move(*operand), place);
}

Result<Node> Parser::primary() {
  if (!at_operand() || at(Type::op_not)) return operand_missing();
  if (at(Type::open)) return group();
  QueryToken& token = tokens_[next_++];
  if (token.type == Type::in_heading) {
    const TextRange place = token.place;
    Result<Node> operand = primary();
    if (!operand) return operand;
    if (std::optional<Misplaced> problem = put_in_heading(*operand, place)) {
      return error(problem->place, problem->sentence, problem->hint);
    }
    return operand;
  }
  Node node;
  node.type = node_type(token.type);
  node.text = std::move(token.text);
  node.text2 = std::move(token.text2);
  node.field = std::move(token.field);
  node.expansion = token.expansion;
  node.place = token.place;
  return node;
}

Result<Node> Parser::group() {
  const TextRange open = tokens_[next_++].place;
  if (++depth_ > max_nesting) {
    return error(open, "brackets stand more than " + std::to_string(max_nesting) + " deep",
                 "leave out those that are not needed");
  }
  if (peek() == nullptr) {
    return error(open, "the bracket is never closed", "put a ) where the group ends");
  }
  Result<Node> inner = disjunction();
  if (!inner) return inner;
  if (!at(Type::close)) {
    return error(open, "the bracket is never closed", "put a ) where the group ends");
  }
  inner->place = {open.begin, peek()->place.end};
  ++next_;
  --depth_;
  return inner;
}

Result<Node> Parser::run() {
  if (tokens_.empty()) {
    return error({0, 0}, "there is no word in the query", std::string(no_word));
  }
  if (at(Type::close)) {
    return error(peek()->place, "the bracket was never opened", "leave it out");
  }
  Result<Node> tree = disjunction();
  if (!tree) return tree;
  if (peek() != nullptr) {
    return error(peek()->place, "the bracket was never opened",
                 "leave it out, or put a ( before the group");
  }
  if (nesting(*tree) > max_nesting) {
    return error(tree->place, "groups stand more than " + std::to_string(max_nesting) + " deep",
                 "make two queries of it");
  }
  return tree;
}

}  // namespace

Result<Node> parse_tokens(std::string_view query, std::vector<QueryToken> tokens) {
  return Parser(query, std::move(tokens)).run();
}

Result<Node> parse_query(std::string_view query, const std::vector<TextRange>& citations) {
  Result<std::vector<QueryToken>> tokens = lex_query(query, citations);
  if (!tokens) return passed_on(tokens);
  return parse_tokens(query, std::move(*tokens));
}

}  // namespace pinlex
