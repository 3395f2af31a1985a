// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/sources/document.hpp>

#include <array>

namespace pinlex {

std::string Block::text() const {
  std::string out;
  for (const MappedText& line : lines) {
    if (!out.empty()) out += ' ';
    out += line.text;
  }
  return out;
}

std::string_view name(Removed reason) {
  static constexpr std::array<std::string_view, 13> names{
      "whitespace", "markup",        "link target", "front matter", "navigation",
      "title page", "editor's note", "script",      "hidden",       "metadata",
      "contents",   "page head",     "deletion"};
  return names[static_cast<std::size_t>(reason)];
}

void Metadata::complete_with(const Metadata& weaker) {
  for (const auto& [name, member] : metadata_members) {
    if ((this->*member).empty()) this->*member = weaker.*member;
  }
  if (about.empty()) about = weaker.about;
  if (fields.empty()) fields = weaker.fields;
}

}  // namespace pinlex
