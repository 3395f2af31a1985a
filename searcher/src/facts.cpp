// SPDX-License-Identifier: GPL-2.0-or-later
#include "facts.hpp"

#include "filters.hpp"
#include "query/query_error.hpp"

#include <pinlex/schema/fields.hpp>

#include <algorithm>
#include <charconv>

namespace pinlex {
namespace {

std::uint32_t leading_number(std::string_view text) {
  std::uint32_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

/// Articles by number; inserts ("4bis") lie with the number they begin with.
std::vector<std::string> articles_between(const Node& range, const Session& session) {
  const std::uint32_t first = leading_number(range.text), last = leading_number(range.text2);
  const std::string prefix = term_of(Field::article, "");
  std::vector<std::string> terms;
  const auto end = session.database().allterms_end(prefix);
  for (auto term = session.database().allterms_begin(prefix); term != end; ++term) {
    const std::string name = *term;
    const std::uint32_t number = leading_number(std::string_view(name).substr(prefix.size()));
    if (number >= first && number <= last) terms.push_back(name);
  }
  return terms;
}

/// The dates that a day, month or year typed stands for, or a range of them. A text of which only
/// the month or year is known is found where that meets the range.
std::vector<std::string> dates_between(const Node& range, const Session& session) {
  const std::string& end = range.text2.empty() ? range.text : range.text2;
  const auto first_day = [](const std::string& date) {
    return date + std::string("0000-00-00").substr(date.size());
  };
  const auto last_day = [](const std::string& date) {
    return date + std::string("9999-99-99").substr(date.size());
  };
  const std::string prefix = term_of(Field::date, "");
  std::vector<std::string> terms;
  const auto last = session.database().allterms_end(prefix);
  for (auto term = session.database().allterms_begin(prefix); term != last; ++term) {
    const std::string date = (*term).substr(prefix.size());
    if (last_day(date) >= first_day(range.text) && first_day(date) <= last_day(end)) {
      terms.push_back(*term);
    }
  }
  return terms;
}

bool has_known_values(Field field) {
  return field == Field::instrument || field == Field::kind || field == Field::edition ||
         field == Field::language || field == Field::power || field == Field::safeguard;
}

}  // namespace

std::vector<std::string> terms_of_fact(const Node& leaf, const Session& session,
                                       const std::vector<ResolvedCitation>& citations) {
  const auto field = leaf.type == NodeType::citation ? std::nullopt : field_named(leaf.field);
  if (field == Field::article && !leaf.text2.empty()) return articles_between(leaf, session);
  if (field == Field::date) return dates_between(leaf, session);
  std::vector<std::string> terms;
  if (field) terms.push_back(term_of(*field, leaf.text));
  if (leaf.type != NodeType::citation && field != Field::safeguard) return terms;
  for (const ResolvedCitation& citation : citations) {
    if (citation.place != leaf.place) continue;
    for (const auto& id : citation.passages) terms.push_back(term_of(Field::id, id));
    for (const auto& id : citation.groupings) terms.push_back(term_of(Field::group, id));
  }
  return terms;
}

Fact has_any(const Session& session, const std::vector<std::string>& terms,
             std::uint32_t document) {
  const bool any = std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
    auto posting = session.database().postlist_begin(term);
    const auto end = session.database().postlist_end(term);
    if (posting == end) return false;
    posting.skip_to(document);
    return posting != end && *posting == document;
  });
  return any ? Fact::yes : Fact::no;
}

Result<void> check_facts(const Node& tree, std::string_view query,
                         const Library::Sessions& sessions) {
  for (const Node* leaf : fact_leaves(tree)) {
    const auto field = leaf->type == NodeType::field ? field_named(leaf->field) : std::nullopt;
    if (!field || !has_known_values(*field) || is_known(*field, leaf->text, sessions)) continue;
    const Error unknown = unknown_value(*field, leaf->text, sessions).error;
    return query_error(query, leaf->place, unknown.message, unknown.hint);
  }
  return {};
}

}  // namespace pinlex
