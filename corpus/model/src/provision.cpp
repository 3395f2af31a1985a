// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/provision.hpp>

#include <array>
#include <cstddef>

namespace pinlex {
namespace {

bool is_date(std::string_view text) {
  constexpr std::string_view form = "0000-00-00";
  if (text.size() != 4 && text.size() != 7 && text.size() != form.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (form[i] == '0' ? !digit : text[i] != '-') return false;
  }
  return true;
}

}  // namespace

std::string_view name(Level level) {
  static constexpr std::array<std::string_view, 11> names{
      "preamble", "annex",   "part",      "title", "chapter",    "section",
      "heading",  "article", "paragraph", "point", "conclusions"};
  return names[static_cast<std::size_t>(level)];
}

bool is_grouping(Level level) {
  return level == Level::part || level == Level::title || level == Level::chapter ||
         level == Level::section;
}

std::string_view text_date(const Version& version) {
  for (const std::string* date : {&version.as_of, &version.published, &version.adopted}) {
    if (is_date(*date)) return *date;
  }
  return {};
}

}  // namespace pinlex
