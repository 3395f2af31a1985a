// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/spans.hpp"
#include "query/tree.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace pinlex {

/// What a token must be to stand for one word of a query: any of these.
struct WordTest {
  std::vector<std::string> stems;     ///< Its stem is one of these.
  std::vector<std::string> folded;    ///< Its folded form is one of these.
  std::vector<std::string> prefixes;  ///< Its folded form begins with one of these.
};

/// A word or phrase as one analyser reads it: tests for tokens in a row. `real-time` has two.
using Reading = std::vector<WordTest>;

/// What a text leaf stands for: any of its readings, one for each way the languages of the index
/// read it. None (or an empty reading) matches nowhere.
struct LeafWords {
  std::vector<Reading> readings;
};

/// Whether a field or citation holds for a passage; `unknown` leaves it to who chose the passage.
enum class Fact : std::uint8_t { no, yes, unknown };

enum class Outcome : std::uint8_t {
  no,
  yes,
  undecided,  ///< The passage costs more than the budget. To be reported, never taken for a miss.
};

/// Tokens (by index) that match a text leaf and take part in a match of the query.
struct MatchedSpan {
  std::uint32_t first = 0, last = 0;
  std::uint32_t leaf = 0;  ///< Index in text_leaves().

  friend bool operator==(const MatchedSpan&, const MatchedSpan&) = default;
};

struct PassageMatch {
  Outcome outcome = Outcome::no;
  std::vector<MatchedSpan> spans;  ///< Ascending by token, then leaf; only where asked for.
};

/// Decides whether passages match a query, over their tokens alone, and which words make it so.
///
/// - A word, exact form or wildcard matches a token; a phrase, tokens at consecutive positions.
/// - in:heading: all tokens stand in a heading. A row matches where any of its operands does.
/// - Connectors: the algebra of joins() over all matches of their operands, OR being their union.
///   In `(a AND b) /n c` one match of c must be joined with a match of a and one of b.
/// - AND, OR, NOT: of the passage as a whole. A fact that is unknown is taken as it suits.
/// - Spans: what takes part in some match, of parts of the query not below NOT; operands of AND, OR
///   and rows count where they match. For an AND below /n that is itself below a connector, or
///   where the budget is spent, spans may include words that only nearly take part.
///
/// Knows no analyser and no index. Keeps working memory from passage to passage: not thread-safe,
/// make one for each thread.
class Matcher {
 public:
  /// `words` has an element for each of text_leaves(tree).
  Matcher(const Node& tree, std::vector<LeafWords> words);
  ~Matcher();
  Matcher(Matcher&&) noexcept;
  Matcher& operator=(Matcher&&) noexcept;

  /// Decides one passage. `facts` has an element for each of fact_leaves(tree); those missing are
  /// unknown.
  Outcome decide(const PassageTokens& tokens, const std::vector<Fact>& facts = {});

  /// The same, with the spans.
  PassageMatch match(const PassageTokens& tokens, const std::vector<Fact>& facts = {});

  /// What each passage may cost, in steps (5 to 50 ns each), and what each connector may cost on
  /// top while some match of it is looked for, before all matches of its operands are listed. The
  /// defaults suit; tests lower them.
  void set_budget(std::uint64_t steps, std::uint64_t quick_steps);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
