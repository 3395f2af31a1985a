// SPDX-License-Identifier: GPL-2.0-or-later
#include "word_text.hpp"

#include "word_xml.hpp"

#include <pinlex/base/utf8.hpp>

#include <charconv>

namespace pinlex {
namespace {

/// Deeper is no text of people, and would exhaust the stack.
constexpr int deepest = 200;

class Gatherer {
 public:
  explicit Gatherer(WordText& text) : text_(text) {}

  void enter(pugi::xml_node parent, int depth, bool deleted) {
    text_.too_deep = text_.too_deep || depth > deepest;
    if (text_.too_deep) return;
    for (const pugi::xml_node node : parent.children()) meet(node, depth, deleted);
  }

 private:
  void write(std::string_view words, bool deleted) {
    (deleted ? text_.deleted : text_.lines.back()) += words;
  }

  void meet(pugi::xml_node node, int depth, bool deleted) {
    const std::string_view name = local_name(node.name());
    if (name == "t") return write(node.child_value(), deleted);
    if (name == "delText") return write(node.child_value(), true);
    if (name == "r") {
      const bool hidden = is_on(child_of(node, "rPr"), "vanish");
      return enter(node, depth + 1, deleted || hidden);
    }
    if (name == "del" || name == "moveFrom") return enter(node, depth + 1, true);
    if (name == "tab" || name == "ptab") return write(" ", deleted);
    if (name == "noBreakHyphen") return write("-", deleted);
    if (name == "br" || name == "cr") {
      if (!deleted) text_.lines.emplace_back();
      return;
    }
    if (name == "sym") return symbol(node, deleted);
    if (name == "footnoteReference") return note(WordText::Note::footnote, node, deleted);
    if (name == "endnoteReference") return note(WordText::Note::endnote, node, deleted);
    if (name == "txbxContent") {
      if (!deleted) text_.boxes.push_back(node);
      return;
    }
    if (name == "AlternateContent") {
      const pugi::xml_node choice = child_of(node, "Choice");
      return enter(choice ? choice : child_of(node, "Fallback"), depth + 1, deleted);
    }
    // Properties and the text of fields ("PAGEREF …") are not shown.
    if (name == "pPr" || name == "rPr" || name == "instrText" || name == "sdtPr") return;
    enter(node, depth + 1, deleted);
  }

  void symbol(pugi::xml_node node, bool deleted) {
    const std::string_view hex = attribute_of(node, "char");
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), code, 16);
    const bool surrogate = code >= 0xD800 && code < 0xE000;
    const bool own = code >= 0xE000 && code < 0xF900;  // A place in a font, not a character.
    if (error != std::errc() || code < 0x20 || code > 0xFFFF || surrogate || own) return;
    std::string words;
    append_utf8(words, code);
    write(words, deleted);
  }

  void note(WordText::Note kind, pugi::xml_node node, bool deleted) {
    if (!deleted) text_.notes.emplace_back(kind, attribute_of(node, "id"));
  }

  WordText& text_;
};

}  // namespace

std::string WordText::joined() const {
  std::string out;
  for (const std::string& line : lines) {
    if (!out.empty() && !line.empty()) out += ' ';
    out += line;
  }
  return out;
}

void gather(pugi::xml_node node, WordText& text) { Gatherer(text).enter(node, 0, false); }

}  // namespace pinlex
