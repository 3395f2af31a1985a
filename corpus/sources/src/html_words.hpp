// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/sources/document.hpp>

#include <gumbo.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace pinlex {

/// What an element of a page does to the text.
enum class HtmlRole : std::uint8_t {
  inside_line,
  block,
  heading,
  row,
  cell,
  item,
  line_break,
  superscript,
  preformatted
};

HtmlRole html_role(GumboTag tag);

/// How much text an element holds, and how much of it is links.
struct HtmlMeasure {
  std::size_t text = 0, linked = 0, links = 0;
  bool has_blocks = false;
};

using HtmlMeasures = std::unordered_map<const GumboNode*, HtmlMeasure>;

/// Why an element is no part of the text, by what it is and says of itself: a script, a menu, a
/// field of a form, something hidden, or a list of links.
std::optional<Removed> html_removal(const GumboNode& node, const HtmlMeasures& measures);

/// The value of an attribute, or nothing.
std::string_view html_attribute(const GumboNode& node, const char* name);

/// Whether an element keeps the line breaks of its source.
bool keeps_lines(const GumboNode& node);

/// Whether a page names this element as the one that holds its text.
bool is_main(const GumboNode& node);

/// The printed number of an item of a list ("3.", "c.", "•"), or nothing where none is printed.
std::string item_marker(const GumboNode& item);

}  // namespace pinlex
