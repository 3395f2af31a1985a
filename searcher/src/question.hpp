// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "facts.hpp"
#include "findings.hpp"
#include "plan.hpp"
#include "query/matcher.hpp"
#include "word_finder.hpp"

#include <pinlex/base/result.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A query as one index reads it: which passages it proposes, which of them match, and where.
class Question {
 public:
  /// `tree` is what `query` was read as, with what was added to it. Fails with Code::query where a
  /// wildcard stands for too many words. Keeps a reference to the session.
  static Result<Question> ask(std::string_view query, Node tree, Session& session,
                              const std::vector<std::string>& languages,
                              const std::vector<ResolvedCitation>& citations);

  /// Narrows what is proposed.
  void narrow(const Filters& filters);

  const Xapian::Query& query() const { return plan_.query; }

  /// Whether the text decides; otherwise all that is proposed matches.
  bool text_decides() const { return plan_.text_decides; }

  /// What is looked for in the place of its words, in other languages.
  const std::vector<QueryTranslation>& translations() const { return plan_.translations; }

  /// The languages that its words may be of; none where it ranks by no row of words.
  const std::vector<std::string>& asked_in() const { return plan_.asked_in; }

  /// The analyser of a passage's language.
  Analyser& analyser_of(const PassageRecord& record);

  /// Whether the query looks for words at all.
  bool has_words() const { return !plan_.words.empty(); }

  Outcome decide(const PassageRecord& record, std::uint32_t document);

  /// What all words and concepts of the query tell together.
  double total_weight() const;

  /// Its words and concepts in a passage, whether or not they make it match.
  PassageFindings find_words(const PassageRecord& record);

  /// What of the query stands where in a passage that matches.
  PassageFindings find(const PassageRecord& record, std::uint32_t document);

 private:
  Question(std::unique_ptr<const Node> tree, Session& session, Plan plan);
  void prepare_matcher(const std::vector<std::string>& languages,
                       const std::vector<ResolvedCitation>& citations);
  std::vector<Fact> facts_of(std::uint32_t document) const;
  double weight_of(const LeafWords& words) const;

  std::unique_ptr<const Node> tree_;  ///< Others point into it.
  Session* session_;
  Plan plan_;
  WordFinder finder_;
  std::optional<Matcher> matcher_;               ///< Where the text decides.
  bool by_sentence_ = false;                     ///< Whether the query asks for sentences.
  std::vector<double> leaf_weights_;             ///< For each of text_leaves(); 0: not to be shown.
  std::vector<std::vector<std::string>> facts_;  ///< Terms for each of fact_leaves().
};

}  // namespace pinlex
