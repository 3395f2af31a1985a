// SPDX-License-Identifier: GPL-2.0-or-later
#include "runs.hpp"

#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace pinlex {
namespace {

using Stems = std::set<std::string>;

/// More neighbours than this are left to the text: a condition of so many parts saves nothing.
constexpr std::size_t most_neighbours = 64;

constexpr std::size_t longest_run = std::tuple_size_v<StemRun>;

Xapian::Query both(const std::string& a, const std::string& b) {
  return {Xapian::Query::OP_AND, Xapian::Query(term_of(Field::text, a)),
          Xapian::Query(term_of(Field::text, b))};
}

/// Rows of tests of stems alone: only what stems decide is known of runs.
bool by_stems(const Reading& reading) {
  return std::all_of(reading.begin(), reading.end(), [](const WordTest& test) {
    return test.stems.size() == 1 && test.folded.empty() && test.prefixes.empty();
  });
}

/// The runs of frequent stems in one reading, the longest there are, and the stems outside of them.
Xapian::Query row(const Reading& reading, const FrequentStems& frequent, bool& has_runs) {
  Stems terms;
  std::size_t covered = 0;  // The stems before this one stand in a run.
  for (std::size_t i = 0; i < reading.size(); ++i) {
    std::vector<std::string_view> stems;
    std::optional<std::string> longest;
    for (std::size_t end = i; end < std::min(i + longest_run, reading.size()); ++end) {
      stems.emplace_back(reading[end].stems.front());
      auto term = frequent.term_of_run(stems);
      if (!term || end < covered) continue;
      longest = std::move(term);
      covered = end + 1;
    }
    has_runs = has_runs || longest;
    if (longest) terms.insert(std::move(*longest));
    if (i >= covered) terms.insert(term_of(Field::text, reading[i].stems.front()));
  }
  return {Xapian::Query::OP_AND, terms.begin(), terms.end()};
}

Xapian::Query in_a_row(const Node& leaf, const FrequentStems& frequent, const WordsOf& words_of) {
  std::vector<Xapian::Query> rows;
  bool has_runs = false;
  for (const Reading& reading : words_of(leaf).readings) {
    if (!by_stems(reading)) return {};
    rows.push_back(row(reading, frequent, has_runs));
  }
  if (!has_runs) return {};
  return {Xapian::Query::OP_OR, rows.begin(), rows.end()};
}

/// The stems that the matches of a node begin and end with.
struct Ends {
  Stems first, last;
};

/// None where it is not words, phrases or a choice of them: matches of connectors may overlap.
std::optional<Ends> ends_of(const Node& node, const WordsOf& words_of) {
  Ends ends;
  if (node.type == NodeType::word || node.type == NodeType::phrase) {
    for (const Reading& reading : words_of(node).readings) {
      if (!by_stems(reading)) return std::nullopt;
      ends.first.insert(reading.front().stems.front());
      ends.last.insert(reading.back().stems.front());
    }
    return ends;
  }
  if (node.type != NodeType::disjunction) return std::nullopt;
  for (const Node& child : node.children) {
    auto more = ends_of(child, words_of);
    if (!more) return std::nullopt;
    ends.first.merge(more->first);
    ends.last.merge(more->last);
  }
  return ends;
}

/// Adds what is known of passages in which one of `left` stands right before one of `right`.
void add_neighbours(const Stems& left, const Stems& right, const FrequentStems& frequent,
                    std::vector<Xapian::Query>& out, bool& has_pairs) {
  for (const std::string& a : left) {
    for (const std::string& b : right) {
      const auto pair = frequent.term_of_run({a, b});
      has_pairs = has_pairs || pair;
      out.push_back(pair ? Xapian::Query(*pair) : both(a, b));
    }
  }
}

}  // namespace

Xapian::Query side_by_side(const Node& node, const FrequentStems& frequent,
                           const WordsOf& words_of) {
  if (frequent.empty()) return {};
  if (is_text_leaf(node.type)) return in_a_row(node, frequent, words_of);
  const bool neighbours = node.type == NodeType::near || node.type == NodeType::ordered_near;
  if (!neighbours || node.distance != 1) return {};
  const auto left = ends_of(node.children[0], words_of);
  const auto right = ends_of(node.children[1], words_of);
  if (!left || !right) return {};
  if (left->last.size() * right->first.size() > most_neighbours) return {};
  if (left->first.size() * right->last.size() > most_neighbours) return {};
  std::vector<Xapian::Query> queries;
  bool has_pairs = false;
  add_neighbours(left->last, right->first, frequent, queries, has_pairs);
  if (node.type == NodeType::near) {
    add_neighbours(right->last, left->first, frequent, queries, has_pairs);
  }
  if (!has_pairs) return {};
  return {Xapian::Query::OP_OR, queries.begin(), queries.end()};
}

}  // namespace pinlex
