// SPDX-License-Identifier: GPL-2.0-or-later
#include "pdf_blocks.hpp"

#include "line_kind.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace pinlex {
namespace {

constexpr double same_edge = 3;  // points
constexpr std::size_t longest_heading = 300;

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_lower(c) || (c >= 'A' && c <= 'Z'); }

/// Words of the text, to tell "co-operate" from a word that is parted.
class Words {
 public:
  explicit Words(const std::vector<PdfPage>& pages) {
    for (const PdfPage& page : pages) {
      for (const PdfLine& line : page.lines) add(line.text);
    }
  }

  bool has(const std::string& word) const { return words_.contains(word); }

 private:
  void add(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
      const auto end = std::min(line.find(' ', at), line.size());
      std::string_view word = line.substr(at, end - at);
      at = end + 1;
      while (!word.empty() && !is_letter(word.front())) word.remove_prefix(1);
      while (!word.empty() && !is_letter(word.back())) word.remove_suffix(1);
      if (!word.empty()) words_.emplace(word);
    }
  }

  std::unordered_set<std::string> words_;
};

/// How headings rank: by size, and bold before plain.
struct Rank {
  double size = 0;
  bool bold = false;
  friend bool operator<(const Rank& a, const Rank& b) {
    return a.size != b.size ? a.size > b.size : a.bold > b.bold;
  }
};

/// Lines that were found to belong together.
struct Paragraph {
  std::vector<const PdfLine*> lines;
  std::vector<std::pair<std::size_t, std::size_t>> pages;  ///< Line, and the page it begins.
  std::size_t column = 0;  ///< First line in the page and column that the last line is in.
  double right_edge = 0;   ///< Of the column, by its longest line.
};

class Joiner {
 public:
  explicit Joiner(const std::vector<PdfPage>& pages)
      : pages_(pages), words_(pages), body_(body_size(pages)), leading_(usual_leading()) {
    for (const PdfPage& page : pages) {
      for (const PdfLine& line : page.lines) {
        if (stands_out(line)) ranks_.insert({line.size, line.bold});
      }
    }
  }

  Document join() {
    for (std::size_t i = 0; i < pages_.size(); ++i) {
      const PdfPage& page = pages_[i];
      page_begins_ = i + 1;
      for (const PdfLine& line : page.lines) take(line, right_edge(page, line));
      for (const PdfLine& note : page.notes) notes_.push_back(note.text);
      for (const PdfLine& line : page.heads) heads_.push_back(line.text);
      for (const PdfLine& line : page.contents) out_.remove(line.text, Removed::contents);
    }
    close();
    return out_.take();
  }

 private:
  bool stands_out(const PdfLine& line) const {
    return line.size > body_ * 1.08 || (line.bold && line.size > body_ * 0.95);
  }

  /// The usual distance of lines, in parts of their size.
  double usual_leading() const {
    std::vector<double> distances;
    for (const PdfPage& page : pages_) {
      for (std::size_t i = 1; i < page.lines.size(); ++i) {
        const double distance = page.lines[i].top - page.lines[i - 1].top;
        const bool alike = page.lines[i].size == body_ && page.lines[i - 1].size == body_;
        if (alike && distance > 0 && distance < 3 * body_) distances.push_back(distance / body_);
      }
    }
    if (distances.empty()) return 1.2;
    const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
    std::nth_element(distances.begin(), middle, distances.end());
    return *middle;
  }

  /// Of the column in which a line stands: as far as any line reaches that begins before it ends.
  static double right_edge(const PdfPage& page, const PdfLine& line) {
    constexpr std::size_t most_lines = 1000;  // A page of text has fewer.
    double edge = line.right;
    const std::size_t count = std::min(page.lines.size(), most_lines);
    for (std::size_t i = 0; i < count; ++i) {
      const PdfLine& other = page.lines[i];
      if (other.left < line.right && other.right > line.left) edge = std::max(edge, other.right);
    }
    return edge;
  }

  void take(const PdfLine& line, double right_edge) {
    if (!open_.lines.empty() && !goes_on(line)) close();
    if (page_begins_ != 0) {
      open_.pages.emplace_back(open_.lines.size(), page_begins_);
      page_begins_ = 0;
      page_begins_in_ = true;
    }
    const bool over =
        !open_.lines.empty() && (page_begins_in_ || line.top < open_.lines.back()->top - line.size);
    if (over) open_.column = open_.lines.size();
    page_begins_in_ = false;
    open_.right_edge = right_edge;
    open_.lines.push_back(&line);
  }

  /// Whether a line belongs to the open paragraph.
  bool goes_on(const PdfLine& line) const {
    const PdfLine& last = *open_.lines.back();
    const PdfLine& first = *open_.lines.front();
    if (stands_out(line) != stands_out(last) || std::abs(line.size - last.size) > 0.5) return false;
    if (stands_out(line) && line.bold != last.bold) return false;
    if (shows_heading(line.text)) return false;
    // What stands out goes on in what stands out as well.
    if (!stands_out(line) && open_.lines.size() == 1 && shows_heading(first.text)) return false;
    if (page_begins_ != 0) return goes_over_page(line, last);
    const double distance = line.top - last.top;
    if (is_labelled(line, distance)) return true;
    if (distance < 0 || distance > std::max(leading_ * 1.3, 1.3) * line.size) {
      // A new column: as with a new page.
      return distance < 0 && line.left > last.right && goes_over_page(line, last);
    }
    if (begins_with_mark(line.text) && !is_within(line)) return false;
    if (stands_out(line)) return !shows_heading(first.text) || is_full(last);
    if (!is_aligned(line)) return false;
    const bool ended = ends_part(last.text);
    return ended ? is_full(last) && !breaks_at_will(line, last)
                 : is_full(last) || is_lower(line.text.front());
  }

  bool goes_over_page(const PdfLine& line, const PdfLine& last) const {
    if (stands_out(line) || begins_with_mark(line.text)) return false;
    if (ends_part(last.text))
      return is_lower(line.text.front()) && is_full(last) && !breaks_at_will(line, last);
    return is_lower(line.text.front()) || is_full(last);
  }

  /// Whether a line ends because its column does.
  bool is_full(const PdfLine& line) const {
    return line.right > open_.right_edge - 0.2 * (open_.right_edge - line.left);
  }

  /// Whether a line had room for the first word of the next.
  bool breaks_at_will(const PdfLine& line, const PdfLine& last) const {
    const double word = line.second - line.left;
    return word > 0 && last.right + word < open_.right_edge;
  }

  static bool ends_part(std::string_view line) {
    static constexpr std::string_view endings = ".;:!?";
    return endings.find(line.back()) != std::string_view::npos;
  }

  /// "Note:" in the margin, its words beside it.
  bool is_labelled(const PdfLine& line, double distance) const {
    constexpr std::size_t longest_label = 12;
    const PdfLine& label = *open_.lines.front();
    return open_.lines.size() == 1 && std::abs(distance) < 1 && line.left > label.right &&
           label.text.size() <= longest_label && label.text.ends_with(':');
  }

  /// Where the lines behind the first begin: at its words behind a mark, else where they do.
  double text_edge() const {
    const std::size_t second = open_.column + 1;
    if (open_.lines.size() > second) return open_.lines[second]->left;
    if (open_.column > 0) return open_.lines[open_.column]->left;
    const PdfLine& first = *open_.lines.front();
    return begins_with_mark(first.text) ? first.second : first.left;
  }

  /// Whether a line that begins with what may be a mark wraps ("subsection | (2) of this Act").
  bool is_within(const PdfLine& line) const {
    const PdfLine& first = *open_.lines.front();
    const PdfLine& last = *open_.lines.back();
    const bool inset = open_.lines.size() > 1 || begins_with_mark(first.text);
    static constexpr std::string_view endings = ".;:,";
    const bool ended = endings.find(last.text.back()) != std::string_view::npos ||
                       last.text.ends_with(" or") || last.text.ends_with(" and");
    return inset && !ended && std::abs(line.left - text_edge()) < same_edge &&
           line.second - line.left < 2 * line.size;
  }

  bool is_aligned(const PdfLine& line) const {
    const double off = line.left - text_edge();
    if (std::abs(off) < same_edge) return true;
    // The second line of a paragraph may stand further out than the first, or further in.
    const PdfLine& first = *open_.lines.front();
    return open_.lines.size() == 1 && !begins_with_mark(first.text) && std::abs(off) < 50;
  }

  void close() {
    const Paragraph paragraph = std::exchange(open_, {});
    if (!paragraph.lines.empty()) write(paragraph);
    for (const std::string& note : std::exchange(notes_, {})) {
      out_.add(BlockKind::note, 0, {note});
    }
    for (const std::string& head : std::exchange(heads_, {})) {
      out_.remove(head, Removed::page_head);
    }
  }

  void write(const Paragraph& paragraph) {
    std::string text;
    std::vector<PlaceMark> places;
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
      for (const auto& [line, page] : paragraph.pages) {
        if (line != i) continue;
        const std::size_t offset = text.empty() ? 0 : text.size() + 1;
        places.push_back({static_cast<std::uint32_t>(offset), "page " + std::to_string(page)});
      }
      append(text, tidy_line(paragraph.lines[i]->text));
    }
    for (PlaceMark& place : places) {
      place.offset = std::min(place.offset, static_cast<std::uint32_t>(text.size()));
    }
    const PdfLine& first = *paragraph.lines.front();
    const bool short_enough = text.size() <= longest_heading;
    if (short_enough && (stands_out(first) || shows_heading(text))) {
      const auto above =
          std::distance(ranks_.begin(), ranks_.lower_bound({first.size, first.bold}));
      const auto level = static_cast<std::uint8_t>(std::min<std::ptrdiff_t>(above + 1, 9));
      out_.add(BlockKind::heading, level, text, places);
    } else {
      out_.add(BlockKind::paragraph, 0, text, places);
    }
  }

  /// Appends a line; where a hyphen ends the text, the word goes on.
  void append(std::string& text, const std::string& line) const {
    static constexpr std::string_view soft_hyphen = "\xC2\xAD";
    if (text.empty() || line.empty()) {
      text += line;
    } else if (text.ends_with(soft_hyphen)) {
      text.resize(text.size() - soft_hyphen.size());
      text += line;
    } else if (text.back() == '-' && text.size() > 1 && is_letter(text[text.size() - 2]) &&
               is_letter(line.front())) {
      if (is_parted(text, line)) text.pop_back();
      text += line;
    } else {
      const bool joined = text.ends_with("—") || text.ends_with("/");
      text += (joined ? "" : " ") + line;
    }
  }

  /// Whether the hyphen at the end of a line only parts a word, by the words of the whole text.
  bool is_parted(const std::string& text, const std::string& line) const {
    std::size_t begin = text.size() - 1;
    while (begin > 0 && (is_letter(text[begin - 1]) || text[begin - 1] == '-')) --begin;
    std::size_t end = 0;
    while (end < line.size() && is_letter(line[end])) ++end;
    const std::string before = text.substr(begin, text.size() - 1 - begin);
    const std::string behind = line.substr(0, end);
    if (words_.has(before + "-" + behind)) return false;
    if (words_.has(before + behind)) return true;
    return is_lower(behind.front()) && before.find('-') == std::string::npos;
  }

  const std::vector<PdfPage>& pages_;
  Words words_;
  double body_;
  double leading_;
  std::set<Rank> ranks_;
  Extraction out_{"pdf"};
  Paragraph open_;
  std::vector<std::string> notes_;
  std::vector<std::string> heads_;
  std::size_t page_begins_ = 0;  ///< Number of a page of which no line was taken yet; else 0.
  bool page_begins_in_ = false;  ///< A page begins with the line being taken.
};

}  // namespace

bool begins_with_mark(std::string_view line) {
  static constexpr std::size_t longest = 6;
  for (const std::string_view bullet : {"•", "–", "—", "▪", "○", "-", "*"}) {
    if (line.starts_with(bullet) && line.substr(bullet.size()).starts_with(' ')) return true;
  }
  const bool opened = line.starts_with('(');
  const std::size_t begin = opened ? 1 : 0;
  std::size_t end = begin;
  while (end < line.size() && end < longest && (is_letter(line[end]) || std::isdigit(line[end]))) {
    ++end;
  }
  if (end == begin || end >= line.size()) return false;
  if (opened) return line[end] == ')';
  const bool number = std::isdigit(static_cast<unsigned char>(line.front())) != 0;
  if (line[end] != '.' && line[end] != ')') return false;
  // "a." opens a point; "end." ends a sentence.
  return (number || end == 1) && end + 1 < line.size() && line[end + 1] == ' ';
}

Document blocks_of(const std::vector<PdfPage>& pages) { return Joiner(pages).join(); }

Document document_of(std::vector<PdfPage> pages) {
  take_out_heads(pages);
  const double body = body_size(pages);
  for (PdfPage& page : pages) {
    take_out_contents(page);
    take_out_notes(page, body);
  }
  return blocks_of(pages);
}

}  // namespace pinlex
