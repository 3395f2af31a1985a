// SPDX-License-Identifier: GPL-2.0-or-later
#include "field_terms.hpp"

#include "query/field_values.hpp"

#include <pinlex/schema/fields.hpp>

#include <map>
#include <string_view>
#include <vector>

namespace pinlex {
namespace {

Unexpected unknown_field(const std::string& name) {
  std::vector<std::string_view> names;
  for (const FieldInfo& row : fields()) {
    if (!row.name.empty() && row.field != Field::heading) names.push_back(row.name);
  }
  const auto near = nearest_name(name, names);
  std::string hint = near ? "did you mean " + std::string(*near) + "? " : std::string();
  hint += "known:";
  for (const std::string_view known : names) hint += " " + std::string(known);
  return fail(Code::usage, "there is no field \"" + name + "\" with values", std::move(hint));
}

}  // namespace

Result<FieldValues> values_of(const Library& library, const std::string& name) {
  const auto field = field_named(name);
  if (!field || *field == Field::heading) return unknown_field(name);
  const auto sessions = library.sessions();
  if (!sessions) return passed_on(sessions);
  const std::string prefix = term_of(*field, "");
  std::map<std::string, std::uint64_t> values;
  for (const auto& session : *sessions) {
    const auto& database = session->database();
    const auto end = database.allterms_end(prefix);
    for (auto term = database.allterms_begin(prefix); term != end; ++term) {
      values[(*term).substr(prefix.size())] += term.get_termfreq();
    }
    if (*field != Field::version) continue;
    // The record of the version itself is no passage.
    for (auto& [value, count] : values) {
      if (session->frequency(term_of(*field, value)) > 0) --count;
    }
  }
  FieldValues out;
  out.field = name;
  for (auto& [value, count] : values) out.values.push_back({value, count});
  return out;
}

}  // namespace pinlex
