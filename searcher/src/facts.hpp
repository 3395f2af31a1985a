// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"
#include "query/matcher.hpp"
#include "query/tree.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/searcher.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A citation of the query, or a safeguard asked for, and what it names, as instrument#eId.
struct ResolvedCitation {
  TextRange place;
  std::vector<std::string> passages;
  std::vector<std::string> groupings;  ///< Chapters, sections: all passages below them.
};

/// The terms of an index of which a passage has one where a field or citation holds for it.
std::vector<std::string> terms_of_fact(const Node& leaf, const Session& session,
                                       const std::vector<ResolvedCitation>& citations);

/// Whether a passage has one of the terms.
Fact has_any(const Session& session, const std::vector<std::string>& terms, std::uint32_t document);

/// Fails with Code::query and a caret where the query names a value that no text here has, for the
/// fields of which the values are few and known.
Result<void> check_facts(const Node& tree, std::string_view query,
                         const Library::Sessions& sessions);

}  // namespace pinlex
