// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/tree.hpp"
#include "session.hpp"

#include <pinlex/searcher/search.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// A query with the concepts of the thesaurus that its words name.
struct ExpandedQuery {
  Node tree;  ///< Fields that rank stand beside the words they come from.
  std::vector<QueryConcept> concepts;
};

/// Adds to the words of a query what means the same in the terms of law, as one index knows it:
/// plain ranked words unless `expand` is false, words and phrases marked ~ always, those marked =
/// and what stands below NOT or a connector never. Words so widened are marked as translated. The words are read in every language of the
/// thesaurus that is written in their script.
ExpandedQuery expanded(const Node& tree, Session& session, bool expand);

}  // namespace pinlex
