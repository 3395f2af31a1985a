// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "facts.hpp"
#include "match_word.hpp"
#include "query/tree.hpp"
#include "session.hpp"
#include "words.hpp"

#include <pinlex/schema/fields.hpp>
#include <pinlex/searcher/search.hpp>

#include <xapian.h>

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// Why a query is not carried out, with the bytes of it that are at fault.
struct Refusal {
  TextRange place;
  std::string sentence, hint;
};

/// What a query asks of one index.
struct Plan {
  Xapian::Query query;        ///< Ranks the candidates.
  bool text_decides = false;  ///< Whether candidates may turn out not to match when read.
  std::vector<MatchWord> words;
  std::vector<QueryTranslation> translations;
  std::vector<std::string> asked_in;  ///< Languages that the ranked words may be of.
  /// Concepts that rank, by number, with how much finding them tells.
  std::unordered_map<std::uint32_t, double> concepts;
  std::vector<const Node*> dropped;  ///< Words that only join others and do not rank.
  std::optional<Refusal> refused;    ///< A wildcard that stands for too many words.
};

/// Turns the tree of a query into what one index can answer. The query proposes all passages that
/// match, and more where the text decides. Throws what Xapian throws.
class Planner {
 public:
  Planner(Session& session, std::vector<std::string> languages,
          const std::vector<ResolvedCitation>& citations);

  Plan plan(const Node& root);

 private:
  /// What is known of the passages that match a node.
  struct Part {
    Xapian::Query query;  ///< Empty: any passage may match.
    bool exact = true;    ///< Whether all that `query` finds match.
  };

  Part part(const Node& node);
  Part ranked(const Node& node);
  Xapian::Query concept_query(const Node& node);
  Part leaf(const Node& node, Field field);
  Part wildcard(const Node& node, Field field);
  Part all_of(const Node& node);
  Part any_of(const Node& node);
  Part none_of(const Node& node);
  Part fact(const Node& node);

  Part nearby(const Node& node);
  Xapian::Query runs(const Node& node);
  std::vector<QueryWord> read(const std::string& text);
  std::vector<std::string> languages_of(const std::vector<QueryWord>& words);
  Xapian::Query any_stem(const QueryWord& word, Field field, const Node* translated = nullptr);
  void add_translations(const QueryWord& word, const Node& node, Field field, MatchWord& match,
                        std::vector<Xapian::Query>& queries);
  std::uint32_t frequency(const QueryWord& word) const;
  bool is_common(const QueryWord& word) const;
  bool is_common_in(const QueryWord& word, const std::string& language) const;

  Session& session_;
  std::vector<std::string> languages_;
  std::vector<std::string> asked_in_;  ///< Languages that words are translated from.
  const std::vector<ResolvedCitation>& citations_;
  bool negated_ = false;
  Plan plan_;
};

}  // namespace pinlex
