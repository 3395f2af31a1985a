// SPDX-License-Identifier: GPL-2.0-or-later
#include "concept_values.hpp"

#include "filters.hpp"
#include "powers.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

ConceptKind kind_of(Field field) {
  return field == Field::power ? ConceptKind::power : ConceptKind::safeguard;
}

/// The value as an id may have it.
std::string as_id(const std::string& value) {
  std::string id;
  for (const char c : value) {
    const bool upper = c >= 'A' && c <= 'Z';
    id += c == ' ' || c == '_' ? '-' : upper ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return id;
}

/// The concept of which all words together are a phrase, in any language of the thesaurus.
std::optional<std::uint32_t> of_phrase(ConceptKind kind, std::string words, Session& session) {
  const CompiledThesaurus& thesaurus = session.thesaurus();
  std::replace(words.begin(), words.end(), '-', ' ');
  std::vector<std::string_view> languages = thesaurus.languages();
  // English first: where two languages share a word, most people mean that.
  std::stable_partition(languages.begin(), languages.end(),
                        [](std::string_view language) { return language == "en"; });
  for (const std::string_view language : languages) {
    std::vector<Token> tokens;
    session.analyser(std::string(language)).analyse(words, 0, tokens);
    std::vector<ConceptMatch> matches;
    session.concepts(std::string(language)).find(tokens, matches);
    for (const ConceptMatch& match : matches) {
      const bool whole = match.first == 0 && match.last + 1 == tokens.size();
      if (whole && thesaurus.kind(match.number) == kind) return match.number;
    }
  }
  return std::nullopt;
}

bool is_below(const CompiledThesaurus& thesaurus, std::uint32_t number, std::uint32_t above) {
  const auto broader = thesaurus.broader(number);
  return std::any_of(broader.begin(), broader.end(), [&](std::uint32_t one) {
    return one == above || is_below(thesaurus, one, above);
  });
}

/// Those whose id has the value as one or more of its parts.
std::vector<std::uint32_t> with_part(ConceptKind kind, const std::string& id,
                                     const CompiledThesaurus& thesaurus) {
  std::vector<std::uint32_t> found;
  const std::string part = "-" + id + "-";
  for (std::uint32_t number = 0; number < thesaurus.size(); ++number) {
    const std::string whole = "-" + std::string(thesaurus.id(number)) + "-";
    if (thesaurus.kind(number) == kind && whole.find(part) != std::string::npos) {
      found.push_back(number);
    }
  }
  std::vector<std::uint32_t> highest;
  std::copy_if(found.begin(), found.end(), std::back_inserter(highest), [&](std::uint32_t one) {
    return std::none_of(found.begin(), found.end(),
                        [&](std::uint32_t other) { return is_below(thesaurus, one, other); });
  });
  return highest;
}

std::vector<std::string> named_in(Field field, const std::string& value, Session& session) {
  const CompiledThesaurus& thesaurus = session.thesaurus();
  const ConceptKind kind = kind_of(field);
  const std::string id = as_id(value);
  const auto exact = thesaurus.find(id);
  if (exact && thesaurus.kind(*exact) == kind) return {id};
  if (id.empty()) return {};
  std::vector<std::string> out;
  if (const auto phrase = of_phrase(kind, value, session)) {
    out.emplace_back(thesaurus.id(*phrase));
  } else {
    for (const std::uint32_t number : with_part(kind, id, thesaurus)) {
      out.emplace_back(thesaurus.id(number));
    }
  }
  return out;
}

}  // namespace

std::vector<std::string> concepts_named(Field field, const std::string& value,
                                        const Library::Sessions& sessions) {
  std::vector<std::string> all;
  for (const auto& session : sessions) {
    for (std::string& id : named_in(field, value, *session)) {
      if (std::find(all.begin(), all.end(), id) == all.end()) all.push_back(std::move(id));
    }
  }
  std::vector<std::string> had;
  std::copy_if(all.begin(), all.end(), std::back_inserter(had),
               [&](const std::string& id) { return is_known(field, id, sessions); });
  return had.empty() ? all : had;
}

void read_concept_values(Node& tree, const Library::Sessions& sessions) {
  for (Node& child : tree.children) read_concept_values(child, sessions);
  const auto field = tree.type == NodeType::field ? field_named(tree.field) : std::nullopt;
  if (field != Field::power && field != Field::safeguard) return;
  const std::vector<std::string> ids = concepts_named(*field, tree.text, sessions);
  if (ids.empty()) return;
  tree.text = ids.front();
  if (ids.size() == 1) return;
  Node any;
  any.type = NodeType::disjunction;
  any.place = tree.place;
  for (const std::string& id : ids) {
    any.children.push_back(tree);
    any.children.back().text = id;
  }
  tree = std::move(any);
}

Result<void> add_subject_powers(const Node& tree, const Library::Sessions& sessions,
                                std::vector<ResolvedCitation>& out) {
  for (const Node* leaf : fact_leaves(tree)) {
    if (leaf->type != NodeType::field || field_named(leaf->field) != Field::safeguard) continue;
    for (const auto& session : sessions) {
      const auto passages = subject_to(leaf->text, *session);
      if (!passages) return passed_on(passages);
      out.push_back({leaf->place, {passages->begin(), passages->end()}, {}});
    }
  }
  return {};
}

}  // namespace pinlex
