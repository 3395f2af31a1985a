// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/hit.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// Which texts an answer may come from. Empty lists allow all; a name that starts with '!' leaves
/// out instead ("!digest").
struct Filters {
  std::vector<std::string> instruments, kinds, editions, languages;
};

/// Most hits a request may ask for.
inline constexpr std::uint32_t max_limit = 1000;

struct SearchRequest {
  std::string query;
  std::uint32_t offset = 0;  ///< Hits to leave out, best first.
  std::uint32_t limit = 10;  ///< Hits wanted, from 1 to max_limit.
  Filters filters;
  bool count = false;  ///< Whether the total must be exact, whatever that takes.
  bool expand = true;  ///< Whether concepts that the words name are looked for too.
};

/// How many passages match.
struct Total {
  std::uint64_t value = 0;
  bool exact = false;  ///< Otherwise "at least".
};

/// A word of the query that no text has. It was looked for all the same.
struct UnknownWord {
  std::string word;                  ///< As typed.
  std::vector<std::string> nearest;  ///< Words that texts have, nearest first; possibly none.
};

/// A concept of the thesaurus that words of a query name.
struct QueryConcept {
  std::string words;  ///< Of the query: "wiretapping".
  std::string id;     ///< "content-interception".
  std::string label;  ///< "interception of content data".
  std::string kind;   ///< "power", "safeguard", "offence" …
};

/// A word of another language that was looked for in the place of one of the query.
struct QueryTranslation {
  std::string word;      ///< Of the query: "interception".
  std::string language;  ///< "nl".
  std::string term;      ///< "onderscheppen": any form of it counts.

  friend bool operator==(const QueryTranslation&, const QueryTranslation&) = default;
};

struct SearchAnswer {
  std::string query;
  std::string read_as;  ///< How the query was read, in its canonical form.
  Total total;
  std::vector<QueryConcept> concepts;  ///< What was looked for beside the words themselves.
  /// And in their place in texts of other languages, as texts that are there in several taught.
  std::vector<QueryTranslation> translations;
  std::vector<Hit> hits;
  std::vector<std::string> notes;  ///< What a person should know, such as a provision cited in
                                   ///< the query that does not exist.
  std::vector<UnknownWord> unknown;
};

}  // namespace pinlex
