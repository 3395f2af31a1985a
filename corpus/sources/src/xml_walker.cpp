// SPDX-License-Identifier: GPL-2.0-or-later
#include "xml_walker.hpp"

#include "heading_words.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <utility>

namespace pinlex {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

std::string_view local_name(const pugi::xml_node& node) {
  const std::string_view name = node.name();
  const auto colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Depth of a norm's grouping ("010020" is two deep), or of what lies below all of them.
std::uint16_t norm_depth(const pugi::xml_node& node) {
  static constexpr std::uint16_t below_groupings = 100;
  const auto grouping = node.child("metadaten").child("gliederungseinheit");
  if (!grouping) return below_groupings;
  const auto digits = std::strlen(grouping.child_value("gliederungskennzahl")) / 3;
  return static_cast<std::uint16_t>(std::clamp<std::size_t>(digits, 1, below_groupings - 1));
}

/// An id that the file carries is kept where it can stand in a reference.
std::string kept_eid(const pugi::xml_node& node) {
  static constexpr std::size_t longest = 200;
  const std::string eid = node.attribute("eId").value();
  const bool plain =
      eid.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.") ==
      std::string::npos;
  return plain && eid.size() <= longest ? eid : std::string();
}

/// Articles make sections a grouping.
bool has_articles_below(const pugi::xml_node& root) {
  return static_cast<bool>(root.find_node([](const pugi::xml_node& node) {
    if (local_name(node) != "article") return false;
    for (auto above = node.parent(); above; above = above.parent()) {
      const auto name = local_name(above);
      if (name == "quotedStructure" || name == "quotedContent") return false;
    }
    return true;
  }));
}

std::ptrdiff_t units_named(const pugi::xml_node& node, const char* name) {
  const auto range = node.children(name);
  return std::distance(range.begin(), range.end());
}

}  // namespace

Document XmlWalker::walk(const pugi::xml_node& root) && {
  has_articles_ = has_articles_below(root);
  children(root);
  end_block();
  explain_tags(u32(bytes_.size()));
  document_.declared = true;
  document_.format = name(dialect_);
  return std::move(document_);
}

void XmlWalker::children(const pugi::xml_node& node) {
  for (const pugi::xml_node& child : node.children()) {
    switch (child.type()) {
      case pugi::node_element:
        element(child);
        break;
      case pugi::node_pcdata:
      case pugi::node_cdata:
        text(child);
        break;
      case pugi::node_null:
      case pugi::node_document:
      case pugi::node_comment:
      case pugi::node_pi:
      case pugi::node_declaration:
      case pugi::node_doctype:
        break;
    }
  }
}

void XmlWalker::element(const pugi::xml_node& node) {
  if (document_.blocks.size() > max_units) return;
  const XmlWord* word = find_xml_word(dialect_, local_name(node));
  if (word == nullptr) {
    children(node);
  } else {
    act(node, *word);
  }
}

void XmlWalker::act(const pugi::xml_node& node, const XmlWord& word) {
  switch (word.role) {
    case XmlRole::inside_line:
      return children(node);
    case XmlRole::unit:
    case XmlRole::grouping:
      if (quoted_ > 0) return paragraph(node);
      return dialect_ == XmlDialect::gii_norm ? norm(node, word) : unit(node, word);
    case XmlRole::number:
      return number(node);
    case XmlRole::heading:
    case XmlRole::next_heading:
      return heading(node, word);
    case XmlRole::paragraph:
      return paragraph(node);
    case XmlRole::row:
      return row(node);
    case XmlRole::cell:
      return cell(node);
    case XmlRole::line_break:
      if (rows_ > 0) return place_.line.space(tag_range(node));
      return end_line();
    case XmlRole::item_number:
      return item_number(node);
    case XmlRole::quoted:
      return quoted(node);
    case XmlRole::note:
      return note(node);
    case XmlRole::title:
      return title(node);
    case XmlRole::quote:
      return quote(node);
    case XmlRole::removed:
      return removed(node, word.reason);
  }
}

void XmlWalker::text(const pugi::xml_node& node) {
  const std::string_view value = node.value();
  if (value.empty()) return;
  const auto offset = u32(static_cast<std::size_t>(node.offset_debug()));
  explain_tags(offset);
  place_.line.text(value, offset);
  if (place_.holds_number && value.find_first_not_of(" \t\r\n") != std::string_view::npos) {
    place_.holds_number = false;
  }
  behind_ = offset + u32(value.size());
}

/// What lies between two texts is tags, and explained as such only if it looks so.
void XmlWalker::explain_tags(std::uint32_t end) {
  if (end <= behind_) return;
  const auto gap = bytes_.substr(behind_, end - behind_);
  const auto first = gap.find_first_not_of("]\xEF\xBB\xBF \t\r\n");
  const bool tags = first != std::string_view::npos && (gap[first] == '<' || gap[first] == '>');
  if (tags) document_.removed.push_back({{behind_, end}, Removed::markup});
}

SourceRange XmlWalker::tag_range(const pugi::xml_node& node) const {
  const auto begin = u32(static_cast<std::size_t>(node.offset_debug())) - 1;
  const auto end = std::min(bytes_.find('>', begin), bytes_.size() - 1);
  return {begin, u32(end) + 1};
}

Level XmlWalker::settled_level(const XmlWord& word) const {
  if (word.level == Level::article && word.element == "section" && has_articles_) {
    return Level::section;
  }
  if (word.level != Level::point || levels_.empty()) return word.level;
  const Level above = levels_.back();
  return above == Level::point || above == Level::paragraph ? Level::point : Level::paragraph;
}

/// Several blocks of an article that are not numbered are its paragraphs.
bool XmlWalker::counts_alineas(const pugi::xml_node& node) const {
  if (dialect_ == XmlDialect::formex) return units_named(node, "PARAG") == 0;
  const auto content = node.child("content");
  return content && units_named(content, "p") > 1;
}

void XmlWalker::unit(const pugi::xml_node& node, const XmlWord& word) {
  end_block();
  DeclaredUnit opened;
  opened.level = settled_level(word);
  opened.name = word.name;
  // A paragraph of a schedule is numbered as a section is, and named as a paragraph.
  const bool in_schedule = std::find(levels_.begin(), levels_.end(), Level::annex) != levels_.end();
  if (word.element == "P1" && in_schedule) opened.name = "para";
  opened.eid = kept_eid(node);
  const bool inner = opened.level == Level::point || opened.level == Level::paragraph;
  if (inner && opened.eid.empty() && opened.name != "rec") {
    opened.name = opened.level == Level::point ? "point" : "para";
  }
  opened.heading = std::exchange(next_heading_, {});
  opened.numbered = opened.level == Level::article && counts_alineas(node);
  Block block;
  block.depth = ++depth_;
  block.unit = std::move(opened);
  levels_.push_back(block.unit->level);
  units_.push_back(document_.blocks.size());
  document_.blocks.push_back(std::move(block));
  children(node);
  end_block();
  if (word.role == XmlRole::grouping) settle_grouping(*document_.blocks[units_.back()].unit);
  units_.pop_back();
  levels_.pop_back();
  --depth_;
}

/// The kind of a norm is told by its number, which its head prints first.
void XmlWalker::norm(const pugi::xml_node& node, const XmlWord& word) {
  const auto head = node.child("metadaten");
  const std::string_view number = head.child_value("enbez");
  if (number == "Inhaltsübersicht") return removed(node, Removed::contents);
  if (number.empty() && !head.child("gliederungseinheit")) return children(node);
  depth_ = static_cast<std::uint16_t>(norm_depth(node) - 1);
  unit(node, word);
  const auto added = std::find_if(
      document_.blocks.rbegin(), document_.blocks.rend(),
      [&](const Block& block) { return block.unit && block.depth == norm_depth(node); });
  added->unit->numbered = true;
  depth_ = 0;
}

/// "CHAPTER II" in the heading of a division makes it a chapter.
void XmlWalker::settle_grouping(DeclaredUnit& unit) const {
  static constexpr std::string_view opening = "Eingangsformel";
  static constexpr std::string_view closing = "Schlussformel";
  if (unit.number.text == opening) {
    unit.level = Level::preamble;
    unit.name = "preamble";
  } else if (unit.number.text == closing) {
    unit.level = Level::conclusions;
    unit.name = "conclusions";
  } else if (const auto heading = read_heading(unit.number.text, true)) {
    unit.level = heading->level;
    unit.name = heading->abbreviation;
    const bool marked = unit.number.text.starts_with("§");
    // The grouping must not share the name of the units in ids.
    if (heading->level == Level::section && !marked) unit.name = "dvs";
  } else if (unit.heading.empty()) {
    unit.heading = std::exchange(unit.number, {});
  }
}

DeclaredUnit* XmlWalker::open_unit() {
  return units_.empty() ? nullptr : &*document_.blocks[units_.back()].unit;
}

/// Reads the words of an element apart from the line around it.
MappedText XmlWalker::read_part(const pugi::xml_node& node) {
  Place outer = std::exchange(place_, {});
  ++rows_;  // Paragraphs inside are spaces.
  children(node);
  --rows_;
  MappedText part = place_.line.take();
  place_ = std::move(outer);
  return part;
}

void XmlWalker::number(const pugi::xml_node& node) {
  DeclaredUnit* unit = open_unit();
  if (quoted_ > 0 || unit == nullptr || !unit->number.empty()) return item_number(node);
  if (unit->level == Level::preamble) {
    leave_out(node);
    return;
  }
  MappedText part = read_part(node);
  open_unit()->number = std::move(part);
}

void XmlWalker::heading(const pugi::xml_node& node, const XmlWord& word) {
  DeclaredUnit* unit = open_unit();
  const bool of_group = dialect_ == XmlDialect::clml && local_name(node.parent()) == "P1group";
  if (quoted_ > 0) return paragraph(node);
  if (word.role == XmlRole::next_heading || of_group) {
    end_block();
    next_heading_ = read_part(node);
  } else if (unit != nullptr && unit->heading.empty() && unit->level != Level::preamble) {
    MappedText part = read_part(node);
    open_unit()->heading = std::move(part);
  } else if (unit != nullptr && unit->level == Level::preamble) {
    title(node);
  } else {
    paragraph(node);
  }
}

/// The title of the whole text; in the title of a division only its parts count.
void XmlWalker::title(const pugi::xml_node& node) {
  const auto above = local_name(node.parent());
  if (dialect_ == XmlDialect::formex && (above == "DIVISION" || above == "ANNEX")) {
    return children(node);
  }
  if (!document_.metadata.title.empty() || dialect_ != XmlDialect::clml) {
    const bool inside = !units_.empty() || !place_.line.empty();
    if (inside) return dialect_ == XmlDialect::formex ? paragraph(node) : children(node);
  }
  const std::string words = leave_out(node);
  if (document_.metadata.title.empty()) document_.metadata.title = words;
}

/// Reads words of the title page, which are no part of the text.
std::string XmlWalker::leave_out(const pugi::xml_node& node) {
  end_block();
  const MappedText part = read_part(node);
  for (const Segment& segment : part.segments) {
    document_.removed.push_back(
        {{segment.source, segment.source + segment.source_length}, Removed::title_page});
  }
  return part.text;
}

void XmlWalker::paragraph(const pugi::xml_node& node) {
  if (rows_ > 0) {
    place_.line.space(tag_range(node));
    return children(node);
  }
  if (!place_.holds_number) end_block();
  children(node);
  if (!place_.holds_number) end_block();
}

/// A number in a line of its own words: they follow in the same line.
void XmlWalker::item_number(const pugi::xml_node& node) {
  if (rows_ == 0 && !place_.holds_number) end_block();
  children(node);
  place_.line.space({behind_, behind_});
  place_.holds_number = rows_ == 0 && !place_.line.empty();
}

void XmlWalker::quote(const pugi::xml_node& node) {
  const std::string_view code = node.attribute("CODE").value();
  std::uint32_t value = 0;
  const auto read = std::from_chars(code.data(), code.data() + code.size(), value, 16);
  const bool quote = read.ec == std::errc() && value >= 0x20 && value < 0xD800;
  std::string mark;
  append_utf8(mark, quote ? static_cast<char32_t>(value) : U'"');
  const SourceRange range = tag_range(node);
  explain_tags(range.begin);
  place_.line.decoded(mark, range);
  behind_ = range.end;
}

void XmlWalker::quoted(const pugi::xml_node& node) {
  if (rows_ == 0) end_block();
  ++quoted_;
  children(node);
  if (rows_ == 0) end_block();
  --quoted_;
}

void XmlWalker::note(const pugi::xml_node& node) {
  Place outer = std::exchange(place_, {});
  const int rows = std::exchange(rows_, 1);
  children(node);
  rows_ = rows;
  Block block;
  block.kind = BlockKind::note;
  block.depth = depth_;
  MappedText line = place_.line.take();
  place_ = std::move(outer);
  if (line.empty()) return;
  block.lines.push_back(std::move(line));
  notes_.push_back(std::move(block));
}

void XmlWalker::row(const pugi::xml_node& node) {
  if (rows_ > 0) return children(node);
  end_line();
  ++rows_;
  children(node);
  --rows_;
  end_line();
}

void XmlWalker::cell(const pugi::xml_node& node) {
  place_.line.bar(tag_range(node));
  children(node);
}

void XmlWalker::removed(const pugi::xml_node& node, Removed reason) {
  const auto begin = tag_range(node).begin;
  explain_tags(begin);
  behind_ = begin;
  if (reason == Removed::title_page) read_title_inside(node);
  // Up to what follows in the tree, which lies behind its end.
  pugi::xml_node above = node;
  while (above && !above.next_sibling()) above = above.parent();
  auto end = u32(bytes_.size());
  if (const auto next = above.next_sibling()) {
    end = u32(static_cast<std::size_t>(next.offset_debug()));
    if (next.type() == pugi::node_element) --end;
  }
  end = std::max(end, begin);
  document_.removed.push_back({{begin, end}, reason});
  behind_ = end;
}

/// The title page says what the text is called; the shortest name of it stands first.
void XmlWalker::read_title_inside(const pugi::xml_node& node) {
  const auto found = node.find_node([&](const pugi::xml_node& one) {
    const XmlWord* word = find_xml_word(dialect_, local_name(one));
    return word != nullptr && word->role == XmlRole::title;
  });
  if (found && document_.metadata.title.empty()) document_.metadata.title = leave_out(found);
}

void XmlWalker::end_line() {
  MappedText line = place_.line.take();
  place_.holds_number = false;
  if (!line.empty()) place_.lines.push_back(std::move(line));
}

void XmlWalker::end_block() {
  if (rows_ > 0) return;
  end_line();
  if (!place_.lines.empty()) {
    Block block;
    block.lines = std::exchange(place_.lines, {});
    block.quoted = quoted_ > 0;
    block.depth = depth_;
    document_.blocks.push_back(std::move(block));
  }
  for (Block& note : notes_) document_.blocks.push_back(std::move(note));
  notes_.clear();
}

}  // namespace pinlex
