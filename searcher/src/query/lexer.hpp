// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/tree.hpp"

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// Limits of the language; past them a query is refused.
inline constexpr std::size_t max_query_bytes = 8192;
inline constexpr std::size_t max_query_terms =
    256;  ///< Words, those in phrases counted one by one.
inline constexpr std::uint32_t max_distance = 1000;  ///< Of /n and +n.
inline constexpr std::size_t min_wildcard_letters = 2;

enum class QueryTokenType : std::uint8_t {
  word,
  wildcard,  ///< `text` without the asterisk.
  phrase,    ///< `text` without the quotes, spaces single.
  exact,     ///< `exact:` with a word or phrase.
  field,
  in_heading,  ///< Applies to what follows.
  citation,
  open,
  close,
  op_and,
  op_or,
  op_not,
  near,
  ordered_near,
  same_sentence,
  same_paragraph,
};

struct QueryToken {
  QueryTokenType type = QueryTokenType::word;
  std::string text;   ///< Of operands; of operators as typed.
  std::string text2;  ///< End of a range of field values.
  std::string field;
  std::uint32_t distance = 0;
  Expansion expansion = Expansion::by_default;
  TextRange place;
};

/// The checks that come before any reading: length, UTF-8, control characters (tab and line ends
/// are white space). Callers who look for citations in a query run this first.
Result<void> check_query(std::string_view query);

/// The names a query may put before a colon: those of the field table.
std::vector<std::string_view> queried_fields();

/// Cuts a query into tokens.
///
/// - Only AND, OR and NOT in capitals, and /5 +5 /s /p standing by themselves, are operators.
/// - A word reaches to the next space, bracket, quotation mark, comma or the like; marks around it
///   are dropped. Hyphens, apostrophes, full stops and slashes inside stay, so do commas between
///   digits and the brackets of a pinpoint: `real-time`, `30(2)(a)`, `1,000`, `2016/679`. The
///   analyser may make several words of it, which then must stand in a row.
/// - `§ 100a` is one word.
/// - Citations are taken whole at the given byte ranges, unless they hold an operator, a quotation
///   mark or an unbalanced bracket, or begin or end inside a word.
/// - Invisible characters (soft hyphens, direction marks) are as if not there.
///
/// Fails with Code::query, caret and hint.
Result<std::vector<QueryToken>> lex_query(
    std::string_view query, const std::vector<TextRange>& citations,
    const std::vector<std::string_view>& field_names = queried_fields());

/// One line a token, for --explain-query.
std::string dump(const std::vector<QueryToken>& tokens);

}  // namespace pinlex
