// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/lexer.hpp"
#include "query/tree.hpp"

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace pinlex {

/// Brackets within brackets, in a query and in its canonical form.
inline constexpr std::uint32_t max_nesting = 64;

/// Reads a query. `citations` are the byte ranges of the citations in it, ascending
/// (CitationReader::find_all); each becomes one node.
///
/// From the tightest to the loosest:
/// 1. `=word`, `~word`, `exact:`, `in:heading`, fields: bound to what follows.
/// 2. NOT.
/// 3. /n +n /s /p, from left to right: `a /5 b /p c` is `(a /5 b) /p c`.
/// 4. A row: operands side by side rank; any of them may match. So
///    `"keep confidential" /p (provider OR operator) secrecy` ranks what has the two in one
///    paragraph, and `secrecy`. Fields and NOT in a row are conditions on the whole of it:
///    `secrecy lang:en order NOT death` is `(secrecy order) AND lang:en AND NOT death`.
/// 5. AND.   6. OR.
///
/// Inside /n +n /s /p a row in brackets means any of its words (it becomes an OR). `(a AND b) /p c`
/// is `a /p b /p c`, likewise with /s; in `(a AND b) /5 c` both a and b must be within five words
/// of the same c, and AND may stand on one side only. NOT, fields and citations are refused there.
///
/// The tree: AND, OR and rows hold two or more children, none of their own type; rows hold no field
/// and no NOT; NOT never holds NOT; /n +n /s /p hold two children, which are text leaves, headings,
/// ORs and each other (and AND below one side of /n or +n). At most max_query_terms leaves.
/// in:heading before brackets is passed on to each word in them.
///
/// Fails with Code::query: what is wrong, the query with a caret under the place, and a hint.
Result<Node> parse_query(std::string_view query, const std::vector<TextRange>& citations);

/// The same from tokens of lex_query() for that query.
Result<Node> parse_tokens(std::string_view query, std::vector<QueryToken> tokens);

}  // namespace pinlex
