// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/matcher.hpp"
#include "query/tree.hpp"
#include "words.hpp"

#include <set>
#include <string>
#include <vector>

namespace pinlex {

/// What a word, phrase, exact form or wildcard of a query is in the words of a text: a reading for
/// each language, none twice.
LeafWords leaf_words(const Node& leaf, const std::vector<std::string>& languages,
                     const AnalyserOf& analyser_of);

/// What the stems of words begin with that begin with `prefix` (in folded form), but for those in
/// shorter_stems(): the prefix, and as stemmers spell it (without German umlauts, say).
std::set<std::string> stem_beginnings(const std::string& prefix,
                                      const std::vector<std::string>& languages,
                                      const AnalyserOf& analyser_of);

/// The stems of words that begin with `prefix`, where the ending that is cut off begins inside the
/// prefix, or letters change before it: the stem of "secrecy" is "secreci". Errs on the side of too
/// many.
std::set<std::string> shorter_stems(const std::string& prefix,
                                    const std::vector<std::string>& languages,
                                    const AnalyserOf& analyser_of);

}  // namespace pinlex
