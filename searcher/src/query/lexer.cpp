// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/lexer.hpp"

#include "query/characters.hpp"
#include "query/lexer_state.hpp"
#include "query/query_error.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace pinlex {
namespace {

constexpr char32_t section_sign = 0x00A7;
constexpr std::string_view operators_hint = "the operators are AND, OR, NOT, /5, +5, /s and /p";

/// Marks outside ASCII that may stand inside a word: hyphens, apostrophes, middle dots.
bool joins(char32_t c) {
  return c == 0x2010 || c == 0x2011 || c == 0x2018 || c == 0x2019 || c == 0x00B7 || c == 0x30FB ||
         c == section_sign;
}

/// Characters that end a word wherever they stand.
bool ends_word(char32_t c) {
  if (is_word_character(c)) return false;
  if (c >= 0x80) return !joins(c);
  constexpr std::string_view inside = "-'./_@#:&%$+=~^`";
  return inside.find(static_cast<char>(c)) == std::string_view::npos;
}

std::string with_thousands(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

}  // namespace

CleanQuery::CleanQuery(std::string_view query) {
  for (std::size_t i = 0; i < query.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(query, i);
    if (has_no_width(c)) continue;
    const std::string_view bytes = is_space(c) ? " " : query.substr(begin, i - begin);
    for (std::size_t k = 0; k < bytes.size(); ++k) {
      origin.push_back(static_cast<std::uint32_t>(begin + k));
    }
    text += bytes;
  }
  origin.push_back(static_cast<std::uint32_t>(query.size()));
}

TextRange CleanQuery::place(std::size_t begin, std::size_t end) const {
  const std::uint32_t first = origin[begin];
  return {first, end > begin ? origin[end - 1] + 1 : first};
}

std::size_t CleanQuery::offset(std::uint32_t original) const {
  const auto at = std::lower_bound(origin.begin(), origin.end(), original);
  return static_cast<std::size_t>(std::min(at, origin.end() - 1) - origin.begin());
}

char32_t QueryLexer::at(std::size_t offset) const {
  if (offset >= text_.size()) return 0;
  return next_code_point(text_, offset);
}

char32_t QueryLexer::before(std::size_t offset) const {
  if (offset == 0) return 0;
  std::size_t begin = offset - 1;
  while (begin > 0 && inside_character(begin)) --begin;
  return next_code_point(text_, begin);
}

std::size_t QueryLexer::after(std::size_t offset) const {
  next_code_point(text_, offset);
  return offset;
}

/// A letter or digit, or a section sign with a number behind it, a few signs and spaces apart.
bool QueryLexer::begins_word(std::size_t offset) const {
  if (at(offset) != section_sign) return is_word_character(at(offset));
  constexpr int most_between = 8;
  for (int i = 0; i < most_between && (at(offset) == section_sign || at(offset) == ' '); ++i) {
    offset = after(offset);
  }
  return is_digit(at(offset));
}

/// End of a bracket such as (2), (a) or (iii) at `offset` that belongs to the word begun at
/// `begin`: one with a digit before. `offset` itself where there is none.
std::size_t QueryLexer::pinpoint_end(std::size_t begin, std::size_t offset) const {
  const std::string_view word = text_.substr(begin, offset - begin);
  if (word.find_first_of("0123456789") == std::string_view::npos) return offset;
  const std::size_t close = text_.find(')', offset);
  constexpr std::size_t longest = 5;
  if (close == std::string_view::npos || close == offset + 1 || close - offset - 1 > longest) {
    return offset;
  }
  const std::string_view inner = text_.substr(offset + 1, close - offset - 1);
  for (const char c : inner) {
    if (static_cast<unsigned char>(c) >= 0x80 ||
        !is_word_character(static_cast<unsigned char>(c))) {
      return offset;
    }
  }
  const bool number = inner.find_first_not_of("0123456789ivxlcIVXLC") == std::string_view::npos;
  return number || inner.size() <= 2 ? close + 1 : offset;
}

std::size_t QueryLexer::word_end(std::size_t begin) const {
  std::size_t offset = begin;
  while (at(offset) == section_sign || (offset > begin && at(offset) == ' '))
    offset = after(offset);
  while (offset < text_.size()) {
    const char32_t c = at(offset);
    if (c == '(') {
      const std::size_t end = pinpoint_end(begin, offset);
      if (end == offset) break;
      offset = end;
      continue;
    }
    const bool in_number = c == ',' && is_digit(before(offset)) && is_digit(at(offset + 1));
    if (!in_number && ends_word(c)) break;
    offset = after(offset);
  }
  return offset;
}

/// The end of a word without the marks behind it. A bracket there is a pinpoint's.
std::size_t QueryLexer::trimmed(std::size_t begin, std::size_t end) const {
  while (end > begin) {
    const char32_t last = before(end);
    if (is_word_character(last) || last == ')') break;
    --end;
    while (end > begin && inside_character(end)) --end;
  }
  return end;
}

std::size_t QueryLexer::words_in(std::string_view text) const {
  std::size_t words = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c == ' ') inside = false;
    if (is_word_character(c) && !std::exchange(inside, true)) ++words;
  }
  return words;
}

QueryToken& QueryLexer::push(Type type, std::size_t begin, std::size_t end) {
  QueryToken token;
  token.type = type;
  token.text = text_.substr(begin, end - begin);
  token.place = clean_.place(begin, end);
  tokens_.push_back(std::move(token));
  return tokens_.back();
}

/// Whether a citation can be taken as one operand: nothing of the query language is cut by it.
bool QueryLexer::citation_at(TextRange range, std::size_t& end) const {
  end = range.end;
  const std::string_view cited = text_.substr(range.begin, range.end - range.begin);
  const char32_t first = at(range.begin);
  if (words_in(cited) == 0 || !(is_word_character(first) || first == section_sign)) return false;
  int open = 0;
  for (std::size_t i = 0; i < cited.size();) {
    const bool starts = i == 0 || cited[i - 1] == ' ';
    const char32_t c = next_code_point(cited, i);
    if (closing_quote(c) != 0 || c == '*' || (starts && (c == '/' || c == '+'))) return false;
    open += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (open < 0) return false;
  }
  for (const std::string_view word : {" AND ", " OR ", " NOT "}) {
    if ((" " + std::string(cited) + " ").find(word) != std::string::npos) return false;
  }
  return open == 0 && !(is_word_character(before(end)) && is_word_character(at(end)));
}

bool QueryLexer::scan_citation() {
  while (next_citation_ < citations_.size() && citations_[next_citation_].begin < p_) {
    ++next_citation_;
  }
  if (next_citation_ >= citations_.size() || citations_[next_citation_].begin != p_) return false;
  std::size_t end = 0;
  if (!citation_at(citations_[next_citation_], end)) return false;
  push(Type::citation, p_, end);
  ++terms_;
  p_ = end;
  return true;
}

Result<void> QueryLexer::check_word(std::size_t begin, std::size_t end) const {
  const std::string_view word = text_.substr(begin, end - begin);
  if (const std::size_t mark = word.find_first_of("~^"); mark != std::string_view::npos) {
    return error(begin + mark, begin + mark + 1,
                 std::string(1, word[mark]) + " cannot stand inside a word",
                 "~ goes before a word; a word is written without weights");
  }
  const std::size_t slash = word.find('/');
  if (slash == std::string_view::npos) return {};
  const std::string name = ascii_lower(word.substr(0, slash));
  const std::string reach = ascii_lower(word.substr(slash + 1));
  constexpr std::array<std::string_view, 6> foreign{"w", "near", "within", "adj", "pre", "onear"};
  if (std::find(foreign.begin(), foreign.end(), name) == foreign.end()) return {};
  const bool segment = reach == "s" || reach == "p";
  if (!segment && (reach.empty() || reach.find_first_not_of("0123456789") != std::string::npos)) {
    return {};
  }
  const bool ordered = !segment && (name == "pre" || name == "onear" || name == "adj");
  return error(begin, end, std::string(word) + " is not an operator here",
               "write " + ((ordered ? "+" : "/") + reach));
}

Result<void> QueryLexer::scan_wildcard(std::size_t begin, std::size_t star, Expansion expansion) {
  std::size_t letters = 0;
  std::size_t run = star;
  while (run > begin && is_word_character(before(run))) {
    --run;
    while (run > begin && inside_character(run)) --run;
    ++letters;
  }
  const std::size_t next = star + 1;
  const bool joined =
      next < text_.size() && std::string_view("-'._@*").find(text_[next]) != std::string_view::npos;
  if (is_word_character(at(next)) || (joined && is_word_character(at(next + 1))) ||
      at(next) == '*') {
    return error(star, star + 1, "a wildcard stands only at the end of a word",
                 "write the beginning of the word, as in intercept*");
  }
  if (letters < min_wildcard_letters) {
    return error(begin, next, "the wildcard is too short", "put at least two letters before the *");
  }
  if (expansion != Expansion::by_default) {
    return error(begin, next, "a wildcard takes no = or ~",
                 "only a word or phrase is replaced by what means the same");
  }
  push(Type::wildcard, begin, next).text.pop_back();
  ++terms_;
  p_ = next;
  return {};
}

/// A word, wildcard or operator.
Result<void> QueryLexer::scan_word(Expansion expansion) {
  const std::size_t begin = p_;
  const std::size_t full = word_end(begin);
  if (at(full) == '*') return scan_wildcard(begin, full, expansion);
  const std::size_t end = trimmed(begin, full);
  p_ = full;
  const std::string_view word = text_.substr(begin, end - begin);
  if (expansion == Expansion::by_default) {
    if (word == "AND") return push(Type::op_and, begin, end), Result<void>();
    if (word == "OR") return push(Type::op_or, begin, end), Result<void>();
    if (word == "NOT") return push(Type::op_not, begin, end), Result<void>();
  }
  if (Result<void> checked = check_word(begin, end); !checked) return checked;
  push(Type::word, begin, end).expansion = expansion;
  ++terms_;
  return {};
}

/// What stands in quotation marks at p_, into the token's text and place.
Result<void> QueryLexer::scan_quotes(QueryToken& token) {
  const std::size_t begin = p_;
  const char32_t open = at(begin);
  const std::size_t inside = after(begin);
  std::size_t end = inside;
  while (end < text_.size() && !closes(open, at(end))) end = after(end);
  if (end == text_.size()) {
    return error(begin, inside, "the quotation mark is never closed",
                 "put another one behind the phrase");
  }
  token.text.clear();
  for (std::size_t i = inside; i < end; ++i) {
    const bool star = text_[i] == '*';
    if (star && (is_word_character(before(i)) || is_word_character(at(i + 1)))) {
      return error(i, i + 1, "a wildcard cannot stand in a phrase",
                   "join it with +1, as in \"lawful\" +1 intercept*");
    }
    const bool gap = text_[i] == ' ' || text_[i] == '"';
    if (!gap) token.text += text_[i];
    if (gap && !token.text.empty() && token.text.back() != ' ') token.text += ' ';
  }
  if (!token.text.empty() && token.text.back() == ' ') token.text.pop_back();
  p_ = after(end);
  token.place = clean_.place(begin, p_);
  const std::size_t words = words_in(token.text);
  if (words == 0) {
    return error(begin, p_, "there is no word between the quotation marks",
                 "write a phrase, as in \"content data\"");
  }
  terms_ += words;
  return {};
}

/// `=word`, `~word` and the same before a phrase.
Result<void> QueryLexer::scan_expansion() {
  const std::size_t begin = p_;
  const char mark = text_[begin];
  const Expansion expansion = mark == '=' ? Expansion::never : Expansion::always;
  const std::size_t next = begin + 1;
  if (mark == '~' && closing_quote(before(begin)) != 0 && is_digit(at(next))) {
    return error(begin, word_end(next), "~ sets no distance", "write the words as a /5 b");
  }
  if (closing_quote(at(next)) != 0) {
    p_ = next;
    QueryToken& token = push(Type::phrase, begin, next);
    token.expansion = expansion;
    if (Result<void> quoted = scan_quotes(token); !quoted) return quoted;
    token.place.begin = clean_.place(begin, next).begin;
    return {};
  }
  if (at(next) == '(') {
    return error(begin, next, std::string(1, mark) + " goes before one word or phrase",
                 "put it before each word of the group");
  }
  p_ = next;
  if (!begins_word(next)) return {};
  if (Result<void> word = scan_word(expansion); !word) return word;
  tokens_.back().place.begin = clean_.place(begin, next).begin;
  return {};
}

/// /5 +5 /s /p; a stroke or plus sign alone is a mark like any other.
Result<void> QueryLexer::scan_connector() {
  const std::size_t begin = p_;
  std::size_t end = begin;
  while (!space_or_end(end) && !is_bracket(at(end)) && closing_quote(at(end)) == 0) {
    end = after(end);
  }
  p_ = end;
  end = trimmed(begin, end);
  if (end <= begin + 1) return {};
  const bool ordered = text_[begin] == '+';
  const std::string typed(text_.substr(begin, end - begin));
  const std::string reach = ascii_lower(typed.substr(1));
  if (reach.find_first_not_of("0123456789") == std::string::npos) {
    constexpr std::size_t most_digits = 9;
    const unsigned long distance = reach.size() > most_digits ? 0 : std::stoul(reach);
    if (distance < 1 || distance > max_distance) {
      return error(begin, end, "the distance must be from 1 to " + with_thousands(max_distance),
                   "/1 is for words side by side, /p for the same paragraph");
    }
    QueryToken& token = push(ordered ? Type::ordered_near : Type::near, begin, end);
    token.distance = static_cast<std::uint32_t>(distance);
    return {};
  }
  if (reach == "s" || reach == "p") {
    if (ordered) {
      return error(begin, end, typed + " is not an operator",
                   "/" + reach + " takes no order; +5 is for words in order");
    }
    push(reach == "s" ? Type::same_sentence : Type::same_paragraph, begin, end);
    return {};
  }
  return error(begin, end, typed + " is not an operator",
               ordered ? "put AND between what must stand in one passage" : operators_hint);
}

Result<void> QueryLexer::scan_star() {
  const std::size_t begin = p_;
  if (is_word_character(at(begin + 1))) {
    return error(begin, begin + 1, "a wildcard stands only at the end of a word",
                 "write the beginning of the word, as in intercept*");
  }
  return error(begin, begin + 1, "the wildcard is too short",
               "put at least two letters before the *");
}

/// One token, or what stands between tokens.
Result<void> QueryLexer::scan() {
  if (scan_citation()) return {};
  const char32_t c = at(p_);
  if (closing_quote(c) != 0) {
    QueryToken token;
    token.type = Type::phrase;
    if (Result<void> quoted = scan_quotes(token); !quoted) return quoted;
    tokens_.push_back(std::move(token));
    return {};
  }
  if (is_bracket(c)) {
    push(c == '(' ? Type::open : Type::close, p_, p_ + 1);
    ++p_;
    return {};
  }
  if (c == '=' || c == '~') return scan_expansion();
  if (c == '/' || c == '+') return scan_connector();
  if (c == '*') return scan_star();
  const char32_t left = before(p_);
  if (c == '-' && (left == 0 || left == ' ' || left == '(') && is_word_character(at(p_ + 1)) &&
      !is_digit(at(p_ + 1))) {
    return error(p_, p_ + 1, "- is not an operator", "write NOT before what must not be there");
  }
  if (!begins_word(p_)) {
    p_ = after(p_);
    return {};
  }
  Result<bool> field = scan_field();
  if (!field) return passed_on(field);
  return *field ? Result<void>() : scan_word(Expansion::by_default);
}

Result<std::vector<QueryToken>> QueryLexer::run(const std::vector<TextRange>& citations) {
  for (const TextRange& range : citations) {
    TextRange inner{static_cast<std::uint32_t>(clean_.offset(range.begin)),
                    static_cast<std::uint32_t>(clean_.offset(range.end))};
    if (inside_character(inner.begin) || inside_character(inner.end)) continue;
    while (inner.begin < inner.end && text_[inner.begin] == ' ') ++inner.begin;
    while (inner.begin < inner.end && text_[inner.end - 1] == ' ') --inner.end;
    if (inner.begin < inner.end) citations_.push_back(inner);
  }
  std::stable_sort(citations_.begin(), citations_.end(),
                   [](TextRange a, TextRange b) { return a.begin < b.begin; });
  while (p_ < text_.size()) {
    const std::size_t begin = p_;
    if (Result<void> scanned = scan(); !scanned) return passed_on(scanned);
    if (terms_ > max_query_terms) {
      return error(begin, p_,
                   "the query has more than " + with_thousands(max_query_terms) + " words",
                   "leave out the words that matter least");
    }
  }
  return std::move(tokens_);
}

Result<void> check_query(std::string_view query) {
  if (query.size() > max_query_bytes) {
    constexpr auto limit = static_cast<std::uint32_t>(max_query_bytes);
    return query_error(query, {limit, limit},
                       "the query is longer than " + with_thousands(max_query_bytes) + " bytes",
                       "shorten it; pinlex check reads longer texts");
  }
  if (const std::size_t bad = ill_formed_utf8(query); bad != std::string_view::npos) {
    const auto place = static_cast<std::uint32_t>(bad);
    return query_error(query, {place, place + 1}, "the query is not valid UTF-8",
                       "set the terminal to UTF-8");
  }
  for (std::size_t i = 0; i < query.size();) {
    const auto begin = static_cast<std::uint32_t>(i);
    if (is_forbidden_control(next_code_point(query, i))) {
      return query_error(query, {begin, static_cast<std::uint32_t>(i)},
                         "the query holds a control character", "leave it out");
    }
  }
  return {};
}

std::vector<std::string_view> queried_fields() {
  std::vector<std::string_view> names;
  for (const FieldInfo& row : fields()) {
    if (!row.name.empty()) names.push_back(row.name);
  }
  return names;
}

Result<std::vector<QueryToken>> lex_query(std::string_view query,
                                          const std::vector<TextRange>& citations,
                                          const std::vector<std::string_view>& field_names) {
  if (Result<void> checked = check_query(query); !checked) return passed_on(checked);
  return QueryLexer(query, field_names).run(citations);
}

}  // namespace pinlex
