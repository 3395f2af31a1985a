// SPDX-License-Identifier: GPL-2.0-or-later
#include "plan.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace pinlex::fetching {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::string joined(const std::vector<std::string>& list) {
  std::string out;
  for (const std::string& one : list) out += (out.empty() ? "" : " or ") + language_name(one);
  return out;
}

}  // namespace

std::string language_name(const std::string& code) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> names{
      {{"ar", "Arabic"},
       {"de", "German"},
       {"en", "English"},
       {"es", "Spanish"},
       {"fr", "French"},
       {"it", "Italian"},
       {"nl", "Dutch"},
       {"pt", "Portuguese"},
       {"ru", "Russian"},
       {"zh", "Chinese"}}};
  for (const auto& [known, name] : names) {
    if (known == code) return std::string(name);
  }
  return "'" + code + "'";
}

Wanted wanted(const Instrument& instrument, const std::string& language) {
  Wanted text;
  text.instrument = instrument.id;
  text.language = language;
  text.kind = instrument.kind;
  text.articles = instrument.articles;
  const auto title = instrument.titles.find(language);
  if (title != instrument.titles.end()) text.title = title->second;
  for (const PublishedText& place : instrument.texts) {
    if (place.language == language) text.places.push_back(place);
  }
  return text;
}

Result<Plan> make_plan(const Catalogue& catalogue, const Selection& selection) {
  Plan plan;
  for (const std::string& id : selection.ids) {
    if (catalogue.find(id) == nullptr) {
      return fail(Code::usage, "the catalogue has no instrument " + id,
                  "pinlex-fetch --list names those whose texts it can fetch");
    }
  }
  for (const auto& [id, instrument] : catalogue.instruments()) {
    if (!selection.ids.empty() && !contains(selection.ids, id)) continue;
    std::set<std::string> languages;
    for (const PublishedText& place : instrument.texts) {
      if (selection.languages.empty() || contains(selection.languages, place.language)) {
        languages.insert(place.language);
      }
    }
    for (const std::string& language : languages) {
      plan.texts.push_back(wanted(instrument, language));
    }
    if (languages.empty() && !selection.ids.empty()) {
      plan.without.push_back(id + ": the catalogue has no address of its text" +
                             (selection.languages.empty() ? "" : " in ") +
                             joined(selection.languages));
    }
  }
  if (!plan.texts.empty()) return plan;
  if (!plan.without.empty()) return fail(Code::nothing_found, plan.without.front());
  return fail(Code::nothing_found, "the catalogue has no address of such a text");
}

}  // namespace pinlex::fetching
