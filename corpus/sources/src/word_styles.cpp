// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_styles.hpp"

#include "word_xml.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

namespace pinlex {
namespace {

/// Styles may be based on each other in a ring.
constexpr int deepest_base = 32;

constexpr int body_text = 9;

std::optional<int> number_in(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && !text.empty() ? std::optional(value) : std::nullopt;
}

/// Takes what the properties say, where nothing stronger has said it.
void take(pugi::xml_node properties, WordParagraph& paragraph) {
  if (!paragraph.outline) paragraph.outline = number_in(value_of(properties, "outlineLvl"));
  const pugi::xml_node list = child_of(properties, "numPr");
  if (!list) return;
  const auto number = number_in(value_of(list, "numId"));
  const auto level = number_in(value_of(list, "ilvl"));
  if (!paragraph.place) {
    paragraph.place = ListPlace{number.value_or(-1), level};
    return;
  }
  // A paragraph may name its level alone, and its style the list.
  if (paragraph.place->list < 0 && number) paragraph.place->list = *number;
  if (!paragraph.place->level) paragraph.place->level = level;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

}  // namespace

WordStyles::WordStyles(pugi::xml_node styles) {
  for (const pugi::xml_node style : styles.children()) {
    if (!is_named(style, "style") || attribute_of(style, "type") != "paragraph") continue;
    const std::string_view id = attribute_of(style, "styleId");
    styles_.emplace(id, style);
    if (attribute_of(style, "default") == "1") default_ = id;
  }
}

WordParagraph WordStyles::read(pugi::xml_node properties) const {
  WordParagraph paragraph;
  paragraph.style = value_of(properties, "pStyle");
  if (paragraph.style.empty()) paragraph.style = default_;
  take(properties, paragraph);
  std::string_view id = paragraph.style;
  for (int depth = 0; depth < deepest_base; ++depth) {
    const auto style = styles_.find(id);
    if (style == styles_.end()) break;
    const std::string name = lowered(value_of(style->second, "name"));
    if (depth == 0) paragraph.title = name == "title";
    paragraph.contents = paragraph.contents || name.starts_with("toc ");
    take(child_of(style->second, "pPr"), paragraph);
    id = value_of(style->second, "basedOn");
  }
  if (paragraph.outline && (*paragraph.outline < 0 || *paragraph.outline >= body_text)) {
    paragraph.outline.reset();
  }
  return paragraph;
}

}  // namespace pinlex
