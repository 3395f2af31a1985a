// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/lexer.hpp"
#include "query/query_error.hpp"

#include <pinlex/base/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A query without its invisible characters, every white space an ordinary space, and the way back.
struct CleanQuery {
  std::string text;
  std::vector<std::uint32_t> origin;  ///< Of each byte, and of the end.

  /// `query` has passed check_query().
  explicit CleanQuery(std::string_view query);

  /// The bytes of the query that stand for [begin, end) here.
  TextRange place(std::size_t begin, std::size_t end) const;
  /// Where a byte of the query stands here, or what follows it.
  std::size_t offset(std::uint32_t original) const;
};

/// Reads one query. Offsets are those of the cleaned text until a place is reported.
class QueryLexer {
 public:
  QueryLexer(std::string_view query, const std::vector<std::string_view>& field_names)
      : query_(query), clean_(query), text_(clean_.text), field_names_(field_names) {}

  Result<std::vector<QueryToken>> run(const std::vector<TextRange>& citations);

 private:
  using Type = QueryTokenType;

  Unexpected error(std::size_t begin, std::size_t end, std::string_view sentence,
                   std::string_view hint) const {
    return query_error(query_, clean_.place(begin, end), sentence, std::string(hint));
  }

  char32_t at(std::size_t offset) const;        ///< 0 at the end.
  char32_t before(std::size_t offset) const;    ///< 0 at the begin.
  std::size_t after(std::size_t offset) const;  ///< The next character's offset.
  bool inside_character(std::size_t offset) const {
    return offset < text_.size() && (static_cast<unsigned char>(text_[offset]) & 0xC0) == 0x80;
  }
  bool begins_word(std::size_t offset) const;
  bool space_or_end(std::size_t offset) const { return at(offset) == 0 || at(offset) == ' '; }
  std::size_t pinpoint_end(std::size_t begin, std::size_t offset) const;
  std::size_t word_end(std::size_t begin) const;
  std::size_t trimmed(std::size_t begin, std::size_t end) const;
  std::size_t words_in(std::string_view text) const;
  bool citation_at(TextRange range, std::size_t& end) const;

  QueryToken& push(Type type, std::size_t begin, std::size_t end);
  Result<void> scan();
  bool scan_citation();
  Result<void> scan_word(Expansion expansion);
  Result<void> scan_wildcard(std::size_t begin, std::size_t star, Expansion expansion);
  Result<void> check_word(std::size_t begin, std::size_t end) const;
  Result<void> scan_quotes(QueryToken& token);
  Result<void> scan_expansion();
  Result<void> scan_connector();
  Result<void> scan_star();
  Result<void> scan_exact(std::size_t begin, std::size_t value);
  Result<void> scan_in(std::size_t begin, std::size_t value);
  Result<void> scan_value(std::size_t begin, std::size_t value, const std::string& name);
  Result<bool> scan_field();
  Unexpected unknown_field(std::size_t begin, std::size_t colon, std::string_view name) const;

  std::string_view query_;
  CleanQuery clean_;
  std::string_view text_;
  const std::vector<std::string_view>& field_names_;
  std::vector<TextRange> citations_;  ///< In the cleaned text, those still ahead.
  std::size_t next_citation_ = 0;
  std::size_t p_ = 0;
  std::size_t terms_ = 0;
  std::vector<QueryToken> tokens_;
};

}  // namespace pinlex
