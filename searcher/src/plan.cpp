// SPDX-License-Identifier: GPL-2.0-or-later
#include "plan.hpp"

#include "leaf_words.hpp"
#include "ranking.hpp"
#include "runs.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

namespace pinlex {
namespace {

Xapian::Query any(const std::vector<Xapian::Query>& queries) {
  return Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end());
}

Xapian::Query all(const std::vector<Xapian::Query>& queries) {
  return Xapian::Query(Xapian::Query::OP_AND, queries.begin(), queries.end());
}

/// A condition: it decides, but does not rank.
Xapian::Query unweighted(const Xapian::Query& query) {
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, 0.0);
}

/// Every passage. (Xapian's own MatchAll is shared between threads and must not be used.)
Xapian::Query every_passage() {
  return unweighted(Xapian::Query(term_of(Field::record, "passage")));
}

Xapian::Query no_passage() { return Xapian::Query(term_of(Field::record, "none")); }

/// Keeps a query to what a condition allows, if there is one.
Xapian::Query kept_to(const Xapian::Query& query, const Xapian::Query& condition) {
  if (condition.empty()) return query;
  return Xapian::Query(Xapian::Query::OP_FILTER, query, condition);
}

/// Frequent words rank what rarer ones bring in; they bring in nothing beside those.
Xapian::Query joined(const std::vector<Xapian::Query>& rare,
                     const std::vector<Xapian::Query>& common) {
  if (rare.empty() && common.empty()) return no_passage();
  if (rare.empty()) return any(common);
  if (common.empty()) return any(rare);
  return Xapian::Query(Xapian::Query::OP_AND_MAYBE, any(rare), any(common));
}

}  // namespace

Planner::Planner(Session& session, std::vector<std::string> languages,
                 const std::vector<ResolvedCitation>& citations)
    : session_(session),
      languages_(std::move(languages)),
      asked_in_(languages_),
      citations_(citations) {}

Plan Planner::plan(const Node& root) {
  plan_ = {};
  const Part whole = part(root);
  plan_.query = whole.query.empty() ? every_passage() : whole.query;
  plan_.text_decides = !whole.exact;
  return std::move(plan_);
}

Planner::Part Planner::part(const Node& node) {
  switch (node.type) {
    case NodeType::ranked:
      return ranked(node);
    case NodeType::word:
    case NodeType::wildcard:
    case NodeType::exact:
    case NodeType::phrase:
      return leaf(node, Field::text);
    case NodeType::heading:
      return leaf(node.children.front(), Field::heading);
    case NodeType::conjunction:
      return all_of(node);
    case NodeType::disjunction:
      return any_of(node);
    case NodeType::negation:
      return none_of(node);
    case NodeType::near:
    case NodeType::ordered_near:
    case NodeType::same_sentence:
    case NodeType::same_paragraph:
      return nearby(node);
    case NodeType::field:
    case NodeType::citation:
      return fact(node);
  }
  return {};
}

Planner::Part Planner::ranked(const Node& node) {
  std::vector<QueryWord> words;
  std::vector<const Node*> leaves;  // Of each word.
  std::vector<Xapian::Query> rare;
  Part whole;
  for (const Node& child : node.children) {
    if (child.type == NodeType::field && child.weight > 0) {
      rare.push_back(concept_query(child));
      continue;
    }
    if (child.type != NodeType::word) {
      const Part inner = part(child);
      if (inner.query.empty()) return {{}, inner.exact};
      rare.push_back(inner.query);
      whole.exact = whole.exact && inner.exact;
      continue;
    }
    for (QueryWord& word : read(child.text)) {
      const auto same = [&](const QueryWord& known) { return known.stems == word.stems; };
      if (std::any_of(words.begin(), words.end(), same)) continue;
      words.push_back(std::move(word));
      leaves.push_back(&child);
    }
  }
  const auto content = content_words(
      words, languages_, [&](const auto& w, const auto& l) { return is_common_in(w, l); });
  asked_in_ = languages_of(words);
  plan_.asked_in = asked_in_;
  std::set<const Node*> kept;
  std::vector<Xapian::Query> common;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!content[i]) continue;
    kept.insert(leaves[i]);
    (is_common(words[i]) ? common : rare).push_back(any_stem(words[i], Field::text, leaves[i]));
  }
  asked_in_ = languages_;
  for (const Node* leaf : leaves) {
    if (!kept.contains(leaf)) plan_.dropped.push_back(leaf);
  }
  whole.query = joined(rare, common);
  return whole;
}

/// A concept that the query was widened by.
Xapian::Query Planner::concept_query(const Node& node) {
  const std::string term = terms_of_fact(node, session_, citations_).front();
  const double passages = session_.database().get_doccount();
  if (const auto number = session_.thesaurus().find(node.text); number && !negated_) {
    double& tells = plan_.concepts[*number];
    tells = std::max(tells, node.weight * rarity(passages, session_.frequency(term)));
  }
  return Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), node.weight);
}

Planner::Part Planner::leaf(const Node& node, Field field) {
  if (node.type == NodeType::wildcard) return wildcard(node, field);
  std::vector<Xapian::Query> queries;
  for (const QueryWord& word : read(node.text)) queries.push_back(any_stem(word, field, &node));
  if (queries.empty()) return {no_passage(), node.type != NodeType::exact};
  const bool one = queries.size() == 1;
  const Xapian::Query side_by_side = one ? Xapian::Query() : runs(node);
  // Words in a row, such as "real-time" has, and forms are for the text to decide.
  return {kept_to(all(queries), side_by_side), one && node.type != NodeType::exact};
}

Planner::Part Planner::wildcard(const Node& node, Field field) {
  std::set<std::string> stems;
  const auto& database = session_.database();
  const std::size_t bare = term_of(field, "").size();
  const auto analyser_of = [this](const std::string& language) -> Analyser& {
    return session_.analyser(language);
  };
  for (const Reading& reading : leaf_words(node, languages_, analyser_of).readings) {
    const std::string& prefix = reading.back().prefixes.front();
    for (const std::string& beginning : stem_beginnings(prefix, languages_, analyser_of)) {
      const std::string from = term_of(field, beginning);
      const auto end = database.allterms_end(from);
      auto term = database.allterms_begin(from);
      for (; term != end && stems.size() <= max_expansion; ++term) {
        stems.insert((*term).substr(bare));
      }
    }
    for (const std::string& stem : shorter_stems(prefix, languages_, analyser_of)) {
      if (session_.frequency(term_of(field, stem)) > 0) stems.insert(stem);
    }
  }
  if (stems.size() > max_expansion) {
    plan_.refused = Refusal{
        node.place,
        "\"" + node.text + "*\" stands for more than " + std::to_string(max_expansion) + " words",
        "give more of its letters"};
    return {no_passage(), true};
  }
  QueryWord word{node.place, {stems.begin(), stems.end()}, {}};
  return {stems.empty() ? no_passage() : any_stem(word, field), false};
}

Planner::Part Planner::all_of(const Node& node) {
  std::vector<Xapian::Query> wanted, unwanted;
  Part whole;
  for (const Node& child : node.children) {
    if (child.type == NodeType::negation) {
      negated_ = !negated_;
      const Part inner = part(child.children.front());
      negated_ = !negated_;
      whole.exact = whole.exact && inner.exact;
      if (inner.exact && !inner.query.empty()) unwanted.push_back(inner.query);
      continue;
    }
    const Part inner = part(child);
    whole.exact = whole.exact && inner.exact;
    if (!inner.query.empty()) wanted.push_back(inner.query);
  }
  if (!wanted.empty()) whole.query = all(wanted);
  if (!unwanted.empty()) {
    const Xapian::Query from = wanted.empty() ? every_passage() : whole.query;
    whole.query = Xapian::Query(Xapian::Query::OP_AND_NOT, from, any(unwanted));
  }
  return whole;
}

/// What a connector joins stands in one passage; the rest is for the text, but for frequent stems.
Planner::Part Planner::nearby(const Node& node) {
  Part together = all_of(node);
  together.exact = false;
  if (!together.query.empty()) together.query = kept_to(together.query, runs(node));
  return together;
}

/// What the index knows of words that a phrase or connector wants side by side; empty for nothing.
Xapian::Query Planner::runs(const Node& node) {
  return side_by_side(node, session_.frequent(), [this](const Node& leaf) {
    return leaf_words(leaf, languages_, [this](const std::string& language) -> Analyser& {
      return session_.analyser(language);
    });
  });
}

Planner::Part Planner::any_of(const Node& node) {
  std::vector<Xapian::Query> queries;
  Part whole;
  bool unbounded = false;
  for (const Node& child : node.children) {
    const Part inner = part(child);
    whole.exact = whole.exact && inner.exact;
    unbounded = unbounded || inner.query.empty();
    queries.push_back(inner.query);
  }
  if (!unbounded) whole.query = any(queries);
  return whole;
}

Planner::Part Planner::none_of(const Node& node) {
  negated_ = !negated_;
  const Part inner = part(node.children.front());
  negated_ = !negated_;
  if (!inner.exact || inner.query.empty()) return {{}, false};
  return {Xapian::Query(Xapian::Query::OP_AND_NOT, every_passage(), inner.query), true};
}

Planner::Part Planner::fact(const Node& node) {
  std::vector<Xapian::Query> queries;
  for (const auto& term : terms_of_fact(node, session_, citations_)) queries.emplace_back(term);
  return {queries.empty() ? no_passage() : unweighted(any(queries)), true};
}

std::vector<QueryWord> Planner::read(const std::string& text) {
  return read_words(text, languages_, [this](const std::string& language) -> Analyser& {
    return session_.analyser(language);
  });
}

/// The languages that most words of a row are known in: "data" is Latin, Spanish and English, but a
/// row of English words is English.
std::vector<std::string> Planner::languages_of(const std::vector<QueryWord>& words) {
  std::map<std::string, std::size_t> known;
  for (const QueryWord& word : words) {
    std::set<std::string> in(word.stop_in.begin(), word.stop_in.end());
    for (const std::string& stem : word.stems) {
      for (const TermPair& pair : session_.pairs().of(stem)) in.insert(pair.language);
    }
    for (const std::string& language : in) ++known[language];
  }
  std::size_t most = 0;
  for (const std::string& language : languages_) most = std::max(most, known[language]);
  std::vector<std::string> out;
  std::copy_if(languages_.begin(), languages_.end(), std::back_inserter(out),
               [&](const std::string& language) { return known[language] == most; });
  return out;
}

/// What stands for a word in the other languages that are searched.
void Planner::add_translations(const QueryWord& word, const Node& node, Field field,
                               MatchWord& match, std::vector<Xapian::Query>& queries) {
  const auto holds = [](const std::vector<std::string>& list, const std::string& one) {
    return std::find(list.begin(), list.end(), one) != list.end();
  };
  std::vector<TermPair> pairs;
  std::set<std::string> known_in;
  for (const std::string& stem : word.stems) {
    for (TermPair& pair : session_.pairs().of(stem)) {
      if (!holds(asked_in_, pair.language)) continue;
      known_in.insert(pair.language);
      pairs.push_back(std::move(pair));
    }
  }
  std::map<std::string, TermPair> best;
  for (TermPair& pair : pairs) {
    // A word of a language needs no other word there: "data" is English, whatever "dato" is.
    if (!holds(languages_, pair.other_language) || known_in.contains(pair.other_language)) continue;
    if (!holds(word.stems, pair.other)) {
      const auto [known, fresh] = best.try_emplace(pair.other, pair);
      if (!fresh && known->second.percent < pair.percent) known->second = pair;
    }
  }
  const double passages = session_.database().get_doccount();
  for (const auto& [stem, pair] : best) {
    const std::string term = term_of(field, stem);
    const double frequency = session_.frequency(term);
    if (frequency == 0) continue;
    const double share = translation_share * pair.percent / 100;
    queries.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), share);
    match.stems.emplace_back(stem, share * rarity(passages, frequency));
    if (negated_) continue;
    plan_.translations.push_back(
        {node.text.substr(word.place.begin, word.place.end - word.place.begin), pair.other_language,
         pair.shown});
  }
}

Xapian::Query Planner::any_stem(const QueryWord& word, Field field, const Node* translated) {
  std::vector<Xapian::Query> queries;
  MatchWord match;
  const double passages = session_.database().get_doccount();
  for (const std::string& stem : word.stems) {
    const std::string term = term_of(field, stem);
    const double frequency = session_.frequency(term);
    if (frequency == 0) continue;
    queries.emplace_back(term);
    match.stems.emplace_back(stem, rarity(passages, frequency));
  }
  if (translated != nullptr && translated->translated) {
    add_translations(word, *translated, field, match, queries);
  }
  if (queries.empty()) return Xapian::Query(term_of(field, word.stems.front()));
  if (!negated_) plan_.words.push_back(std::move(match));
  // Not OP_MAX, whose list reads what it has freed (Xapian 1.4.22). A text of one language has one
  // of the stems, but for words that happen to look alike.
  return any(queries);
}

std::uint32_t Planner::frequency(const QueryWord& word) const {
  std::uint32_t most = 0;
  for (const std::string& stem : word.stems) {
    most = std::max(most, session_.frequency(term_of(Field::text, stem)));
  }
  return most;
}

bool Planner::is_common(const QueryWord& word) const {
  return frequency(word) > session_.database().get_doccount() * common_share;
}

bool Planner::is_common_in(const QueryWord& word, const std::string& language) const {
  const double passages = session_.frequency(term_of(Field::language, language));
  return frequency(word) > passages * common_share;
}

}  // namespace pinlex
