// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/matcher.hpp"
#include "query/tree.hpp"

#include <pinlex/schema/frequent_stems.hpp>

#include <xapian.h>

#include <functional>

namespace pinlex {

/// What a leaf is in the words of a text.
using WordsOf = std::function<LeafWords(const Node&)>;

/// A condition that every passage meets in which a phrase matches, or a connector that joins
/// neighbours (/1, +1): the runs of frequent stems it cannot do without. Refuses most of what has
/// the words but not side by side. Empty where nothing is known; never refuses a match.
Xapian::Query side_by_side(const Node& node, const FrequentStems& frequent,
                           const WordsOf& words_of);

}  // namespace pinlex
