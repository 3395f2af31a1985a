// SPDX-License-Identifier: GPL-2.0-or-later
#include "likeness.hpp"

#include "ranking.hpp"

#include <pinlex/schema/fields.hpp>
#include <pinlex/schema/index_document.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace pinlex {
namespace {

constexpr std::size_t most_shown = 6;

using Weights = std::map<std::string, double>;

/// What each term of both adds to their likeness, the greatest first.
std::vector<std::pair<double, std::string>> products(const Weights& a, const Weights& b) {
  std::vector<std::pair<double, std::string>> out;
  for (const auto& [term, weight] : a) {
    const auto other = b.find(term);
    if (other != b.end()) out.emplace_back(-weight * other->second, term);
  }
  std::sort(out.begin(), out.end());
  for (auto& [product, term] : out) product = -product;
  return out;
}

double product(const Weights& a, const Weights& b) {
  double sum = 0;
  for (const auto& [term, weight] : a) {
    const auto other = b.find(term);
    if (other != b.end()) sum += weight * other->second;
  }
  return sum;
}

double squared(const Weights& weights) {
  double sum = 0;
  for (const auto& [term, weight] : weights) sum += weight * weight;
  return sum;
}

double share(double product, double a, double b) {
  return a > 0 && b > 0 ? std::min(1.0, product / std::sqrt(a * b)) : 0;
}

}  // namespace

LikenessMeter::LikenessMeter(const Library::Sessions& sessions) : sessions_(sessions) {
  for (const auto& session : sessions) passages_ += session->database().get_doccount();
}

double LikenessMeter::rarity_of(const std::string& term) {
  const auto [known, made] = rarities_.try_emplace(term, 0);
  if (made) {
    double frequency = 0;
    for (const auto& session : sessions_) frequency += session->frequency(term);
    known->second = rarity(passages_, std::min(frequency, passages_));
  }
  return known->second;
}

ProvisionTerms LikenessMeter::terms_of(std::uint32_t index, const Hit& provision) {
  ProvisionTerms out;
  out.language = provision.language;
  Session& session = *sessions_[index];
  Analyser& analyser = session.analyser(out.language);
  ConceptFinder& finder = session.concepts(out.language);
  std::vector<Token> tokens;
  std::vector<ConceptMatch> matches;
  const auto add = [&](const std::string& text, bool heading) {
    tokens.clear();
    matches.clear();
    analyser.analyse(text, 0, tokens);
    const double weight =
        heading ? heading_weight_at(static_cast<std::uint32_t>(tokens.size())) : 1;
    for (const Token& token : tokens) {
      if (is_stop_word(out.language, token.folded)) continue;
      const std::string stem(token.stem);
      out.stems[stem] += weight;
      out.printed.try_emplace(stem, text.substr(token.begin, token.end - token.begin));
    }
    finder.find(tokens, matches);
    for (const ConceptMatch& match : matches) {
      out.concepts[std::string(session.thesaurus().id(match.number))] += weight;
    }
  };
  add(provision.heading, true);
  for (const ShownText& text : provision.texts) {
    add(text.heading, true);
    add(text.text, false);
  }
  for (auto& [stem, weight] : out.stems) {
    weight = (1 + std::log(weight)) * rarity_of(term_of(Field::text, stem));
  }
  for (auto& [id, weight] : out.concepts) {
    weight = parallel_concept_share * (1 + std::log(weight)) *
             rarity_of(term_of(Field::legal_concept, id));
  }
  out.stems_squared = squared(out.stems);
  out.concepts_squared = squared(out.concepts);
  return out;
}

double LikenessMeter::likeness(const ProvisionTerms& a, const ProvisionTerms& b) {
  const double concepts = product(a.concepts, b.concepts);
  if (a.language != b.language) {
    return parallel_language_share * share(concepts, a.concepts_squared, b.concepts_squared);
  }
  return share(concepts + product(a.stems, b.stems), a.stems_squared + a.concepts_squared,
               b.stems_squared + b.concepts_squared);
}

Xapian::Query LikenessMeter::query(const ProvisionTerms& asked, const std::string& language) {
  std::vector<std::pair<double, std::string>> terms;
  for (const auto& [id, weight] : asked.concepts) {
    terms.emplace_back(-weight, term_of(Field::legal_concept, id));
  }
  if (asked.language == language) {
    for (const auto& [stem, weight] : asked.stems) {
      terms.emplace_back(-weight, term_of(Field::text, stem));
    }
  }
  std::sort(terms.begin(), terms.end());
  if (terms.size() > parallel_terms) terms.resize(parallel_terms);
  std::vector<Xapian::Query> queries;
  for (const auto& [weight, term] : terms) {
    // Xapian weighs by rarity itself.
    const double often = -weight / std::max(rarity_of(term), 0.01);
    queries.emplace_back(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), often);
  }
  return Xapian::Query(Xapian::Query::OP_FILTER,
                       Xapian::Query(Xapian::Query::OP_OR, queries.begin(), queries.end()),
                       Xapian::Query(term_of(Field::language, language)));
}

void LikenessMeter::put_common(const ProvisionTerms& asked, const ProvisionTerms& other,
                               ParallelProvision& out) const {
  for (const auto& [weight, id] : products(asked.concepts, other.concepts)) {
    for (const auto& session : sessions_) {
      const CompiledThesaurus& thesaurus = session->thesaurus();
      const auto number = thesaurus.find(id);
      if (!number || out.concepts.size() == most_shown) continue;
      out.concepts.emplace_back(thesaurus.label(*number, "en"));
      break;
    }
  }
  if (asked.language != other.language) return;
  for (const auto& [weight, stem] : products(asked.stems, other.stems)) {
    if (out.words.size() < most_shown) out.words.push_back(asked.printed.at(stem));
  }
}

}  // namespace pinlex
