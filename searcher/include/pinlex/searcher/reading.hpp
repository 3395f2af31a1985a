// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// How a query is read, stage by stage, without a search.
struct QueryReading {
  /// What one language makes of a word, phrase, exact form or wildcard.
  struct InLanguage {
    std::string language;
    std::vector<std::string> words;  ///< Stems; forms of exact ones; the beginning of a wildcard.
  };

  /// An operand that the words of a text decide.
  struct Word {
    std::string text;  ///< As it stands in the canonical form.
    std::vector<InLanguage> languages;
    bool ranks = true;  ///< Otherwise it only joins others.
  };

  /// What one index is asked.
  struct Plan {
    std::string index;          ///< Its path.
    std::string asked;          ///< The query that proposes passages, as Xapian prints it.
    bool text_decides = false;  ///< Whether the texts proposed are read to decide.
    std::vector<Word> words;
  };

  std::string query;
  std::vector<std::string> tokens;  ///< One line each.
  std::vector<std::string> tree;    ///< One line a node, indented by depth.
  std::string read_as;              ///< The tree as a query.
  std::vector<std::string> notes;
  std::vector<Plan> plans;  ///< One for each index that the filters leave something of.
};

/// The values that texts have in a field, and how many passages have each.
struct FieldValues {
  struct Value {
    std::string value;
    std::uint64_t passages = 0;
  };
  std::string field;
  std::vector<Value> values;  ///< Ascending.
};

}  // namespace pinlex
