// SPDX-License-Identifier: GPL-2.0-or-later
// What stands before a colon: fields, exact: and in:.
#include "query/characters.hpp"
#include "query/field_values.hpp"
#include "query/lexer_state.hpp"

#include <algorithm>

namespace pinlex {
namespace {

constexpr std::string_view exact_name = "exact";
constexpr std::string_view in_name = "in";
constexpr std::string_view heading_value = "heading";

bool is_name_character(char32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

}  // namespace

Result<void> QueryLexer::scan_exact(std::size_t begin, std::size_t value) {
  p_ = value;
  if (closing_quote(at(value)) != 0) {
    QueryToken token;
    token.type = Type::exact;
    if (Result<void> quoted = scan_quotes(token); !quoted) return quoted;
    token.place.begin = clean_.place(begin, value).begin;
    tokens_.push_back(std::move(token));
    return {};
  }
  if (!begins_word(value)) {
    return error(begin, value, "exact: has no word behind it",
                 "write exact:word or exact:\"some words\" without a space");
  }
  const std::size_t full = word_end(value);
  if (at(full) == '*') {
    return error(begin, full + 1, "exact: takes no wildcard", "leave out exact: or the *");
  }
  const std::size_t end = trimmed(value, full);
  QueryToken& token = push(Type::exact, value, end);
  token.place.begin = clean_.place(begin, end).begin;
  ++terms_;
  p_ = full;
  return {};
}

/// `in:heading` before what follows, or `in:` with the word or phrase itself.
Result<void> QueryLexer::scan_in(std::size_t begin, std::size_t value) {
  const std::size_t full = begins_word(value) ? word_end(value) : value;
  const std::size_t end = trimmed(value, full);
  if (ascii_lower(text_.substr(value, end - value)) == heading_value && at(full) != '*') {
    push(Type::in_heading, begin, end);
    p_ = full;
    return {};
  }
  push(Type::in_heading, begin, value);
  p_ = value;
  return {};
}

Result<void> QueryLexer::scan_value(std::size_t begin, std::size_t value, const std::string& name) {
  QueryToken token;
  token.type = Type::field;
  token.field = name;
  if (closing_quote(at(value)) != 0) {
    p_ = value;
    if (Result<void> quoted = scan_quotes(token); !quoted) return quoted;
    token.place.begin = clean_.place(begin, value).begin;
    // In quotation marks all else is a name as it stands; a date is a date.
    if (name == "date") {
      FieldValue read;
      if (const auto problem = read_value(name, token.text, read)) {
        return error(begin, p_, problem->sentence, problem->hint);
      }
      token.text = read.first;
      token.text2 = read.last;
    }
    tokens_.push_back(std::move(token));
    return {};
  }
  std::size_t end = value;
  while (!space_or_end(end) && at(end) != ')' && closing_quote(at(end)) == 0) {
    const std::size_t pinpoint = at(end) == '(' ? pinpoint_end(value, end) : after(end);
    if (pinpoint == end) break;
    end = pinpoint;
  }
  p_ = end;
  const bool open_range = end >= value + 2 && text_.substr(end - 2, 2) == "..";
  if (const std::size_t star = text_.substr(value, end - value).find('*');
      star != std::string_view::npos) {
    return error(value + star, value + star + 1, name + ": takes no wildcard",
                 "write the whole value");
  }
  if (!open_range) end = trimmed(value, end);
  const std::string_view typed = text_.substr(value, end - value);
  if (const std::size_t mark = typed.find_first_of(",;"); mark != std::string_view::npos) {
    return error(value + mark, value + mark + 1, name + ": takes one value",
                 "write " + name + ":x OR " + name + ":y");
  }
  if (typed.empty()) {
    return error(begin, value, "there is no value behind " + name + ":",
                 "write it without a space, as in " + name + ":x");
  }
  FieldValue read;
  if (const std::optional<ValueProblem> problem = read_value(name, typed, read)) {
    return error(begin, end, problem->sentence, problem->hint);
  }
  token.text = read.first;
  token.text2 = read.last;
  token.place = clean_.place(begin, end);
  tokens_.push_back(std::move(token));
  ++terms_;
  return {};
}

Unexpected QueryLexer::unknown_field(std::size_t begin, std::size_t colon,
                                     std::string_view name) const {
  std::vector<std::string_view> known = field_names_;
  known.push_back(exact_name);
  std::sort(known.begin(), known.end());
  std::string hint;
  if (const std::optional<std::string_view> near = nearest_name(ascii_lower(name), known)) {
    hint = "did you mean " + std::string(*near) + ":, or the words \"" + std::string(name) + " …\"";
  } else {
    hint = "put the words in quotation marks, or use one of";
    for (const std::string_view field : known) hint += " " + std::string(field) + ":";
  }
  return error(begin, colon + 1, "there is no field \"" + std::string(name) + "\"", hint);
}

/// Reads a field where a name and a colon stand at p_; false where none does.
Result<bool> QueryLexer::scan_field() {
  const std::size_t begin = p_;
  std::size_t colon = begin;
  while (is_name_character(at(colon))) ++colon;
  if (colon == begin || at(colon) != ':') return false;
  const std::string_view typed = text_.substr(begin, colon - begin);
  const std::string name = ascii_lower(typed);
  const std::size_t value = colon + 1;
  Result<void> scanned;
  if (name == exact_name) {
    scanned = scan_exact(begin, value);
  } else if (std::find(field_names_.begin(), field_names_.end(), name) == field_names_.end()) {
    const bool has_value = is_word_character(at(value)) || closing_quote(at(value)) != 0;
    if (!has_value) return false;
    return unknown_field(begin, colon, typed);
  } else if (space_or_end(value) || is_bracket(at(value))) {
    return error(begin, value, "there is no value behind " + name + ":",
                 at(value) == '('
                     ? "write the field before each value, as in " + name + ":x OR " + name + ":y"
                     : "write it without a space, as in " + name + ":x");
  } else if (name == in_name) {
    scanned = scan_in(begin, value);
  } else {
    scanned = scan_value(begin, value, name);
  }
  if (!scanned) return passed_on(scanned);
  return true;
}

}  // namespace pinlex
