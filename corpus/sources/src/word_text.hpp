// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// The words of a paragraph, or of several that tracked changes join.
struct WordText {
  enum class Note : unsigned char { footnote, endnote };

  std::vector<std::string> lines{1};  ///< Cut where the paragraph breaks a line.
  std::string deleted;                ///< What tracked changes delete, or what is hidden.
  std::vector<std::pair<Note, std::string>> notes;  ///< Referred to, by their ids in the file.
  std::vector<pugi::xml_node> boxes;                ///< Text boxes that hang on it.
  bool too_deep = false;                            ///< Not all was read: it nests too deep.

  /// All lines, joined by a space.
  std::string joined() const;
};

/// Appends the words below a node (a paragraph, a run …).
void gather(pugi::xml_node node, WordText& text);

}  // namespace pinlex
