// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "facts.hpp"
#include "library.hpp"

#include <pinlex/base/result.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A provision cited in a query, to be shown before all that ranks.
struct CitedGroup {
  std::string group;  ///< The passage that holds it, instrument#eId.
  std::string eid;    ///< The provision itself.
  TextRange place;    ///< Bytes of the query.
};

/// What the citations of a query name.
struct QueryCitations {
  std::vector<ResolvedCitation> citations;  ///< In the order of the query.
  std::vector<CitedGroup> groups;
  std::vector<std::string> notes;  ///< What does not exist, one sentence each.

  std::vector<TextRange> places() const;
};

Result<QueryCitations> citations_in(std::string_view query, const Library& library,
                                    const Library::Sessions& sessions);

/// Turns what stands behind cites: into ids ("ETS 185 art. 15", "Budapest"). Code::query with a caret
/// where one is no citation, or names more than one provision.
Result<void> read_cited_values(Node& tree, std::string_view query, const Library& library,
                               const Library::Sessions& sessions);

}  // namespace pinlex
