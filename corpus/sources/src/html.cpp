// SPDX-License-Identifier: GPL-2.0-or-later
#include "entities.hpp"
#include "foreign_formats.hpp"
#include "html_text.hpp"
#include "html_words.hpp"
#include "line_writer.hpp"
#include "numbering.hpp"

#include <pinlex/base/utf8.hpp>

#include <gumbo.h>

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

/// More elements inside each other than any page has; the tree is built and freed by recursion.
constexpr std::size_t max_depth = 512;

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

/// Elements that end by themselves, where another like them begins or at once.
bool ends_by_itself(std::string_view name) {
  static constexpr std::string_view names =
      " p li dt dd tr td th thead tbody tfoot option optgroup colgroup col br hr img input meta "
      "link "
      "base area embed param source track wbr html head body ";
  return names.find(" " + std::string(name) + " ") != std::string_view::npos;
}

/// Where elements lie deeper inside each other than the limit, or npos. Counts tags as they are
/// written, before any tree is built.
std::size_t too_deep_at(std::string_view bytes) {
  std::size_t depth = 0;
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at)) {
    const bool closing = bytes.substr(at + 1, 1) == "/";
    std::string name;
    for (auto i = at + 1 + (closing ? 1 : 0); i < bytes.size() && name.size() < 12; ++i) {
      const char c = lower(bytes[i]);
      if ((c < 'a' || c > 'z') && (name.empty() || c < '0' || c > '9')) break;
      name += c;
    }
    ++at;
    if (name.empty() || ends_by_itself(name)) continue;
    if (closing) {
      depth -= depth > 0 ? 1 : 0;
    } else if (++depth > max_depth) {
      return at;
    }
  }
  return std::string_view::npos;
}

struct FreeTree {
  void operator()(GumboOutput* tree) const { gumbo_destroy_output(&kGumboDefaultOptions, tree); }
};
using Tree = std::unique_ptr<GumboOutput, FreeTree>;

Tree parse(std::string_view bytes) {
  return Tree(gumbo_parse_with_options(&kGumboDefaultOptions, bytes.data(), bytes.size()));
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  const bool element = node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
  return element ? &node.v.element.children : nullptr;
}

template <typename Visit>
void each_child(const GumboNode& node, Visit visit) {
  const GumboVector* children = children_of(node);
  for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
    visit(*static_cast<const GumboNode*>(children->data[i]));
  }
}

/// The first words of an element, as the browser has them.
void first_words(const GumboNode& node, std::string& words) {
  static constexpr std::size_t enough = 24;
  if (words.size() >= enough) return;
  if (is_text(node)) words += node.v.text.text;
  const auto begin = std::min(words.find_first_not_of(" \t\r\n"), words.size());
  words.erase(0, begin);
  each_child(node, [&](const GumboNode& child) { first_words(child, words); });
}

/// All character references of HTML: those in the table, else what the parser makes of one.
std::string decode_reference(std::string_view reference) {
  const bool numeric = reference.starts_with("&#");
  std::string known = decode_entity(reference);
  const bool control = numeric && known.size() == 2 && known[0] == '\xC2' &&
                       static_cast<unsigned char>(known[1]) < 0xA0;
  if (!known.empty() && !control) return known;
  if (reference.size() < 3 || reference.back() != ';') return {};
  const Tree tree = parse(reference);
  std::string words;
  first_words(*tree->root, words);
  return words == reference ? std::string() : words;
}

class PageReader {
 public:
  explicit PageReader(std::string_view bytes) : bytes_(bytes) {}

  Document read(const GumboNode& root) && {
    measure(root);
    choose_main(root);
    document_.format = "html";
    walk(root);
    end_block();
    explain_tags();
    return std::move(document_);
  }

 private:
  HtmlMeasure measure(const GumboNode& node) {
    HtmlMeasure all;
    if (is_text(node)) {
      const std::string_view text = node.v.text.text;
      const auto blank = [](char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; };
      all.text =
          text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), blank));
      return all;
    }
    const bool element = node.type == GUMBO_NODE_ELEMENT;
    if (element && html_removal(node, {})) return all;
    each_child(node, [&](const GumboNode& child) {
      const HtmlMeasure one = measure(child);
      all.text += one.text;
      all.linked += one.linked;
      all.links += one.links;
      const bool block = child.type == GUMBO_NODE_ELEMENT &&
                         html_role(child.v.element.tag) != HtmlRole::inside_line &&
                         html_role(child.v.element.tag) != HtmlRole::line_break &&
                         html_role(child.v.element.tag) != HtmlRole::superscript;
      all.has_blocks = all.has_blocks || one.has_blocks || block;
    });
    if (element && node.v.element.tag == GUMBO_TAG_A && !html_attribute(node, "href").empty()) {
      all.linked = all.text;
      all.links = 1;
    }
    if (element) measures_[&node] = all;
    return all;
  }

  /// A page that names the element of its text is taken at its word, if that holds most of it.
  void choose_main(const GumboNode& root) {
    const GumboNode* found = find_main(root);
    if (found == nullptr || measures_[found].text * 2 < total_text(root)) return;
    main_ = found;
    for (const GumboNode* above = found; above != nullptr; above = above->parent) {
      above_main_.push_back(above);
    }
  }

  std::size_t total_text(const GumboNode& root) {
    return root.type == GUMBO_NODE_ELEMENT ? measures_[&root].text : 0;
  }

  static const GumboNode* find_main(const GumboNode& node) {
    if (node.type == GUMBO_NODE_ELEMENT && is_main(node)) return &node;
    const GumboNode* found = nullptr;
    each_child(node, [&](const GumboNode& child) {
      if (found == nullptr) found = find_main(child);
    });
    return found;
  }

  void walk(const GumboNode& node) {
    if (is_text(node)) return text(node);
    if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) return element(node);
    children(node);
  }

  void children(const GumboNode& node) {
    each_child(node, [&](const GumboNode& child) { walk(child); });
  }

  void element(const GumboNode& node) {
    if (node.v.element.tag == GUMBO_TAG_HTML) {
      document_.metadata.language = std::string(html_attribute(node, "lang").substr(0, 2));
    }
    if (node.v.element.tag == GUMBO_TAG_HEAD) read_title(node);
    const bool aside =
        main_ != nullptr && inside_main_ == 0 &&
        std::find(above_main_.begin(), above_main_.end(), &node) == above_main_.end();
    const auto reason =
        aside && node.v.element.tag != GUMBO_TAG_HEAD
            ? std::optional(html_removal(node, measures_).value_or(Removed::navigation))
            : html_removal(node, measures_);
    if (reason && &node != main_) return remove(node, *reason);
    const bool main = &node == main_;
    const bool keeps = keeps_lines(node);
    inside_main_ += main;
    keeps_lines_ += keeps;
    act(node);
    keeps_lines_ -= keeps;
    inside_main_ -= main;
  }

  void act(const GumboNode& node) {
    switch (html_role(node.v.element.tag)) {
      case HtmlRole::inside_line:
        return children(node);
      case HtmlRole::preformatted:
      case HtmlRole::block:
        return block(node);
      case HtmlRole::heading:
        return heading(node);
      case HtmlRole::row:
        return row(node);
      case HtmlRole::cell:
        if (rows_ == 0) return block(node);
        line_.bar(tag_range(node));
        return children(node);
      case HtmlRole::item:
        return item(node);
      case HtmlRole::line_break:
        if (rows_ > 0) return line_.space(tag_range(node));
        return end_line();
      case HtmlRole::superscript:
        ++superscript_;
        children(node);
        --superscript_;
        return;
    }
  }

  void block(const GumboNode& node) {
    if (rows_ > 0) {
      line_.space(tag_range(node));
      return children(node);
    }
    end_block();
    children(node);
    end_block();
  }

  void heading(const GumboNode& node) {
    if (rows_ > 0) return block(node);
    end_block();
    const auto first = document_.blocks.size();
    children(node);
    end_block();
    const auto level = static_cast<std::uint8_t>(node.v.element.tag - GUMBO_TAG_H1 + 1);
    for (auto i = first; i < document_.blocks.size(); ++i) {
      document_.blocks[i].kind = BlockKind::heading;
      document_.blocks[i].level = level;
    }
  }

  /// A row of values is a line; a row that only lays out the page is none.
  void row(const GumboNode& node) {
    std::size_t cells = 0;
    bool blocks = false;
    each_child(node, [&](const GumboNode& child) {
      if (child.type != GUMBO_NODE_ELEMENT || measures_[&child].text == 0) return;
      ++cells;
      blocks = blocks || measures_[&child].has_blocks;
    });
    if (cells < 2 || blocks) return block(node);
    end_line();
    ++rows_;
    children(node);
    --rows_;
    end_line();
  }

  void item(const GumboNode& node) {
    if (rows_ > 0) return block(node);
    end_block();
    std::string words;
    first_words(node, words);
    Mark mark;
    const std::string marker = item_marker(node);
    if (!marker.empty() && !words.empty() && !read_mark(words, 0, mark)) {
      const std::uint32_t at = tag_range(node).begin;
      line_.decoded(marker + " ", {at, at});
    }
    holds_marker_ = !line_.empty();
    children(node);
    end_block();
  }

  void text(const GumboNode& node) {
    const SourceRange range = text_range(node);
    if (range.empty()) return;
    texts_.push_back(range);
    // The parser moves what stands wrongly in a table before it.
    if (range.begin < behind_) end_block();
    behind_ = range.end;
    const auto raw = bytes_.substr(range.begin, range.size());
    bool in_comment = false;
    for (const HtmlRun& run : html_runs(raw, in_comment)) {
      const auto begin = u32(range.begin + run.begin);
      if (!run.is_text) {
        document_.removed.push_back({{begin, u32(range.begin + run.end)}, Removed::markup});
      } else {
        words(raw.substr(run.begin, run.end - run.begin), begin);
      }
    }
    if (raw.find_first_not_of(" \t\r\n\f") == std::string_view::npos) words(raw, range.begin);
  }

  void words(std::string_view raw, std::uint32_t offset) {
    if (raw.find_first_not_of(" \t\r\n\f") != std::string_view::npos) holds_marker_ = false;
    if (superscript_ > 0) return superscript(raw, offset);
    if (keeps_lines_ == 0 || rows_ > 0) return line_.text(raw, offset, decode_reference);
    for (std::size_t at = 0; at < raw.size();) {
      const auto end = std::min(raw.find('\n', at), raw.size());
      line_.text(raw.substr(at, end - at), offset + u32(at), decode_reference);
      if (end < raw.size()) end_line();
      at = end + 1;
    }
  }

  /// Numbers of notes must not join the number before them.
  void superscript(std::string_view raw, std::uint32_t offset) {
    static constexpr std::string_view digits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    for (std::size_t at = 0; at < raw.size(); ++at) {
      const auto here = offset + u32(at);
      if (raw[at] >= '0' && raw[at] <= '9') {
        line_.decoded(digits[raw[at] - '0'], {here, here + 1});
      } else {
        const auto end = std::min(raw.find_first_of("0123456789", at), raw.size());
        line_.text(raw.substr(at, end - at), here, decode_reference);
        at = end - 1;
      }
    }
  }

  void remove(const GumboNode& node, Removed reason) {
    if (html_role(node.v.element.tag) != HtmlRole::inside_line) end_block();
    remove_texts(node, reason);
  }

  void remove_texts(const GumboNode& node, Removed reason) {
    if (is_text(node)) {
      const SourceRange range = text_range(node);
      texts_.push_back(range);
      document_.removed.push_back({range, reason});
      return;
    }
    each_child(node, [&](const GumboNode& child) { remove_texts(child, reason); });
  }

  void read_title(const GumboNode& head) {
    each_child(head, [&](const GumboNode& child) {
      if (child.type != GUMBO_NODE_ELEMENT || child.v.element.tag != GUMBO_TAG_TITLE) return;
      each_child(child, [&](const GumboNode& words) {
        if (!is_text(words)) return;
        LineWriter title;
        title.text(words.v.text.text, 0);
        document_.metadata.title = title.take().text;
      });
    });
  }

  SourceRange clipped(const char* begin, std::size_t length) const {
    if (begin < bytes_.data() || begin + length > bytes_.data() + bytes_.size()) return {};
    const auto at = u32(static_cast<std::size_t>(begin - bytes_.data()));
    return {at, at + u32(length)};
  }

  SourceRange text_range(const GumboNode& node) const {
    const GumboStringPiece& raw = node.v.text.original_text;
    return raw.data == nullptr ? SourceRange{} : clipped(raw.data, raw.length);
  }

  SourceRange tag_range(const GumboNode& node) const {
    const GumboStringPiece& tag = node.v.element.original_tag;
    const SourceRange range = tag.data == nullptr ? SourceRange{} : clipped(tag.data, tag.length);
    return range.begin < behind_ ? SourceRange{behind_, behind_} : range;
  }

  /// What lies between texts is tags, and explained as such only if it looks so.
  void explain_tags() {
    std::sort(texts_.begin(), texts_.end(),
              [](SourceRange a, SourceRange b) { return a.begin < b.begin; });
    texts_.push_back({u32(bytes_.size()), u32(bytes_.size())});
    std::uint32_t behind = 0;
    for (const SourceRange text : texts_) {
      if (text.begin > behind) {
        const auto gap = bytes_.substr(behind, text.begin - behind);
        const auto first = gap.find_first_not_of("\xEF\xBB\xBF \t\r\n\f");
        if (first != std::string_view::npos && gap[first] == '<') {
          document_.removed.push_back({{behind, text.begin}, Removed::markup});
        }
      }
      behind = std::max(behind, text.end);
    }
  }

  void end_line() {
    MappedText line = line_.take();
    const bool blank = line.text.find_first_not_of(" \xC2\xA0") == std::string::npos;
    if (blank) {
      for (const Segment& segment : line.segments) {
        document_.removed.push_back(
            {{segment.source, segment.source + segment.source_length}, Removed::whitespace});
      }
    } else {
      lines_.push_back(std::move(line));
    }
  }

  void end_block() {
    // Words of an item go on behind its number.
    if (std::exchange(holds_marker_, false) && lines_.empty()) return;
    end_line();
    if (lines_.empty()) return;
    Block block;
    block.lines = std::exchange(lines_, {});
    document_.blocks.push_back(std::move(block));
  }

  std::string_view bytes_;
  Document document_;
  HtmlMeasures measures_;
  const GumboNode* main_ = nullptr;
  std::vector<const GumboNode*> above_main_;
  std::vector<SourceRange> texts_;
  LineWriter line_;
  std::vector<MappedText> lines_;
  std::uint32_t behind_ = 0;
  int inside_main_ = 0;
  int keeps_lines_ = 0;
  int superscript_ = 0;
  int rows_ = 0;
  bool holds_marker_ = false;
};

}  // namespace

Result<Document> read_html(std::string_view bytes) {
  if (const auto at = too_deep_at(bytes); at != std::string_view::npos) {
    return fail(Code::inputs_refused, std::to_string(line_of(bytes, at)) + ": nested deeper than " +
                                          std::to_string(max_depth) + " elements");
  }
  const Tree tree = parse(bytes);
  if (tree == nullptr) return fail(Code::inputs_refused, "1: the HTML parser gave up");
  return PageReader(bytes).read(*tree->root);
}

}  // namespace pinlex
