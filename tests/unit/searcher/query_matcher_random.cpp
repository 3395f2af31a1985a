// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/matcher.hpp"
#include "query/print.hpp"
#include "query_brute_force.hpp"
#include "query_random.hpp"
#include "query_texts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace pinlex;

namespace {

std::string random_text(RandomQueries& random) {
  std::string text;
  const std::uint32_t length = random.below(14);
  if (random.below(3) == 0) text += "# ";
  for (std::uint32_t i = 0; i < length; ++i) {
    const std::uint32_t what = random.below(16);
    if (what == 0) text += "_ ";
    if (what == 1) text += "| ";
    if (what == 2 || what == 3) text += ". ";
    text += random.below(5) == 0 ? "and " : text_word(random.below(10)) + " ";
  }
  return text;
}

/// Whether an AND stands below two connectors: there spans may hold more.
bool spans_may_hold_more(const Node& node, int connectors_above) {
  if (node.type == NodeType::conjunction && connectors_above > 1) return true;
  const int above = connectors_above + (is_proximity(node.type) ? 1 : 0);
  return std::any_of(node.children.begin(), node.children.end(),
                     [above](const Node& child) { return spans_may_hold_more(child, above); });
}

bool holds_all(const std::vector<MatchedSpan>& spans, const std::vector<MatchedSpan>& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const MatchedSpan& span) {
    return std::find(spans.begin(), spans.end(), span) != spans.end();
  });
}

std::string shown(const PassageMatch& match) {
  std::string out = match.outcome == Outcome::yes ? "yes" : "no";
  for (const MatchedSpan& s : match.spans) {
    out +=
        " " + std::to_string(s.leaf) + ":" + std::to_string(s.first) + "-" + std::to_string(s.last);
  }
  return out;
}

}  // namespace

TEST_CASE("the matcher agrees with the slow and obvious one") {
  constexpr std::uint32_t seed = 185;
  constexpr int queries = 10000;
  constexpr int texts_each = 4;
  RandomQueries random(seed);
  int hits = 0, compared = 0, with_conjunction = 0;
  for (int i = 0; i < queries; ++i) {
    const Node tree = random.tree(3, true);
    const std::vector<LeafWords> words = sample_words(tree);
    std::vector<Fact> facts;
    for (std::size_t k = 0; k < fact_leaves(tree).size(); ++k) {
      facts.push_back(random.below(2) == 0 ? Fact::no : Fact::yes);
    }
    const bool more = spans_may_hold_more(tree, 0);
    with_conjunction += more ? 1 : 0;
    Matcher matcher(tree, words);
    // Both ways to decide: looking for one match, and listing all.
    if (i % 2 == 0) matcher.set_budget(Budget{}.steps, 0);
    for (int k = 0; k < texts_each; ++k) {
      const std::string text = random_text(random);
      const SampleText sample(text);
      const PassageMatch fast = matcher.match(sample.tokens(), facts);
      const PassageMatch slow = match_by_brute_force(tree, words, sample.tokens(), facts);
      const bool same = fast.outcome == slow.outcome &&
                        (more ? holds_all(fast.spans, slow.spans) : fast.spans == slow.spans);
      if (!same) {
        FAIL("seed " << seed << ", query " << i << ": " << canonical(tree) << "\n  text " << text
                     << "\n  is " << shown(fast) << "\n  should be " << shown(slow));
      }
      hits += fast.outcome == Outcome::yes ? 1 : 0;
      ++compared;
    }
  }
  INFO("seed " << seed << ", " << compared << " compared, " << hits << " hits");
  CHECK(hits > compared / 5);
  CHECK(hits < 4 * compared / 5);
  CHECK(with_conjunction > 0);
  CHECK(with_conjunction < queries / 4);
}
