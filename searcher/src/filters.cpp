// SPDX-License-Identifier: GPL-2.0-or-later
#include "filters.hpp"

#include "query/field_values.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

namespace pinlex {
namespace {

struct FilterList {
  Field field;
  const std::vector<std::string>* values;
};

std::array<FilterList, 4> lists(const Filters& filters) {
  return {{{Field::instrument, &filters.instruments},
           {Field::kind, &filters.kinds},
           {Field::edition, &filters.editions},
           {Field::language, &filters.languages}}};
}

bool leaves_out(const std::string& value) { return !value.empty() && value.front() == '!'; }

std::string bare(const std::string& value) {
  std::string name = leaves_out(value) ? value.substr(1) : value;
  std::transform(name.begin(), name.end(), name.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

/// Whether the values of a filter allow a name.
bool lets_through(const std::vector<std::string>& values, std::string_view name) {
  bool wanted = false, any_wanted = false;
  for (const std::string& value : values) {
    const bool same = bare(value) == name;
    if (leaves_out(value) && same) return false;
    any_wanted = any_wanted || !leaves_out(value);
    wanted = wanted || (!leaves_out(value) && same);
  }
  return wanted || !any_wanted;
}

std::vector<std::string> known_values(Field field,
                                      const std::vector<SessionPool::Lease>& sessions) {
  const std::string prefix = term_of(field, "");
  std::set<std::string> values;
  for (const auto& session : sessions) {
    const auto& database = session->database();
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term) {
      values.insert((*term).substr(prefix.size()));
    }
  }
  return {values.begin(), values.end()};
}

std::string listed(const std::vector<std::string>& names) {
  static constexpr std::size_t most = 40;
  std::string out;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) out += (i ? ", " : "") + names[i];
  if (names.size() > most) out += ", … (" + std::to_string(names.size()) + " in all)";
  return out;
}

/// Those that have a word as one of their parts: content-interception and interception-assistance.
std::vector<std::string> with_part(const std::string& word, const std::vector<std::string>& names) {
  std::vector<std::string> found;
  std::copy_if(names.begin(), names.end(), std::back_inserter(found), [&](const std::string& one) {
    return ("-" + one + "-").find("-" + word + "-") != std::string::npos;
  });
  return found;
}

/// What is spelt nearly so; of concepts also those of which one word is.
std::vector<std::string> near_values(Field field, const std::string& value,
                                     const std::vector<std::string>& known) {
  constexpr std::size_t fewest_letters = 4;
  const bool one_word = value.find('-') == std::string::npos;
  std::set<std::string> words;
  for (const std::string& name : known) {
    if (!one_word || (field != Field::power && field != Field::safeguard)) break;
    for (std::size_t at = 0, end = 0; at <= name.size(); at = end + 1) {
      end = std::min(name.find('-', at), name.size());
      if (end - at >= fewest_letters) words.insert(name.substr(at, end - at));
    }
  }
  if (const auto word = nearest_name(value, {words.begin(), words.end()})) {
    return with_part(std::string(*word), known);
  }
  const auto near = nearest_name(value, {known.begin(), known.end()});
  return near ? std::vector<std::string>{std::string(*near)} : std::vector<std::string>();
}

}  // namespace

bool is_known(Field field, const std::string& value,
              const std::vector<SessionPool::Lease>& sessions) {
  return !value.empty() && std::any_of(sessions.begin(), sessions.end(), [&](const auto& session) {
    return session->frequency(term_of(field, value)) > 0;
  });
}

Unexpected unknown_value(Field field, const std::string& value,
                         const std::vector<SessionPool::Lease>& sessions) {
  const auto known = known_values(field, sessions);
  const std::string near = listed(near_values(field, value, known));
  std::string hint = near.empty() ? near : "did you mean " + near + "? ";
  hint += "known: " + listed(known);
  return fail(Code::usage, "no text here is " + std::string(info(field).name) + ":" + value,
              std::move(hint));
}

Result<void> check_filters(const Filters& filters,
                           const std::vector<SessionPool::Lease>& sessions) {
  for (const FilterList& list : lists(filters)) {
    for (const std::string& value : *list.values) {
      const std::string name = bare(value);
      if (!is_known(list.field, name, sessions)) return unknown_value(list.field, name, sessions);
    }
  }
  return {};
}

std::vector<std::string> allowed_languages(const Filters& filters, const Header& header) {
  std::vector<std::string> allowed;
  std::copy_if(header.languages.begin(), header.languages.end(), std::back_inserter(allowed),
               [&](const std::string& one) { return lets_through(filters.languages, one); });
  return allowed;
}

bool allows(const Filters& filters, const Version& version) {
  return lets_through(filters.instruments, version.instrument) &&
         lets_through(filters.kinds, name(version.kind)) &&
         lets_through(filters.editions, name(version.edition)) &&
         lets_through(filters.languages, version.language);
}

Xapian::Query filtered(const Xapian::Query& query, const Filters& filters) {
  Xapian::Query out = query;
  for (const FilterList& list : lists(filters)) {
    std::vector<Xapian::Query> wanted, unwanted;
    for (const std::string& value : *list.values) {
      (leaves_out(value) ? unwanted : wanted).emplace_back(term_of(list.field, bare(value)));
    }
    if (!wanted.empty()) {
      out = Xapian::Query(Xapian::Query::OP_FILTER, out,
                          Xapian::Query(Xapian::Query::OP_OR, wanted.begin(), wanted.end()));
    }
    if (!unwanted.empty()) {
      out = Xapian::Query(Xapian::Query::OP_AND_NOT, out,
                          Xapian::Query(Xapian::Query::OP_OR, unwanted.begin(), unwanted.end()));
    }
  }
  return out;
}

}  // namespace pinlex
