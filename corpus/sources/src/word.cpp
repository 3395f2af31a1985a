// SPDX-License-Identifier: GPL-2.0-or-later
#include "word.hpp"

#include "extraction.hpp"
#include "line_kind.hpp"
#include "word_styles.hpp"
#include "word_text.hpp"
#include "word_xml.hpp"
#include "zip_file.hpp"

#include <map>
#include <memory>
#include <utility>

namespace pinlex {
namespace {

constexpr int deepest_block = 100;
constexpr std::size_t longest_heading = 300;
constexpr std::uint8_t heading_by_words = 3;

/// A part of the file as a tree; empty where it is not there or is no XML.
class Part {
 public:
  Part(const std::map<std::string, std::string>& members, const std::string& name) {
    const auto member = members.find(name);
    if (member == members.end()) return;
    const auto read = tree_->load_buffer(member->second.data(), member->second.size(),
                                         pugi::parse_default | pugi::parse_ws_pcdata);
    if (read) root_ = tree_->document_element();
  }
  pugi::xml_node root() const { return root_; }

 private:
  std::unique_ptr<pugi::xml_document> tree_ = std::make_unique<pugi::xml_document>();
  pugi::xml_node root_;
};

/// Notes by their ids, and how many were shown.
struct Notes {
  std::map<std::string, pugi::xml_node> by_id;
  std::uint32_t shown = 0;

  explicit Notes(pugi::xml_node root) {
    for (const pugi::xml_node note : root.children()) {
      by_id.emplace(attribute_of(note, "id"), note);
    }
  }
};

class WordBody {
 public:
  WordBody(const std::map<std::string, std::string>& members, const std::string& folder)
      : styles_part_(members, folder + "styles.xml"),
        numbering_part_(members, folder + "numbering.xml"),
        footnotes_part_(members, folder + "footnotes.xml"),
        endnotes_part_(members, folder + "endnotes.xml"),
        styles_(styles_part_.root()),
        numbering_(numbering_part_.root()),
        footnotes_(footnotes_part_.root()),
        endnotes_(endnotes_part_.root()) {}

  Result<Document> read(pugi::xml_node body) {
    enter(body, 0);
    show();
    if (too_deep_) return fail(Code::inputs_refused, "1: the file nests too deep");
    return out_.take();
  }

 private:
  void enter(pugi::xml_node parent, int depth) {
    if (is_too_deep(depth)) return;
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = local_name(node.name());
      if (name == "p") {
        paragraph(node, depth);
      } else if (name == "tbl") {
        table(node, depth);
      } else if (name == "AlternateContent") {
        const pugi::xml_node choice = child_of(node, "Choice");
        enter(choice ? choice : child_of(node, "Fallback"), depth + 1);
      } else if (name == "sdt" || name == "sdtContent" || name == "ins" || name == "moveTo" ||
                 name == "customXml" || name == "smartTag") {
        enter(node, depth + 1);
      }
    }
  }

  bool is_too_deep(int depth) {
    too_deep_ = too_deep_ || depth > deepest_block;
    return too_deep_;
  }

  void paragraph(pugi::xml_node node, int depth) {
    const pugi::xml_node properties = child_of(node, "pPr");
    gather(node, text_);
    // Where its end is deleted, its words belong to the paragraph behind it.
    const pugi::xml_node mark = child_of(properties, "rPr");
    if (child_of(mark, "del") || child_of(mark, "moveFrom")) return;
    properties_ = properties;
    const auto boxes = std::exchange(text_.boxes, {});
    show();
    for (const pugi::xml_node box : boxes) enter(box, depth + 1);
  }

  /// Adds the paragraph that was gathered.
  void show() {
    const WordText text = std::exchange(text_, {});
    too_deep_ = too_deep_ || text.too_deep;
    const WordParagraph kind = styles_.read(std::exchange(properties_, {}));
    const std::string words = tidy_line(text.joined());
    if (!words.empty()) {
      std::vector<std::string> lines = text.lines;
      // Lines before the first words are empty; the number stands before those words.
      std::erase_if(lines, [](const std::string& line) { return tidy_line(line).empty(); });
      if (kind.place) {
        const std::string number = numbering_.next(*kind.place, kind.style);
        if (!number.empty()) lines.front() = number + " " + lines.front();
      }
      add(kind, std::move(lines));
    }
    out_.remove(text.deleted, Removed::deletion);
    for (const auto& [note, id] : text.notes) show_note(note, id);
  }

  void add(const WordParagraph& kind, std::vector<std::string> lines) {
    std::string whole;
    for (const std::string& line : lines) whole += (whole.empty() ? "" : " ") + line;
    whole = tidy_line(whole);
    if (kind.contents) return out_.remove(whole, Removed::contents);
    if (kind.outline && whole.size() <= longest_heading) {
      const auto level = static_cast<std::uint8_t>(*kind.outline + 1);
      return out_.add(BlockKind::heading, level, {whole});
    }
    if (kind.title) return out_.add(BlockKind::heading, 1, {whole});
    // A break of the line may part a heading from what follows.
    std::vector<std::string> together;
    for (std::string& line : lines) {
      if (!shows_heading(tidy_line(line))) {
        together.push_back(std::move(line));
        continue;
      }
      out_.add(BlockKind::paragraph, 0, std::exchange(together, {}));
      out_.add(BlockKind::heading, heading_by_words, {line});
    }
    out_.add(BlockKind::paragraph, 0, together);
  }

  void show_note(WordText::Note kind, const std::string& id) {
    Notes& notes = kind == WordText::Note::footnote ? footnotes_ : endnotes_;
    const auto note = notes.by_id.find(id);
    if (note == notes.by_id.end()) return;
    WordText text;
    for (const pugi::xml_node part : note->second.children()) {
      text.lines.emplace_back();
      gather(part, text);
    }
    const std::string words = tidy_line(text.joined());
    const std::string number =
        list_number(++notes.shown, kind == WordText::Note::footnote ? "decimal" : "lowerRoman");
    if (!words.empty()) out_.add(BlockKind::note, 0, {number + " " + words});
  }

  /// A table of one column is a frame around paragraphs.
  void table(pugi::xml_node node, int depth) {
    if (!has_columns(node)) {
      for (const pugi::xml_node row : node.children()) {
        for (const pugi::xml_node cell : row.children()) {
          if (is_named(cell, "tc")) enter(cell, depth + 1);
        }
      }
      return;
    }
    std::vector<std::string> rows;
    std::vector<std::pair<WordText::Note, std::string>> notes;
    for (const pugi::xml_node row : node.children()) {
      if (is_named(row, "tr")) rows.push_back(row_of(row, notes));
    }
    out_.add(BlockKind::paragraph, 0, rows);
    for (const auto& [kind, id] : notes) show_note(kind, id);
  }

  static bool has_columns(pugi::xml_node table) {
    for (const pugi::xml_node row : table.children()) {
      int cells = 0;
      for (const pugi::xml_node cell : row.children()) cells += is_named(cell, "tc") ? 1 : 0;
      if (cells > 1) return true;
    }
    return false;
  }

  std::string row_of(pugi::xml_node row,
                     std::vector<std::pair<WordText::Note, std::string>>& notes) {
    std::string line;
    WordText deleted;
    const bool gone = static_cast<bool>(child_of(child_of(row, "trPr"), "del"));
    for (const pugi::xml_node cell : row.children()) {
      if (!is_named(cell, "tc")) continue;
      const std::string words = cell_of(cell, 0, deleted.deleted, notes);
      if (!line.empty()) line += " | ";
      line += words;
    }
    out_.remove(deleted.deleted + (gone ? line : ""), Removed::deletion);
    return gone ? std::string() : line;
  }

  /// All paragraphs of a cell, with their numbers, those of tables within too.
  std::string cell_of(pugi::xml_node parent, int depth, std::string& deleted,
                      std::vector<std::pair<WordText::Note, std::string>>& notes) {
    std::string words;
    if (is_too_deep(depth)) return words;
    for (const pugi::xml_node node : parent.children()) {
      std::string more;
      if (is_named(node, "p")) {
        WordText text;
        gather(node, text);
        more = tidy_line(text.joined());
        const WordParagraph kind = styles_.read(child_of(node, "pPr"));
        if (kind.place && !more.empty()) {
          more = tidy_line(numbering_.next(*kind.place, kind.style) + " " + more);
        }
        deleted += text.deleted;
        too_deep_ = too_deep_ || text.too_deep;
        notes.insert(notes.end(), text.notes.begin(), text.notes.end());
      } else {
        more = cell_of(node, depth + 1, deleted, notes);
      }
      if (!more.empty()) words += (words.empty() ? "" : " ") + more;
    }
    return words;
  }

  Part styles_part_, numbering_part_, footnotes_part_, endnotes_part_;
  WordStyles styles_;
  WordNumbering numbering_;
  Notes footnotes_, endnotes_;
  Extraction out_{"docx"};
  WordText text_;
  pugi::xml_node properties_;
  bool too_deep_ = false;
};

bool is_wanted(std::string_view name) { return name.ends_with(".xml") || name.ends_with(".rels"); }

/// The name of the part that holds the text: the file's own table of parts says so.
std::string text_part(const std::map<std::string, std::string>& members) {
  const Part relations(members, "_rels/.rels");
  for (const pugi::xml_node relation : relations.root().children()) {
    if (!attribute_of(relation, "Type").ends_with("/officeDocument")) continue;
    std::string_view target = attribute_of(relation, "Target");
    if (target.starts_with("/")) target.remove_prefix(1);
    return std::string(target);
  }
  return "word/document.xml";
}

}  // namespace

Result<Document> read_word(std::string_view bytes) {
  const auto members = read_zip(bytes, is_wanted);
  if (!members) return passed_on(members);
  const std::string name = text_part(*members);
  if (!members->contains(name)) {
    return fail(Code::inputs_refused, "1: a zip archive, and no Word file",
                "unpack it and index what is inside");
  }
  const Part text(*members, name);
  const pugi::xml_node body = child_of(text.root(), "body");
  if (!is_named(text.root(), "document") || !body) {
    return fail(Code::inputs_refused, "1: no Word file, or a damaged one",
                "open it in its program and save it as DOCX");
  }
  return WordBody(*members, name.substr(0, name.rfind('/') + 1)).read(body);
}

}  // namespace pinlex
