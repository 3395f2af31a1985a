// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/provision.hpp>

#include <array>

namespace pinlex {

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

}  // namespace pinlex
