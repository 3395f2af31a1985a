// SPDX-License-Identifier: GPL-2.0-or-later
#include "explain.hpp"

#include "concept_values.hpp"
#include "expansion.hpp"
#include "filters.hpp"
#include "leaf_words.hpp"
#include "plan.hpp"
#include "query/lexer.hpp"
#include "query/parser.hpp"
#include "query/print.hpp"
#include "query/query_error.hpp"
#include "query_citations.hpp"

#include <algorithm>
#include <sstream>

namespace pinlex {
namespace {

using Languages = std::vector<std::string>;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<std::string> words_of(const Reading& reading) {
  std::vector<std::string> words;
  for (const WordTest& test : reading) {
    for (const auto* some : {&test.stems, &test.folded}) {
      words.insert(words.end(), some->begin(), some->end());
    }
    for (const std::string& prefix : test.prefixes) words.push_back(prefix + "*");
  }
  return words;
}

QueryReading::Word read_leaf(const Node& leaf, const Languages& languages, Session& session) {
  QueryReading::Word word;
  word.text = canonical(leaf);
  for (const std::string& language : languages) {
    const LeafWords read = leaf_words(
        leaf, {language}, [&](const std::string& l) -> Analyser& { return session.analyser(l); });
    if (!read.readings.empty()) {
      word.languages.push_back({language, words_of(read.readings.front())});
    }
  }
  return word;
}

Result<QueryReading::Plan> plan_of(const SearchRequest& request, const Node& tree, Session& session,
                                   const std::vector<ResolvedCitation>& citations) {
  const Languages languages = allowed_languages(request.filters, session.reader().header());
  const Node wider = expanded(tree, session, request.expand).tree;
  const Plan plan = Planner(session, languages, citations).plan(wider);
  if (plan.refused) {
    return query_error(request.query, plan.refused->place, plan.refused->sentence,
                       plan.refused->hint);
  }
  QueryReading::Plan out;
  out.index = session.reader().path().string();
  out.asked = filtered(plan.query, request.filters).get_description();
  out.text_decides = plan.text_decides;
  for (const Node* leaf : text_leaves(wider)) {
    out.words.push_back(read_leaf(*leaf, languages, session));
    const auto& dropped = plan.dropped;
    out.words.back().ranks = std::find(dropped.begin(), dropped.end(), leaf) == dropped.end();
  }
  return out;
}

}  // namespace

Result<QueryReading> explain(const Library& library, const SearchRequest& request) {
  const auto sessions = library.sessions();
  if (!sessions) return passed_on(sessions);
  if (const auto checked = check_filters(request.filters, *sessions); !checked) {
    return passed_on(checked);
  }
  if (const auto fit = check_query(request.query); !fit) return passed_on(fit);
  auto citations = citations_in(request.query, library, *sessions);
  if (!citations) return passed_on(citations);
  const auto tokens = lex_query(request.query, citations->places());
  if (!tokens) return passed_on(tokens);
  auto tree = parse_query(request.query, citations->places());
  if (!tree) return passed_on(tree);
  const auto cited = read_cited_values(*tree, request.query, library, *sessions);
  if (!cited) return passed_on(cited);
  read_concept_values(*tree, *sessions);
  if (const auto checked = check_facts(*tree, request.query, *sessions); !checked) {
    return passed_on(checked);
  }
  const auto added = add_subject_powers(*tree, *sessions, citations->citations);
  if (!added) return passed_on(added);
  QueryReading out;
  out.query = request.query;
  out.tokens = lines_of(dump(*tokens));
  out.tree = lines_of(dump(*tree));
  out.read_as = canonical(*tree);
  out.notes = citations->notes;
  for (const auto& session : *sessions) {
    if (allowed_languages(request.filters, session->reader().header()).empty()) continue;
    auto plan = plan_of(request, *tree, *session, citations->citations);
    if (!plan) return passed_on(plan);
    out.plans.push_back(std::move(*plan));
  }
  return out;
}

}  // namespace pinlex
