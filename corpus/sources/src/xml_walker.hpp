// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "line_writer.hpp"
#include "xml_words.hpp"

#include <pinlex/sources/document.hpp>

#include <pugixml.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The most provisions a file may declare.
inline constexpr std::size_t max_units = 200'000;

/// Walks the tree of an XML file and writes down its blocks. The tree must have been parsed without
/// decoding anything, so that its texts are the bytes of the file.
class XmlWalker {
 public:
  XmlWalker(std::string_view bytes, XmlDialect dialect) : bytes_(bytes), dialect_(dialect) {}

  /// At most one call. The tree may be no deeper than the stack allows.
  Document walk(const pugi::xml_node& root) &&;

 private:
  /// Where the words go that are read now.
  struct Place {
    LineWriter line;
    std::vector<MappedText> lines;
    bool holds_number = false;  ///< The line has but a number so far: words follow in it.
  };

  void children(const pugi::xml_node& node);
  void element(const pugi::xml_node& node);
  void act(const pugi::xml_node& node, const XmlWord& word);
  void text(const pugi::xml_node& node);
  void explain_tags(std::uint32_t end);
  SourceRange tag_range(const pugi::xml_node& node) const;

  void unit(const pugi::xml_node& node, const XmlWord& word);
  void norm(const pugi::xml_node& node, const XmlWord& word);
  void number(const pugi::xml_node& node);
  void heading(const pugi::xml_node& node, const XmlWord& word);
  void title(const pugi::xml_node& node);
  void paragraph(const pugi::xml_node& node);
  void item_number(const pugi::xml_node& node);
  void quote(const pugi::xml_node& node);
  void quoted(const pugi::xml_node& node);
  void note(const pugi::xml_node& node);
  void row(const pugi::xml_node& node);
  void cell(const pugi::xml_node& node);
  std::string leave_out(const pugi::xml_node& node);
  void read_title_inside(const pugi::xml_node& node);
  void removed(const pugi::xml_node& node, Removed reason);

  Level settled_level(const XmlWord& word) const;
  bool counts_alineas(const pugi::xml_node& node) const;
  void settle_grouping(DeclaredUnit& unit) const;
  DeclaredUnit* open_unit();
  MappedText read_part(const pugi::xml_node& node);
  void end_line();
  void end_block();

  std::string_view bytes_;
  XmlDialect dialect_;
  Document document_;
  Place place_;
  MappedText next_heading_;
  std::vector<Block> notes_;        ///< Behind the block they stand in.
  std::vector<std::size_t> units_;  ///< Blocks whose units are open.
  std::vector<Level> levels_;       ///< Of those units.
  std::uint32_t behind_ = 0;        ///< End of the text read last.
  std::uint16_t depth_ = 0;
  int quoted_ = 0;
  int rows_ = 0;
  bool has_articles_ = false;
};

}  // namespace pinlex
