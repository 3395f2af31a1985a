// SPDX-License-Identifier: GPL-2.0-or-later
#include "expansion.hpp"

#include "ranking.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

/// A concept that words of the query name.
struct NamedConcept {
  std::uint32_t number = 0;
  bool lay = false;
  double weight = 0;
  std::string words;  ///< Of the query.
};

bool is_latin(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c & 0x80) == 0; }) ||
         std::none_of(text.begin(), text.end(),
                      [](char c) { return static_cast<unsigned char>(c) >= 0xD0; });
}

/// Whether words in a script may be of that language.
bool suits(std::string_view language, bool latin) {
  const bool other_script = language == "ar" || language == "ru" || language == "zh";
  return latin ? !other_script : other_script;
}

/// How questions for the meaning of a term begin, folded.
constexpr std::array<std::string_view, 40> definition_openings{
    "what is",       "what are",      "what does",      "what counts as", "definition of",
    "define",        "meaning of",    "definitions of", "qu est ce que",  "qu est ce qu",
    "définition de", "définition d",  "que signifie",   "definition de",  "qué es",
    "que es",        "definición de", "qué significa",  "que significa",  "definicion de",
    "wat is",        "wat zijn",      "wat betekent",   "definitie van",  "betekenis van",
    "was ist",       "was sind",      "was bedeutet",   "definition von", "bedeutung von",
    "что такое",     "определение",   "что означает",   "понятие",        "ما هو",
    "ما هي",         "تعريف",         "什么是",         "何为",           "定义"};

/// Whether a row of words asks what something is: "what is traffic data".
bool asks_for_definition(const Node& row) {
  std::string words;
  for (const Node& child : row.children) {
    if (child.type != NodeType::word) continue;
    words += (words.empty() ? "" : " ") + child.text;
  }
  std::transform(words.begin(), words.end(), words.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::any_of(
      definition_openings.begin(), definition_openings.end(), [&](std::string_view opening) {
        const bool latin = (opening.front() & 0x80) == 0;
        return words.rfind(opening, 0) == 0 &&
               (!latin || words.size() == opening.size() || words[opening.size()] == ' ');
      });
}

/// The names of concepts in one run of words, the longest of those that lie within each other.
class ConceptReader {
 public:
  explicit ConceptReader(Session& session) : session_(session) {}

  std::vector<NamedConcept> read(const std::string& words) {
    std::map<std::uint32_t, NamedConcept> best;
    const CompiledThesaurus& thesaurus = session_.thesaurus();
    const bool latin = is_latin(words);
    for (const std::string_view language : thesaurus.languages()) {
      if (suits(language, latin)) read_in(std::string(language), words, best);
    }
    std::vector<NamedConcept> named;
    for (auto& [number, one] : best) named.push_back(std::move(one));
    return named;
  }

 private:
  void read_in(const std::string& language, const std::string& words,
               std::map<std::uint32_t, NamedConcept>& best) {
    tokens_.clear();
    matches_.clear();
    session_.analyser(language).analyse(words, 0, tokens_);
    session_.concepts(language).find(tokens_, matches_);
    for (const ConceptMatch& match : matches_) {
      NamedConcept one;
      one.number = match.number;
      one.lay = match.wording == Wording::lay;
      one.weight = session_.thesaurus().weight(match.number);
      if (lies_within_another(match)) one.weight *= within_longer_share;
      one.words = words.substr(tokens_[match.first].begin,
                               tokens_[match.last].end - tokens_[match.first].begin);
      const auto [known, fresh] = best.try_emplace(match.number, one);
      if (!fresh && one.weight > known->second.weight) known->second = one;
    }
  }

  bool lies_within_another(const ConceptMatch& match) const {
    return std::any_of(matches_.begin(), matches_.end(), [&](const ConceptMatch& other) {
      return other.first <= match.first && other.last >= match.last &&
             other.last - other.first > match.last - match.first;
    });
  }

  Session& session_;
  std::vector<Token> tokens_;
  std::vector<ConceptMatch> matches_;
};

/// Rewrites the tree.
class Expander {
 public:
  Expander(Session& session, bool expand) : session_(session), reader_(session), expand_(expand) {}

  /// Puts definitions first where the query asks what something is.
  void add_definitions(Node& node) {
    Node* ranked = &node;
    if (node.type == NodeType::conjunction) ranked = &node.children.front();
    if (!expand_ || ranked->type != NodeType::ranked || !asks_for_definition(*ranked)) return;
    add_concept_field(Field::legal_concept, "definitions", definition_weight, ranked->children);
  }

  void expand(Node& node) {
    switch (node.type) {
      case NodeType::ranked:
        return expand_ranked(node);
      case NodeType::word:
      case NodeType::phrase:
        return expand_alone(node, true);
      case NodeType::conjunction:
        return expand_conjunction(node);
      case NodeType::disjunction:
        for (Node& child : node.children) expand_marked(child);
        return;
      case NodeType::negation:
      case NodeType::near:
      case NodeType::ordered_near:
      case NodeType::same_sentence:
      case NodeType::same_paragraph:
      case NodeType::wildcard:
      case NodeType::exact:
      case NodeType::heading:
      case NodeType::field:
      case NodeType::citation:
        return;
    }
  }

  std::vector<QueryConcept> take() { return std::move(used_); }

 private:
  bool wanted(const Node& leaf, bool plain) const {
    if (leaf.type != NodeType::word && leaf.type != NodeType::phrase) return false;
    if (leaf.expansion == Expansion::always) return true;
    return expand_ && plain && leaf.type == NodeType::word &&
           leaf.expansion == Expansion::by_default;
  }

  void expand_ranked(Node& node) {
    std::vector<Node> fields;
    std::string run;
    for (Node& child : node.children) {
      if (wanted(child, true)) {
        child.translated = child.type == NodeType::word;
        run += (run.empty() ? "" : " ") + child.text;
        continue;
      }
      add_fields(run, fields);
      run.clear();
    }
    add_fields(run, fields);
    std::move(fields.begin(), fields.end(), std::back_inserter(node.children));
  }

  /// A leaf by itself becomes a row of ranked ones.
  void expand_alone(Node& node, bool plain) {
    if (!wanted(node, plain)) return;
    node.translated = node.type == NodeType::word;
    std::vector<Node> fields;
    add_fields(node.text, fields);
    if (fields.empty()) return;
    Node row;
    row.type = NodeType::ranked;
    row.place = node.place;
    row.children.push_back(std::move(node));
    std::move(fields.begin(), fields.end(), std::back_inserter(row.children));
    node = std::move(row);
  }

  /// Beside fields and citations words are as plain as alone; beside other words AND means what it
  /// says.
  void expand_conjunction(Node& node) {
    const auto decides = [](const Node& child) {
      return child.type == NodeType::field || child.type == NodeType::citation ||
             child.type == NodeType::negation;
    };
    const auto others = std::count_if(node.children.begin(), node.children.end(),
                                      [&](const Node& child) { return !decides(child); });
    for (Node& child : node.children) {
      if (decides(child)) continue;
      others == 1 ? expand(child) : expand_marked(child);
    }
  }

  void expand_marked(Node& node) {
    if (is_text_leaf(node.type)) return expand_alone(node, false);
    if (node.type == NodeType::ranked) return expand_ranked(node);
    if (node.type == NodeType::conjunction || node.type == NodeType::disjunction) {
      for (Node& child : node.children) expand_marked(child);
    }
  }

  void add_fields(const std::string& words, std::vector<Node>& fields) {
    if (words.empty()) return;
    for (const NamedConcept& named : reader_.read(words)) {
      add_concept(named.number, named.lay ? lay_query : legal_query, named.weight, fields);
      const ConceptWeights& weights = named.lay ? lay_query : legal_query;
      const auto add_all = [&](const std::vector<std::uint32_t>& numbers, double share) {
        for (const std::uint32_t number : numbers) {
          add_concept(number, weights, named.weight * share, fields);
        }
      };
      add_all(session_.thesaurus().narrower(named.number), narrower_share);
      add_all(session_.thesaurus().broader(named.number), broader_share);
      add_all(session_.thesaurus().related(named.number), related_share);
      const CompiledThesaurus& thesaurus = session_.thesaurus();
      used_.push_back({named.words, std::string(thesaurus.id(named.number)),
                       std::string(thesaurus.label(named.number, "en")),
                       std::string(name(thesaurus.kind(named.number)))});
    }
  }

  void add_concept(std::uint32_t number, const ConceptWeights& weights, double share,
                   std::vector<Node>& fields) {
    const std::string id(session_.thesaurus().id(number));
    add_concept_field(Field::legal_concept, id, weights.legal * share, fields);
    add_concept_field(Field::lay_concept, id, weights.lay * share, fields);
  }

  /// A concept counts once, as much as the strongest way to it.
  void add_concept_field(Field field, const std::string& id, double weight,
                         std::vector<Node>& fields) {
    if (weight <= 0 || session_.frequency(term_of(field, id)) == 0) return;
    Node node;
    node.type = NodeType::field;
    node.field = info(field).name;
    node.text = id;
    node.weight = weight;
    const auto same = std::find_if(fields.begin(), fields.end(), [&](const Node& known) {
      return known.field == node.field && known.text == node.text;
    });
    if (same == fields.end()) {
      fields.push_back(std::move(node));
    } else {
      same->weight = std::max(same->weight, weight);
    }
  }

  Session& session_;
  ConceptReader reader_;
  bool expand_;
  std::vector<QueryConcept> used_;
};

}  // namespace

ExpandedQuery expanded(const Node& tree, Session& session, bool expand) {
  ExpandedQuery out{tree, {}};
  Expander expander(session, expand);
  expander.expand(out.tree);
  expander.add_definitions(out.tree);
  out.concepts = expander.take();
  return out;
}

}  // namespace pinlex
