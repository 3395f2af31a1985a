// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/searcher.hpp>
#include <pinlex/searcher/verify.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace pinlex {

/// How text for people is set.
struct TextStyle {
  bool colour = false;       ///< ANSI colours; otherwise highlights stand between « ».
  std::uint32_t width = 80;  ///< Columns to wrap at; 0 for no wrapping.
};

/// Text for people. Control characters of a source never appear in it.
std::string to_text(const SearchAnswer& answer, const TextStyle& style);
std::string to_text(const QueryReading& reading, const TextStyle& style);
std::string to_text(const FieldValues& values, const TextStyle& style);
std::string to_text(const ShowAnswer& answer, const TextStyle& style);
std::string to_text(const RefsAnswer& answer, const TextStyle& style);
std::string to_text(const ParallelsAnswer& answer, const TextStyle& style);
std::string to_text(const PowersAnswer& answer, const TextStyle& style);
std::string to_text(const InfoAnswer& answer, const TextStyle& style);
std::string to_text(const CheckAnswer& answer, const TextStyle& style);
std::string to_text(const VerifyAnswer& answer, const TextStyle& style);

/// JSON by the schemas `pinlex.search/1`, `pinlex.show/1`, `pinlex.refs/1`, `pinlex.info/1`,
/// `pinlex.check/1`, `pinlex.parallels/1`, `pinlex.verify/1`, with a newline at the end.
std::string to_json(const SearchAnswer& answer);
std::string to_json(const QueryReading& reading);
std::string to_json(const FieldValues& values);
std::string to_json(const ShowAnswer& answer);
std::string to_json(const RefsAnswer& answer);
std::string to_json(const ParallelsAnswer& answer);
std::string to_json(const PowersAnswer& answer);
std::string to_json(const InfoAnswer& answer);
std::string to_json(const CheckAnswer& answer);
std::string to_json(const VerifyAnswer& answer);

/// Markdown (CommonMark) and a page of HTML that needs nothing from elsewhere. What comes from a
/// document is escaped: it can neither run nor become markup.
std::string to_markdown(const SearchAnswer& answer);
std::string to_markdown(const ShowAnswer& answer);
std::string to_markdown(const ParallelsAnswer& answer);
std::string to_markdown(const PowersAnswer& answer);
std::string to_html(const SearchAnswer& answer);
std::string to_html(const ShowAnswer& answer);
std::string to_html(const PowersAnswer& answer);

/// The hits of a search as rows: CSV (quoted as RFC 4180 has it) with a line of names; one JSON
/// object a line (`pinlex.hit/1`, a hit of `pinlex.search/1`); a TREC run of article ids for one
/// topic. Of powers a row for each provision and power.
std::string to_csv(const SearchAnswer& answer);
std::string to_csv(const PowersAnswer& answer);
std::string to_jsonl(const SearchAnswer& answer);
std::string to_trec(const SearchAnswer& answer, std::string_view topic);

/// The fields that a query may name, as text and as `pinlex.fields/1`.
std::string fields_to_text(const TextStyle& style);
std::string fields_to_json();

}  // namespace pinlex
