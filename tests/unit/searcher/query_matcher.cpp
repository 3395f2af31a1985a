// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/matcher.hpp"
#include "query/parser.hpp"
#include "query/print.hpp"
#include "query_random.hpp"
#include "query_texts.hpp"

#include <catch2/catch.hpp>

using namespace pinlex;

namespace {

/// "no", or the words that take part, between bars.
std::string matched(const std::string& query, const std::string& text,
                    const std::vector<Fact>& facts = {}) {
  const Result<Node> tree = parse_query(query, {});
  if (!tree) return tree.error().message;
  const SampleText sample(text);
  Matcher matcher(*tree, sample_words(*tree));
  const PassageMatch match = matcher.match(sample.tokens(), facts);
  CHECK(matcher.decide(sample.tokens(), facts) == match.outcome);
  if (match.outcome == Outcome::undecided) return "undecided";
  if (match.outcome == Outcome::no) return "no";
  std::string out = "yes";
  for (const MatchedSpan& span : match.spans) out += "|" + sample.words(span.first, span.last);
  return out;
}

struct MatchCase {
  const char* query;
  const char* text;
  const char* matched;
};

// Words of a text: see SampleText. "." ends a sentence, "|" a paragraph, "#" begins a heading.
const MatchCase match_cases[] = {
    // Words, forms, rows.
    {"order", "the orders of a court", "yes|orders"},
    {"exact:order", "the orders of a court", "no"},
    {"exact:orders", "the orders of a court", "yes|orders"},
    {"court order", "an order . another order", "yes|order|order"},
    {"secrecy", "", "no"},
    {"interc*", "intercepting interception . the internet", "yes|intercepting|interception"},
    // Phrases: in a row, stemmed, stop words count.
    {"\"freedom of information act\"", "the freedom of information acts of 1966",
     "yes|freedom of information acts"},
    {"\"freedom information\"", "freedom of information", "no"},
    {"\"content data\"", "data content data contents", "yes|content data"},
    {"\"data data\"", "data data data", "yes|data data|data data"},
    {"\"content data\"", "content . data", "yes|content data"},
    {"\"content data\"", "content _ data", "no"},
    {"exact:\"content data\"", "contents data . content data", "yes|content data"},
    {"real-time", "in real time", "yes|real time"},
    {"real-time", "time is real", "no"},
    // /n: at most n positions apart, nearest ends.
    {"gag /1 order", "gag order", "yes|gag|order"},
    {"gag /1 order", "order gag", "yes|order|gag"},
    {"gag /1 order", "gag an order", "no"},
    {"gag /2 order", "gag an order", "yes|gag|order"},
    {"gag +1 order", "order gag", "no"},
    {"gag +2 order", "order gag the order", "yes|gag|order"},
    {"gag /5 order", "gag _ order", "no"},
    {"gag /11 order", "gag _ order", "yes|gag|order"},
    {"\"keep it secret\" /2 provider", "provider must keep it secret",
     "yes|provider|keep it secret"},
    {"\"keep it secret\" /1 provider", "provider must keep it secret", "no"},
    {"a /1 b", "a x x b . x a b x . a", "yes|a|b"},
    {"a /1 b", "a x x b . a x", "yes|b|a"},
    // No word serves both sides.
    {"data /5 data", "data", "no"},
    {"data /5 data", "data and data", "yes|data|data|data|data"},
    {"dat* /5 data", "data", "no"},
    {"\"content data\" /5 data", "content data", "no"},
    {"\"content data\" /5 data", "content data of data", "yes|content data|data"},
    {"\"a b c\" /5 b", "a b c", "no"},
    {"(a /5 b) /5 a", "a b", "no"},
    {"(a /5 b) /5 a", "a b a", "yes|a|a|b|a|a"},
    // Groups, chains and what stands between.
    {"provider /3 (secret OR confidential)", "confidential to the provider",
     "yes|confidential|provider"},
    {"a /5 b /5 c", "a c b", "yes|a|c|b"},
    {"(a /5 b) /1 c", "c a x b", "yes|c|a|b"},
    {"(a /5 b) +1 c", "a x b c", "yes|a|b|c"},
    {"(a /5 b) +1 c", "a c b", "no"},
    {"a +3 (b +1 c)", "a b x b c", "yes|a|b|c"},
    {"(a +1 b) /9 (c +1 d)", "c a d b", "no"},
    {"(a +2 b) /9 (c +2 d)", "c a d b", "yes|c|a|d|b"},
    // AND in a group: both near the same.
    {"(a AND b) /2 c", "a x c x b", "yes|a|c|b"},
    {"(a AND b) /2 c", "a x c . x x x c x b", "no"},
    {"(a AND b) /1 c", "a x x c x x b", "no"},
    {"c +2 (a AND b)", "c a b", "yes|c|a|b"},
    {"c +2 (a AND b)", "a c b", "no"},
    {"((a AND b) OR d) /1 c", "a c x d", "no"},
    {"((a AND b) OR d) /1 c", "a c d x b", "yes|c|d"},
    // Sentences and paragraphs.
    {"a /s b", "a x . x b", "no"},
    {"a /s b", "a x . x b a . b", "yes|b|a"},
    {"a /p b", "a x . x b", "yes|a|b"},
    {"a /p b", "a x | x b", "no"},
    {"\"a x\" /p b", "a x . b | a | x b", "yes|a x|b"},
    {"\"a x\" /p b", "a | x b", "no"},
    {"(a /p b) /s c", "a . b c", "no"},
    {"(a /p b) /s c", "a . b c | a b c", "yes|a|b|c"},
    {"(a /s b) /p c", "c . a b | a", "yes|c|a|b"},
    {"a /p b /p c", "c a . x b . a", "yes|c|a|b|a"},
    {"data /p data", "data | data", "no"},
    {"a /9 b", "a . x | b", "yes|a|b"},
    // Headings are a paragraph of their own.
    {"secrecy /p order", "# secrecy | an order", "no"},
    {"secrecy /3 order", "# secrecy | an order", "yes|secrecy|order"},
    {"secrecy AND order", "# secrecy | an order", "yes|secrecy|order"},
    {"in:heading secrecy", "# secrecy | secrecy", "yes|secrecy"},
    {"in:heading order", "# secrecy | an order", "no"},
    {"in:heading \"secret order\"", "# secret | order", "no"},
    {"in:heading (secrecy OR order)", "# secrecy of orders | secrecy", "yes|secrecy|orders"},
    {"in:heading secrecy /2 order", "# secrecy order | secrecy order", "yes|secrecy|order"},
    // AND, OR, NOT over the passage.
    {"a AND b", "a . x | b a", "yes|a|b|a"},
    {"a AND b", "a a", "no"},
    {"a OR (b AND c)", "b x", "no"},
    {"a OR (b AND c)", "a b", "yes|a"},
    {"NOT a", "b", "yes"},
    {"NOT a", "a", "no"},
    {"b NOT (a /1 c)", "a x c b", "yes|b"},
    {"b NOT (a /1 c)", "a c b", "no"},
    {"b OR NOT a", "c", "yes"},
};

}  // namespace

TEST_CASE("a passage matches, and what matched is told") {
  for (const MatchCase& c : match_cases) {
    INFO(c.query << " in: " << c.text);
    CHECK(matched(c.query, c.text) == c.matched);
  }
}

TEST_CASE("fields and citations are known or left open") {
  using F = std::vector<Fact>;
  CHECK(matched("a kind:treaty", "a", F{Fact::yes}) == "yes|a");
  CHECK(matched("a kind:treaty", "a", F{Fact::no}) == "no");
  CHECK(matched("a kind:treaty", "a", F{Fact::unknown}) == "yes|a");
  CHECK(matched("a kind:treaty", "a") == "yes|a");
  CHECK(matched("a kind:treaty", "b") == "no");
  CHECK(matched("a NOT kind:treaty", "a", F{Fact::yes}) == "no");
  CHECK(matched("a NOT kind:treaty", "a") == "yes|a");
  CHECK(matched("kind:treaty OR a", "b", F{Fact::yes}) == "yes");
  CHECK(matched("kind:treaty OR a", "b", F{Fact::no}) == "no");
  CHECK(matched("kind:treaty OR (lang:en AND a)", "a", F{Fact::no, Fact::yes}) == "yes|a");
}

TEST_CASE("a leaf is read in every language") {
  const Result<Node> tree = parse_query("die \"open source\"", {});
  REQUIRE(tree);
  // A word with two stems; a phrase that one language reads as a single word.
  const std::vector<LeafWords> words{
      {{{{{"die", "di"}, {}, {}}}}},
      {{{{{"open"}, {}, {}}, {{"source"}, {}, {}}}, {{{}, {"opensource"}, {}}}}}};
  Matcher matcher(*tree, words);
  const SampleText text("opensource open source die di");
  const PassageMatch match = matcher.match(text.tokens());
  const std::vector<MatchedSpan> expected{{0, 0, 1}, {1, 2, 1}, {3, 3, 0}, {4, 4, 0}};
  CHECK(match.spans == expected);

  // A leaf nothing is known of matches nowhere.
  Matcher empty(*tree, {LeafWords{}, LeafWords{{Reading{}}}});
  CHECK(empty.decide(text.tokens()) == Outcome::no);
  Matcher none(*tree, {});
  CHECK(none.decide(text.tokens()) == Outcome::no);
}

TEST_CASE("a matcher forgets the last passage") {
  const Result<Node> tree = parse_query("a /2 b", {});
  REQUIRE(tree);
  Matcher matcher(*tree, sample_words(*tree));
  const SampleText hit("a b"), miss("a x x b"), none("");
  CHECK(matcher.decide(hit.tokens()) == Outcome::yes);
  CHECK(matcher.decide(miss.tokens()) == Outcome::no);
  CHECK(matcher.decide(hit.tokens()) == Outcome::yes);
  CHECK(matcher.decide(none.tokens()) == Outcome::no);
}

TEST_CASE("a passage past the budget is undecided, never a miss") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += "a b c x ";
  const SampleText sample(text + "d | e");
  for (const char* query :
       {"((a /p b) /p c) /p d", "((a AND b) /9 c) /p d", "NOT (a /p b /p c /p e)"}) {
    INFO(query);
    const Result<Node> tree = parse_query(query, {});
    REQUIRE(tree);
    Matcher matcher(*tree, sample_words(*tree));
    CHECK(matcher.decide(sample.tokens()) == Outcome::yes);
    for (std::uint64_t steps = 0; steps < 200000; steps = 2 * steps + 1) {
      matcher.set_budget(steps, 0);
      CHECK(matcher.decide(sample.tokens()) != Outcome::no);
    }
    matcher.set_budget(100, 0);
    CHECK(matcher.decide(sample.tokens()) == Outcome::undecided);
  }
  // A match that is soon found needs no more.
  const Result<Node> chain = parse_query("((a /p b) /p c) /p d", {});
  REQUIRE(chain);
  Matcher quick(*chain, sample_words(*chain));
  quick.set_budget(0, 20000);
  CHECK(quick.decide(sample.tokens()) == Outcome::yes);
  // What the budget does not touch decides all the same.
  const Result<Node> tree = parse_query("z AND ((a /p b) /p c)", {});
  REQUIRE(tree);
  Matcher matcher(*tree, sample_words(*tree));
  matcher.set_budget(10, 0);
  CHECK(matcher.decide(sample.tokens()) == Outcome::no);
}

TEST_CASE("joining sets of spans is joining their pairs") {
  constexpr std::uint32_t seed = 7;
  RandomQueries random(seed);
  std::size_t joined = 0;
  for (int round = 0; round < 3000; ++round) {
    PassageTokens tokens(4 + random.below(30));
    PassageToken next;
    for (PassageToken& token : tokens) {
      token = next;
      next.position += 1 + (random.below(6) == 0 ? random.below(4) : 0);
      if (random.below(8) == 0) ++next.sentence;
      if (random.below(15) == 0) ++next.paragraph;
    }
    const auto spans = [&] {
      Spans all;
      const std::uint32_t count = 1 + random.below(60);
      const std::uint32_t length = 1 + random.below(12);
      for (std::uint32_t i = 0; i < count; ++i) {
        Span span;
        span.first = random.below(static_cast<std::uint32_t>(tokens.size()));
        span.last = std::min(span.first + random.below(length),
                             static_cast<std::uint32_t>(tokens.size()) - 1);
        span.is_run = span.first == span.last || random.below(3) == 0;
        all.push_back(span);
      }
      normalise(all);
      return all;
    };
    const Spans left = spans();
    const Spans right = spans();
    constexpr NodeType types[] = {NodeType::near, NodeType::ordered_near, NodeType::same_sentence,
                                  NodeType::same_paragraph};
    const Reach reach{types[random.below(4)], 1 + random.below(6)};
    Spans pairs;
    for (const Span& l : left) {
      for (const Span& r : right) {
        if (joins(tokens, reach, l, r)) pairs.push_back(hull(l, r));
      }
    }
    normalise(pairs);
    Budget budget;
    const Spans fast = join(tokens, reach, left, right, budget);
    INFO("seed " << seed << ", round " << round);
    REQUIRE(fast == pairs);
    joined += pairs.size();

    // The window of nearby partners misses none.
    const Partners partners(tokens, reach, right, longest(right));
    for (const Span& l : left) {
      std::size_t count = 0;
      partners.any(l, true, budget, [&](const Span&) { return ++count == 0; });
      const auto expected = std::count_if(
          right.begin(), right.end(), [&](const Span& r) { return joins(tokens, reach, l, r); });
      REQUIRE(count == static_cast<std::size_t>(expected));
    }
  }
  CHECK(joined > 100000);
}
