// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/provision.hpp>
#include <pinlex/sources/document.hpp>

#include <cstdint>
#include <string_view>

namespace pinlex {

/// A vocabulary of legal XML.
enum class XmlDialect : std::uint8_t { unknown, akoma_ntoso, uslm, clml, formex, gii_norm };

/// What an element does.
enum class XmlRole : std::uint8_t {
  inside_line,   ///< Its words stand in the line around it; so do those of unknown elements.
  unit,          ///< Opens a provision.
  grouping,      ///< Opens a provision whose kind its printed number tells ("CHAPTER I").
  number,        ///< The number of the unit around it.
  heading,       ///< The heading of the unit around it.
  next_heading,  ///< The heading of the unit that follows.
  paragraph,     ///< Words that stand in a block of their own.
  row,           ///< Of a table.
  cell,
  line_break,
  item_number,  ///< A number that begins a paragraph.
  quoted,       ///< Text of another act.
  note,
  title,   ///< Of the whole text.
  quote,   ///< An empty element that prints a quotation mark.
  removed  ///< Is no part of the text.
};

/// An element of a dialect.
struct XmlWord {
  XmlDialect dialect = XmlDialect::unknown;
  std::string_view element;  ///< Without a prefix.
  XmlRole role = XmlRole::inside_line;
  Level level = Level::article;        ///< Of a unit.
  std::string_view name{};             ///< Of a unit, in its eId.
  Removed reason = Removed::metadata;  ///< Why it is removed.
};

/// What is known of an element, or null.
const XmlWord* find_xml_word(XmlDialect dialect, std::string_view element);

/// The dialect that the beginning of a file shows.
XmlDialect xml_dialect(std::string_view head);

/// Whether a file shows itself as XML, by its declaration or by the root element of a vocabulary.
bool shows_xml(std::string_view bytes, std::string_view name);

/// "akoma-ntoso", "uslm", …
std::string_view name(XmlDialect dialect);

}  // namespace pinlex
