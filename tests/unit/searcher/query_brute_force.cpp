// SPDX-License-Identifier: GPL-2.0-or-later
#include "query_brute_force.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace pinlex {
namespace {

/// One way to match a part of a query: the words that are known to serve it, and by which leaf.
struct Way {
  std::uint32_t first = 0, last = 0;
  std::set<std::uint32_t> serving;
  std::vector<MatchedSpan> leaves;
};

/// What stands on one side of a connector: several ways where an AND asks for several.
using Side = std::vector<Way>;

class BruteForce {
 public:
  BruteForce(const Node& tree, const std::vector<LeafWords>& words, const PassageTokens& tokens,
             const std::vector<Fact>& facts)
      : words_(words), tokens_(tokens), facts_(facts) {
    number(tree);
  }

  bool holds(const Node& node);
  void collect(const Node& node, std::vector<MatchedSpan>& out);

 private:
  void number(const Node& node);
  bool passes(const WordTest& test, const PassageToken& token) const;
  std::vector<Way> ways(const Node& node);
  std::vector<Side> sides(const Node& node);
  bool joined(const Node& node, const Way& left, const Way& right) const;

  const std::vector<LeafWords>& words_;
  const PassageTokens& tokens_;
  const std::vector<Fact>& facts_;
  std::map<const Node*, std::uint32_t> leaf_, fact_;
};

void BruteForce::number(const Node& node) {
  if (is_text_leaf(node.type)) leaf_.emplace(&node, leaf_.size());
  if (node.type == NodeType::field || node.type == NodeType::citation) {
    fact_.emplace(&node, fact_.size());
  }
  for (const Node& child : node.children) number(child);
}

bool BruteForce::passes(const WordTest& test, const PassageToken& token) const {
  for (const std::string& stem : test.stems) {
    if (token.stem == stem) return true;
  }
  for (const std::string& form : test.folded) {
    if (token.folded == form) return true;
  }
  for (const std::string& prefix : test.prefixes) {
    if (std::string(token.folded).rfind(prefix, 0) == 0) return true;
  }
  return false;
}

bool BruteForce::joined(const Node& node, const Way& left, const Way& right) const {
  for (const std::uint32_t token : left.serving) {
    if (right.serving.count(token) > 0) return false;
  }
  if (node.type == NodeType::same_sentence || node.type == NodeType::same_paragraph) {
    std::set<std::uint32_t> places;
    for (const Way* way : {&left, &right}) {
      for (const std::uint32_t token : {way->first, way->last}) {
        places.insert(node.type == NodeType::same_sentence ? tokens_[token].sentence
                                                           : tokens_[token].paragraph);
      }
    }
    return places.size() == 1;
  }
  const auto position = [&](std::uint32_t token) { return tokens_[token].position; };
  if (left.last < right.first) {
    return position(right.first) - position(left.last) <= node.distance;
  }
  if (node.type == NodeType::ordered_near) return false;
  if (right.last < left.first) {
    return position(left.first) - position(right.last) <= node.distance;
  }
  return true;
}

std::vector<Side> BruteForce::sides(const Node& node) {
  std::vector<Side> all;
  if (node.type == NodeType::disjunction) {
    for (const Node& child : node.children) {
      for (Side& side : sides(child)) all.push_back(std::move(side));
    }
    return all;
  }
  if (node.type != NodeType::conjunction) {
    for (Way& way : ways(node)) all.push_back({std::move(way)});
    return all;
  }
  all.emplace_back();
  for (const Node& child : node.children) {
    std::vector<Side> longer;
    for (const Side& more : sides(child)) {
      for (Side side : all) {
        side.insert(side.end(), more.begin(), more.end());
        longer.push_back(std::move(side));
      }
    }
    all = std::move(longer);
  }
  return all;
}

std::vector<Way> BruteForce::ways(const Node& node) {
  std::vector<Way> all;
  if (is_text_leaf(node.type)) {
    const std::uint32_t leaf = leaf_.at(&node);
    for (const Reading& reading : words_[leaf].readings) {
      for (std::uint32_t i = 0; i + reading.size() <= tokens_.size() && !reading.empty(); ++i) {
        Way way{i, i, {}, {}};
        bool fits = true;
        for (std::uint32_t k = 0; k < reading.size(); ++k) {
          fits = fits && passes(reading[k], tokens_[i + k]) &&
                 tokens_[i + k].position == tokens_[i].position + k;
          way.last = i + k;
          way.serving.insert(i + k);
        }
        way.leaves = {{way.first, way.last, leaf}};
        if (fits) all.push_back(way);
      }
    }
    return all;
  }
  if (node.type == NodeType::heading) {
    for (const Way& way : ways(node.children.front())) {
      bool heading = true;
      for (std::uint32_t i = way.first; i <= way.last; ++i) heading &= tokens_[i].is_heading;
      if (heading) all.push_back(way);
    }
    return all;
  }
  const std::vector<Side> rights = sides(node.children[1]);
  for (const Side& left : sides(node.children[0])) {
    for (const Side& right : rights) {
      Way both{left.front().first, left.front().last, {}, {}};
      bool fits = true;
      for (const Way& l : left) {
        for (const Way& r : right) fits = fits && joined(node, l, r);
      }
      if (!fits) continue;
      for (const Side* side : {&left, &right}) {
        for (const Way& way : *side) {
          both.first = std::min(both.first, way.first);
          both.last = std::max(both.last, way.last);
          both.leaves.insert(both.leaves.end(), way.leaves.begin(), way.leaves.end());
        }
      }
      both.serving = {both.first, both.last};
      all.push_back(std::move(both));
    }
  }
  return all;
}

bool BruteForce::holds(const Node& node) {
  const auto child_holds = [this](const Node& child) { return holds(child); };
  if (node.type == NodeType::negation) return !holds(node.children.front());
  if (node.type == NodeType::conjunction) {
    return std::all_of(node.children.begin(), node.children.end(), child_holds);
  }
  if (node.type == NodeType::disjunction || node.type == NodeType::ranked) {
    return std::any_of(node.children.begin(), node.children.end(), child_holds);
  }
  if (fact_.count(&node) > 0) return facts_[fact_.at(&node)] == Fact::yes;
  return !ways(node).empty();
}

void BruteForce::collect(const Node& node, std::vector<MatchedSpan>& out) {
  if (node.type == NodeType::negation || fact_.count(&node) > 0) return;
  if (node.type == NodeType::conjunction || node.type == NodeType::disjunction ||
      node.type == NodeType::ranked) {
    for (const Node& child : node.children) {
      if (holds(child)) collect(child, out);
    }
    return;
  }
  for (const Way& way : ways(node)) out.insert(out.end(), way.leaves.begin(), way.leaves.end());
}

}  // namespace

PassageMatch match_by_brute_force(const Node& tree, const std::vector<LeafWords>& words,
                                  const PassageTokens& tokens, const std::vector<Fact>& facts) {
  BruteForce matcher(tree, words, tokens, facts);
  PassageMatch result;
  if (!matcher.holds(tree)) return result;
  result.outcome = Outcome::yes;
  matcher.collect(tree, result.spans);
  const auto key = [](const MatchedSpan& s) { return std::tie(s.first, s.last, s.leaf); };
  std::sort(result.spans.begin(), result.spans.end(),
            [&](const MatchedSpan& a, const MatchedSpan& b) { return key(a) < key(b); });
  result.spans.erase(std::unique(result.spans.begin(), result.spans.end()), result.spans.end());
  return result;
}

}  // namespace pinlex
