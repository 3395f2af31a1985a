// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "word_numbering.hpp"

#include <pugixml.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace pinlex {

/// What a paragraph is by its style and its own properties.
struct WordParagraph {
  std::string_view style;          ///< Its id, valid as long as the file.
  std::optional<int> outline;      ///< Level of a heading, 0 the highest.
  std::optional<ListPlace> place;  ///< In which list.
  bool title = false;              ///< Title of the whole text.
  bool contents = false;           ///< Line of a table of contents.
};

/// The styles of a Word file, each with what it takes from those it is based on.
class WordStyles {
 public:
  /// `styles` is the root of styles.xml; none for a file without.
  explicit WordStyles(pugi::xml_node styles);

  /// `properties` is the paragraph's <w:pPr>, or none.
  WordParagraph read(pugi::xml_node properties) const;

 private:
  std::map<std::string_view, pugi::xml_node> styles_;
  std::string_view default_;
};

}  // namespace pinlex
