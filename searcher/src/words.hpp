// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/searcher.hpp>
#include <pinlex/text/analyser.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// One word of a query as the index knows it. What two languages cut differently ("l'interception")
/// is one word where the cuts overlap, so that it counts once.
struct QueryWord {
  TextRange place;                   ///< Bytes of the text it was read from.
  std::vector<std::string> stems;    ///< In all languages it was read in; ascending, distinct.
  std::vector<std::string> stop_in;  ///< The languages in which it only joins other words.
};

/// The analyser of a language.
using AnalyserOf = std::function<Analyser&(const std::string&)>;

/// Reads a text in each of the languages; words in the order of the text.
std::vector<QueryWord> read_words(std::string_view text, const std::vector<std::string>& languages,
                                  const AnalyserOf& analyser_of);

/// Whether a word stands in at least a quarter of the passages of a language.
using IsCommonIn = std::function<bool(const QueryWord&, const std::string&)>;

/// Which words to look for: not those that only join others, unless there are no others. A word is
/// taken for one in the language that most joining words of the query belong to; a single such word
/// must also be one in every language, or common there: in an index that holds German, "war crimes"
/// keeps "war".
std::vector<bool> content_words(const std::vector<QueryWord>& words,
                                const std::vector<std::string>& languages,
                                const IsCommonIn& is_common_in);

}  // namespace pinlex
