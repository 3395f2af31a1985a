// SPDX-License-Identifier: GPL-2.0-or-later
#include "numbering.hpp"

#include "bare_marks.hpp"
#include "inline_lists.hpp"
#include "mark_scripts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace pinlex {
namespace {

/// A list that has begun and may go on: the number it is at, and that number's node.
struct OpenList {
  Numeral numeral = Numeral::arabic;
  char closing = '.';
  std::uint32_t ordinal = 0;
  std::int32_t node = -1;
  std::string number;
};

/// What a number does: continue the list at `depth` of the stack, or begin one below it.
struct Move {
  std::size_t depth = 0;
  bool begins = false;
  bool gap = false;
  Reading reading;
};

struct Node {
  std::int32_t parent = -1;
  Level level = Level::point;
  std::string number;
  MappedText printed;
  std::uint32_t group = 0;
};

struct Piece {
  std::int32_t node = -1;
  std::uint32_t group = 0;
  MappedText text;
};

/// The largest step that is taken for a number left out, rather than for no number.
constexpr std::uint32_t max_gap = 5;

/// More lists inside each other than any text has; what nests deeper stays text.
constexpr std::size_t max_depth = 8;

/// Whether a block is an item of a list without numbers.
bool is_dashed(std::string_view text) {
  static constexpr std::array<std::string_view, 5> dashes{"- ", "–", "—", "•", "·"};
  return std::any_of(dashes.begin(), dashes.end(),
                     [&](std::string_view dash) { return text.starts_with(dash); });
}

/// Whether a list may go on by a reading: from أ and ب nobody can tell the order of the letters.
bool is_alike(const OpenList& list, const Reading& reading) {
  const auto is_arabic_letter = [](Numeral numeral) {
    return numeral == Numeral::abjad || numeral == Numeral::alphabet;
  };
  if (list.numeral == reading.numeral) return true;
  return list.ordinal <= 2 && is_arabic_letter(list.numeral) && is_arabic_letter(reading.numeral);
}

/// Whether a number outside of all lists is a paragraph's: "1°", '1' and （一） are points of the
/// sentence before them.
bool numbers_paragraphs(Numeral numeral, char closing) {
  if (closing == Mark::degree || closing == '\'') return false;
  switch (numeral) {
    case Numeral::arabic:
    case Numeral::upper_letter:
    case Numeral::upper_roman:
      return true;
    case Numeral::chinese:
      return closing != '(';
    case Numeral::lower_letter:
    case Numeral::lower_roman:
    case Numeral::abjad:
    case Numeral::alphabet:
    case Numeral::cyrillic:
      return false;
  }
  return false;
}

bool starts_in_lower_case(std::string_view text) {
  return !text.empty() && text.front() >= 'a' && text.front() <= 'z';
}

bool ends_with_colon(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\n\r");
  return last != std::string_view::npos && text[last] == ':';
}

/// Reads the lines of an article one after the other. Unnumbered blocks that stand directly below
/// the article open groups; where there is more than one, groups are counted as paragraphs.
class BodyReader {
 public:
  explicit BodyReader(const std::vector<BodyLine>& lines)
      : lines_(lines), first_marks_(find_bare_marks(lines)) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      Mark mark;
      if (!lines[i].quoted && read_mark(lines[i].text->text, 0, mark)) first_marks_[i] = mark;
    }
  }

  NumberedBody read() {
    for (std::size_t i = 0; i < lines_.size(); ++i) read_line(i);
    settle_at_end();
    return std::move(*this).result();
  }

 private:
  bool mark_at(std::size_t index, std::uint32_t at, Mark& mark) const {
    if (lines_[index].quoted) return false;
    if (at > 0) return read_mark(lines_[index].text->text, at, mark);
    if (first_marks_[index]) mark = *first_marks_[index];
    return first_marks_[index].has_value();
  }

  void read_line(std::size_t index) {
    const BodyLine& line = lines_[index];
    std::uint32_t at = 0;
    Mark mark;
    bool numbered = false;
    while (mark_at(index, at, mark)) {
      const auto move = numbered ? inner_move(mark) : outer_move(mark, index);
      if (!move) break;
      open(*line.text, mark, *move);
      numbered = true;
      at = mark.rest;
    }
    const auto size = static_cast<std::uint32_t>(line.text->text.size());
    if (at >= size) return;
    add_text(line.text->substr(at, size), numbered, line.starts_block);
  }

  /// A number right behind another on one line ("3. (a)") can only begin a list.
  std::optional<Move> inner_move(const Mark& mark) const {
    if (stack_.size() >= max_depth) return std::nullopt;
    for (const Reading& reading : mark.readings) {
      if (reading.ordinal != 1 || reading.numeral == stack_.back().numeral) continue;
      if (reading.numeral == Numeral::upper_letter || reading.numeral == Numeral::upper_roman)
        continue;
      return Move{stack_.size(), true, false, reading};
    }
    return std::nullopt;
  }

  std::optional<Move> outer_move(const Mark& mark, std::size_t line) const {
    const auto on = continuing(mark);
    const auto fresh = beginning(mark);
    if (on && fresh) return roman_follows(line) ? fresh : on;
    if (on) return on;
    if (fresh) return fresh;
    return leaping(mark);
  }

  std::optional<Move> continuing(const Mark& mark) const {
    for (const bool same_closing : {true, false}) {
      for (std::size_t depth = stack_.size(); depth-- > 0;) {
        const OpenList& list = stack_[depth];
        if (same_closing && list.closing != mark.closing) continue;
        for (const Reading& reading : mark.readings) {
          if (!is_alike(list, reading)) continue;
          const bool next = reading.ordinal == list.ordinal + 1;
          const bool inserted = mark.insert && reading.ordinal == list.ordinal;
          if (next || inserted) return Move{depth, false, false, reading};
        }
      }
    }
    return std::nullopt;
  }

  std::optional<Move> beginning(const Mark& mark) const {
    for (const Reading& reading : mark.readings) {
      if (reading.ordinal != 1) continue;
      const auto same = std::find_if(stack_.begin(), stack_.end(), [&](const OpenList& list) {
        return list.numeral == reading.numeral && list.closing == mark.closing;
      });
      const bool deeper = stack_.size() < max_depth;
      if (same == stack_.end() && deeper) return Move{stack_.size(), true, false, reading};
      if (same == stack_.end()) continue;
      // The list is open already: a block between, or a colon, begins another of its kind.
      const auto depth = static_cast<std::size_t>(same - stack_.begin());
      if (!pending_.empty()) return Move{depth, true, false, reading};
      if (deeper && !pieces_.empty() && ends_with_colon(pieces_.back().text.text)) {
        return Move{stack_.size(), true, false, reading};
      }
    }
    return std::nullopt;
  }

  std::optional<Move> leaping(const Mark& mark) const {
    for (const Reading& reading : mark.readings) {
      for (std::size_t depth = stack_.size(); depth-- > 0;) {
        const OpenList& list = stack_[depth];
        const bool alike = list.numeral == reading.numeral && list.closing == mark.closing;
        if (alike && reading.ordinal > list.ordinal && reading.ordinal <= list.ordinal + max_gap) {
          return Move{depth, false, true, reading};
        }
      }
      const bool second = reading.numeral == Numeral::arabic && reading.ordinal == 2 &&
                          numbers_paragraphs(reading.numeral, mark.closing);
      if (second && stack_.empty() && !pieces_.empty()) return Move{0, true, true, reading};
    }
    return std::nullopt;
  }

  /// "(i)" after "(h)" is a letter unless "(ii)" is the next number of its kind.
  bool roman_follows(std::size_t line) const {
    for (std::size_t i = line + 1; i < first_marks_.size(); ++i) {
      if (!first_marks_[i]) continue;
      const auto& readings = first_marks_[i]->readings;
      const auto reads = [&](Numeral numeral, std::uint32_t ordinal) {
        return std::any_of(readings.begin(), readings.end(), [&](const Reading& reading) {
          return reading.numeral == numeral && (ordinal == 0 || reading.ordinal == ordinal);
        });
      };
      // "(ii)" is also the letter after "(hh)".
      if (reads(Numeral::lower_roman, 2)) return true;
      if (reads(Numeral::lower_letter, 0)) return false;
    }
    return false;
  }

  void open(const MappedText& line, const Mark& mark, const Move& move) {
    settle_pending(move);
    if (move.begins && move.gap) give_first_paragraph_its_number(line, mark);
    if (!move.begins && move.gap) {
      doubt(line, mark, number_of(mark, move) + " follows " + stack_[move.depth].number);
    }
    stack_.resize(move.depth);
    Node node;
    node.parent = stack_.empty() ? -1 : stack_.back().node;
    const bool countable = numbers_paragraphs(move.reading.numeral, mark.closing);
    node.level = stack_.empty() && countable ? Level::paragraph : Level::point;
    node.number = number_of(mark, move);
    node.printed = line.substr(mark.begin, mark.end);
    node.group = groups_ == 0 ? 0 : groups_ - 1;
    const auto index = static_cast<std::int32_t>(nodes_.size());
    if (node.level == Level::paragraph) has_numbered_paragraphs_ = true;
    nodes_.push_back(std::move(node));
    stack_.push_back(
        {move.reading.numeral, mark.closing, move.reading.ordinal, index, number_of(mark, move)});
    fresh_ = true;
  }

  static std::string number_of(const Mark& mark, const Move& move) {
    return mark.number.empty() ? letter_in_eid(move.reading.ordinal) : mark.number;
  }

  /// "2." as the first number: what stands before it is paragraph 1, its number not printed.
  void give_first_paragraph_its_number(const MappedText& line, const Mark& mark) {
    doubt(line, mark, "paragraph 1 has no printed number");
    Node node;
    node.level = Level::paragraph;
    node.number = "1";
    nodes_.push_back(std::move(node));
    for (Piece& piece : pieces_) piece.node = 0;
    has_numbered_paragraphs_ = true;
  }

  void add_text(MappedText text, bool numbered, bool starts_block) {
    if (numbered || fresh_) {
      pieces_.push_back({stack_.back().node, group(), std::move(text)});
    } else if (!starts_block && !pending_.empty()) {
      join(pending_.back(), text);
    } else if (!starts_block && !pieces_.empty()) {
      join(pieces_.back().text, text);
    } else if (is_dashed(text.text) && pending_.empty() && !pieces_.empty()) {
      // An item of a list without numbers belongs to the words above it.
      pieces_.push_back({pieces_.back().node, group(), std::move(text)});
    } else if (!stack_.empty()) {
      pending_.push_back(std::move(text));
    } else {
      ++groups_;
      pieces_.push_back({-1, group(), std::move(text)});
    }
    fresh_ = false;
  }

  /// Joins two lines of one block by the line break between them.
  static void join(MappedText& before, const MappedText& after) {
    before.append_decoded("\n", {before.source().end, after.source().begin});
    before.append(after);
  }

  /// Unnumbered blocks belong to the number before them on the level that goes on after them.
  void settle_pending(const Move& move) {
    if (pending_.empty()) return;
    std::int32_t owner = stack_[std::min(move.depth, stack_.size() - 1)].node;
    if (move.begins) owner = move.depth == 0 ? -1 : stack_[move.depth - 1].node;
    settle(owner);
  }

  void settle_at_end() {
    if (pending_.empty()) return;
    const std::int32_t outermost = stack_.front().node;
    const bool paragraph = nodes_[static_cast<std::size_t>(outermost)].level == Level::paragraph;
    settle(paragraph ? outermost : -1);
  }

  void settle(std::int32_t owner) {
    for (MappedText& text : pending_) {
      // Directly below the article a block that goes on in lower case closes the list above it.
      if (owner < 0 && !starts_in_lower_case(text.text)) ++groups_;
      pieces_.push_back({owner, group(), std::move(text)});
    }
    pending_.clear();
  }

  void doubt(const MappedText& line, const Mark& mark, std::string message) {
    doubts_.push_back({line.source_of(mark.begin, mark.end).begin, std::move(message)});
  }

  std::uint32_t group() const { return groups_ == 0 ? 0 : groups_ - 1; }

  NumberedBody result() && {
    NumberedBody body;
    body.doubts = std::move(doubts_);
    const bool counted = !has_numbered_paragraphs_ && groups_ > 1;
    std::vector<std::int32_t> place(nodes_.size());
    std::vector<std::int32_t> paragraph(groups_, -1);
    std::size_t next = 0;
    for (std::uint32_t g = 0; g < std::max<std::uint32_t>(groups_, 1); ++g) {
      if (counted) {
        paragraph[g] = static_cast<std::int32_t>(body.nodes.size());
        body.nodes.push_back({-1, Level::paragraph, std::to_string(g + 1), {}});
      }
      for (; next < nodes_.size() && nodes_[next].group == g; ++next) {
        Node& node = nodes_[next];
        const auto parent = node.parent >= 0 ? place[static_cast<std::size_t>(node.parent)]
                                             : (counted ? paragraph[g] : -1);
        place[next] = static_cast<std::int32_t>(body.nodes.size());
        body.nodes.push_back({parent, node.level, std::move(node.number), std::move(node.printed)});
      }
    }
    for (Piece& piece : pieces_) {
      const auto node = piece.node >= 0 ? place[static_cast<std::size_t>(piece.node)]
                                        : (counted ? paragraph[piece.group] : -1);
      body.pieces.push_back({node, std::move(piece.text)});
    }
    return body;
  }

  const std::vector<BodyLine>& lines_;
  std::vector<std::optional<Mark>> first_marks_;
  std::vector<OpenList> stack_;
  std::vector<Node> nodes_;
  std::vector<Piece> pieces_;
  std::vector<MappedText> pending_;  ///< Blocks whose owner the next number decides.
  std::vector<Doubt> doubts_;
  std::uint32_t groups_ = 0;
  bool fresh_ = false;  ///< A number was read and no words since.
  bool has_numbered_paragraphs_ = false;
};

}  // namespace

NumberedBody find_numbering(const std::vector<BodyLine>& lines) {
  const CutLines cut = cut_inline_lists(lines);
  return BodyReader(cut.lines).read();
}

}  // namespace pinlex
