// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/matcher.hpp"
#include "query/tree.hpp"
#include "words.hpp"

#include <string>
#include <vector>

namespace pinlex {

/// What a word, phrase, exact form or wildcard of a query is in the words of a text: a reading for
/// each language, none twice.
LeafWords leaf_words(const Node& leaf, const std::vector<std::string>& languages,
                     const AnalyserOf& analyser_of);

/// Whether a word with that stem may begin with `prefix` (in folded form): a stem is a word without
/// its ending, and the ending may begin inside the prefix, or have changed the letter before it
/// ("try*" finds "tries", of which the stem is "tri"). Errs on the side of yes.
bool may_begin_with(std::string_view stem, std::string_view prefix);

/// The bytes that each stem which may_begin_with() a prefix begins with.
std::string_view common_beginning(std::string_view prefix);

}  // namespace pinlex
