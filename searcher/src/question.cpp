// SPDX-License-Identifier: GPL-2.0-or-later
#include "question.hpp"

#include "filters.hpp"
#include "grouping.hpp"
#include "leaf_words.hpp"
#include "passage_stream.hpp"
#include "query/query_error.hpp"
#include "ranking.hpp"

#include <algorithm>
#include <utility>

namespace pinlex {

Question::Question(std::unique_ptr<const Node> tree, Session& session, Plan plan)
    : tree_(std::move(tree)),
      session_(&session),
      plan_(std::move(plan)),
      finder_(plan_.words, plan_.concepts) {}

Result<Question> Question::ask(std::string_view query, Node tree, Session& session,
                               const std::vector<std::string>& languages,
                               const std::vector<ResolvedCitation>& citations) {
  auto kept = std::make_unique<const Node>(std::move(tree));
  Plan plan = Planner(session, languages, citations).plan(*kept);
  if (plan.refused) {
    return query_error(query, plan.refused->place, plan.refused->sentence, plan.refused->hint);
  }
  Question question(std::move(kept), session, std::move(plan));
  if (question.text_decides()) question.prepare_matcher(languages, citations);
  return question;
}

void Question::prepare_matcher(const std::vector<std::string>& languages,
                               const std::vector<ResolvedCitation>& citations) {
  std::vector<LeafWords> words;
  for (const Node* leaf : text_leaves(*tree_)) {
    words.push_back(leaf_words(*leaf, languages, [this](const std::string& language) -> Analyser& {
      return session_->analyser(language);
    }));
    const auto& dropped = plan_.dropped;
    const bool shown = std::find(dropped.begin(), dropped.end(), leaf) == dropped.end();
    leaf_weights_.push_back(shown ? weight_of(words.back()) : 0);
  }
  for (const Node* leaf : fact_leaves(*tree_)) {
    facts_.push_back(terms_of_fact(*leaf, *session_, citations));
  }
  by_sentence_ = holds(*tree_, NodeType::same_sentence);
  matcher_.emplace(*tree_, std::move(words));
}

void Question::narrow(const Filters& filters) { plan_.query = filtered(plan_.query, filters); }

Outcome Question::decide(const PassageRecord& record, std::uint32_t document) {
  if (!matcher_) return Outcome::yes;
  const PassageStream stream = stream_of(record.passage, analyser_of(record), by_sentence_);
  return matcher_->decide(stream.tokens, facts_of(document));
}

double Question::total_weight() const {
  double total = 0;
  for (const MatchWord& word : plan_.words) {
    double most = 0;
    for (const auto& [stem, weight] : word.stems) most = std::max(most, weight);
    total += most;
  }
  for (const auto& [number, weight] : plan_.concepts) total += weight;
  return total;
}

PassageFindings Question::find_words(const PassageRecord& record) {
  return finder_.find(record.passage, analyser_of(record),
                      session_->concepts(read_version_name(record.version).language));
}

PassageFindings Question::find(const PassageRecord& record, std::uint32_t document) {
  Analyser& analyser = analyser_of(record);
  ConceptFinder& concepts = session_->concepts(read_version_name(record.version).language);
  if (!matcher_) return finder_.find(record.passage, analyser, concepts);
  const PassageStream stream = stream_of(record.passage, analyser, by_sentence_);
  PassageFindings findings(record.passage);
  for (std::size_t i = 0; i < stream.text_lengths.size(); ++i) {
    findings.texts[i].words = stream.text_lengths[i];
  }
  for (const MatchedSpan& span : matcher_->match(stream.tokens, facts_of(document)).spans) {
    if (leaf_weights_[span.leaf] == 0) continue;
    for (std::uint32_t token = span.first; token <= span.last; ++token) {
      const auto& origin = stream.origins[token];
      if (origin.in == PassageStream::Origin::In::ancestor) continue;
      const bool in_text = origin.in == PassageStream::Origin::In::text;
      auto& place = in_text ? findings.texts[origin.index] : findings.headings[origin.index];
      place.found.push_back(
          {origin.place, stream.tokens[token].position, span.leaf, leaf_weights_[span.leaf]});
    }
  }
  finder_.add_concepts(record.passage, analyser, concepts, findings);
  for (auto* findings_of : {&findings.texts, &findings.headings}) {
    for (Findings& one : *findings_of) {
      std::stable_sort(
          one.found.begin(), one.found.end(),
          [](const FoundWord& a, const FoundWord& b) { return a.position < b.position; });
    }
  }
  return findings;
}

std::vector<Fact> Question::facts_of(std::uint32_t document) const {
  std::vector<Fact> facts;
  for (const auto& terms : facts_) facts.push_back(has_any(*session_, terms, document));
  return facts;
}

Analyser& Question::analyser_of(const PassageRecord& record) {
  return session_->analyser(read_version_name(record.version).language);
}

/// That of its rarest word; a wildcard's is that of any word.
double Question::weight_of(const LeafWords& words) const {
  double most = 0;
  for (const Reading& reading : words.readings) {
    for (const WordTest& test : reading) {
      for (const std::string& stem : test.stems) {
        most = std::max(most, rarity(session_->database().get_doccount(),
                                     session_->frequency(term_of(Field::text, stem))));
      }
    }
  }
  return most > 0 ? most : 1;
}

}  // namespace pinlex
