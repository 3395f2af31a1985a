// SPDX-License-Identifier: GPL-2.0-or-later
#include "spelling.hpp"

#include "query/characters.hpp"
#include "query/field_values.hpp"
#include "words.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace pinlex {
namespace {

constexpr std::size_t most_suggested_for = 4;  ///< Of a query that are looked up.
constexpr std::size_t most_suggestions = 3;    ///< For each.
constexpr std::size_t texts_read = 4;          ///< To find how a stem is written.
constexpr std::size_t fewest_letters = 3;
constexpr std::size_t most_bytes = 32;

/// A stem of an index that is near what was typed.
struct NearStem {
  std::size_t edits = 0;
  std::uint32_t frequency = 0;
  std::string stem;
  std::size_t index = 0;

  friend bool operator<(const NearStem& a, const NearStem& b) {
    return std::tie(a.edits, b.frequency, a.stem, a.index) <
           std::tie(b.edits, a.frequency, b.stem, b.index);
  }
};

std::size_t allowed_edits(const std::string& stem) { return stem.size() < 5 ? 1 : 2; }

/// Stems that begin as the word does, or as it would without or behind its first letter: people
/// mistype the first letter least, and the rest of the index would take too long.
void add_near(const std::string& typed, char first, const Session& session, std::size_t index,
              std::set<NearStem>& out) {
  const std::string beginning(1, first);
  const std::size_t allowed = allowed_edits(typed);
  const auto& database = session.database();
  const auto end = database.allterms_end(beginning);
  for (auto term = database.allterms_begin(beginning); term != end; ++term) {
    const std::string stem = *term;
    const std::size_t longer = std::max(stem.size(), typed.size());
    if (longer - std::min(stem.size(), typed.size()) > allowed) continue;
    const std::size_t edits = edit_distance(typed, stem);
    if (edits <= allowed) out.insert({edits, term.get_termfreq(), stem, index});
  }
}

/// The form of a stem in texts that is nearest to what was typed.
std::optional<std::string> written(const NearStem& near, const std::string& typed,
                                   Session& session) {
  const auto documents = session.reader().documents(term_of(Field::text, near.stem), texts_read);
  if (!documents) return std::nullopt;
  std::optional<std::string> best;
  std::size_t fewest = std::numeric_limits<std::size_t>::max();
  std::vector<Token> tokens;
  for (const std::uint32_t document : *documents) {
    const auto record = session.reader().passage(document);
    if (!record) continue;
    const std::string suffix = parse_id(record->version).version;
    Analyser& analyser = session.analyser(suffix.substr(0, suffix.find('.')));
    tokens.clear();
    for (const UnitText& text : record->passage.texts) analyser.analyse(text.text.text, 0, tokens);
    for (const Unit& unit : record->passage.units) analyser.analyse(unit.heading, 0, tokens);
    for (const Token& token : tokens) {
      if (token.stem != near.stem) continue;
      const std::size_t edits = edit_distance(typed, token.folded);
      if (edits >= fewest) continue;
      fewest = edits;
      best = std::string(token.folded);
    }
  }
  return best;
}

std::vector<std::string> nearest(const std::string& typed, const std::vector<std::string>& stems,
                                 const Library::Sessions& sessions) {
  std::set<NearStem> near;
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    for (const std::string& stem : stems) {
      if (stem.size() < fewest_letters || stem.size() > most_bytes) continue;
      add_near(stem, stem[0], *sessions[i], i, near);
      if (stem[1] != stem[0]) add_near(stem, stem[1], *sessions[i], i, near);
    }
  }
  std::vector<std::string> words;
  for (const NearStem& one : near) {
    if (words.size() == most_suggestions) break;
    const auto word = written(one, typed, *sessions[one.index]);
    if (word && std::find(words.begin(), words.end(), *word) == words.end()) {
      words.push_back(*word);
    }
  }
  return words;
}

/// The leaves that a match may need, left to right.
void wanted_leaves(const Node& node, std::vector<const Node*>& out) {
  if (node.type == NodeType::negation) return;
  if (is_text_leaf(node.type) && node.type != NodeType::wildcard) out.push_back(&node);
  for (const Node& child : node.children) wanted_leaves(child, out);
}

}  // namespace

std::vector<UnknownWord> unknown_words(const Node& tree, const Library::Sessions& sessions) {
  std::vector<const Node*> leaves;
  wanted_leaves(tree, leaves);
  std::vector<UnknownWord> out;
  for (const Node* leaf : leaves) {
    std::set<std::string> languages;
    for (const auto& session : sessions) {
      const auto& known = session->reader().header().languages;
      languages.insert(known.begin(), known.end());
    }
    Session& first = *sessions.front();
    const auto words =
        read_words(leaf->text, {languages.begin(), languages.end()},
                   [&](const std::string& l) -> Analyser& { return first.analyser(l); });
    for (const QueryWord& word : words) {
      const bool known = std::any_of(word.stems.begin(), word.stems.end(), [&](const auto& stem) {
        return std::any_of(sessions.begin(), sessions.end(), [&](const auto& session) {
          return session->frequency(term_of(Field::text, stem)) > 0;
        });
      });
      if (known) continue;
      const std::string typed =
          leaf->text.substr(word.place.begin, word.place.end - word.place.begin);
      const bool again = std::any_of(out.begin(), out.end(),
                                     [&](const UnknownWord& one) { return one.word == typed; });
      if (again) continue;
      out.push_back({typed, nearest(ascii_lower(typed), word.stems, sessions)});
      if (out.size() == most_suggested_for) return out;
    }
  }
  return out;
}

}  // namespace pinlex
