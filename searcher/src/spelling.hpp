// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"
#include "query/tree.hpp"

#include <pinlex/searcher/search.hpp>

#include <vector>

namespace pinlex {

/// The words of a query that no text has, with the nearest that texts have, as people write them:
/// fewest edits first, then the most frequent. Nothing is ever replaced by them. Words below NOT
/// and wildcards are not looked at. Throws what Xapian throws.
std::vector<UnknownWord> unknown_words(const Node& tree, const Library::Sessions& sessions);

}  // namespace pinlex
