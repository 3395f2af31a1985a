// SPDX-License-Identifier: GPL-2.0-or-later
#include "version_builder.hpp"

#include <algorithm>
#include <deque>
#include <utility>

namespace pinlex {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

/// Headings of articles are printed with a dash before them in some treaties.
MappedText without_leading_dash(const MappedText& heading) {
  const auto begin = heading.text.find_first_not_of("-– \xE2\x80\x93\x94");
  if (begin == 0 || begin == std::string::npos) return heading;
  const auto dash = heading.text.front() == '-' || heading.text.starts_with("–");
  return dash ? heading.substr(u32(begin), u32(heading.text.size())) : heading;
}

class ArticleBuilder {
 public:
  ArticleBuilder(const Document& document, const Headings& headings, const TextSegment& segment,
                 Version& version)
      : document_(document), headings_(headings), segment_(segment), builder_(version) {
    titles_ = find_plain_titles(document, headings);
    for (std::size_t i = segment.begin; i < segment.end; ++i) {
      if (headings[i] && headings[i]->level == Level::article) behind_articles_ = i + 1;
    }
  }

  void build(const std::vector<bool>& notes) {
    for (std::size_t i = segment_.body; i < segment_.end; ++i) {
      const Block& block = document_.blocks[i];
      if (headings_[i]) {
        finish();
        open_heading(block, *headings_[i]);
      } else if (block.kind == BlockKind::heading || (titles_[i] && !notes[i] && current_ >= 0)) {
        loose_heading(block, i);
      } else if (!notes[i]) {
        text_block(block, i);
      }
    }
    finish();
  }

 private:
  void open_heading(const Block& block, const HeadingLine& line) {
    const MappedText text = joined_lines(block);
    if (line.level == Level::article) {
      check_sequence(line, text.source().begin);
    } else if (is_grouping(line.level)) {
      leave_groupings(line.level);
    } else {
      groupings_.clear();
      annex_ = -1;
      last_ordinal_ = 0;
    }
    Provision provision;
    provision.level = line.level;
    const bool unit = line.level == Level::article;
    provision.parent = groupings_.empty() ? annex_ : groupings_.back();
    const std::int32_t named_after = unit ? annex_ : provision.parent;
    provision.eid = named_after < 0 ? "" : builder_.provision(named_after).eid + "__";
    provision.eid += line.abbreviation;
    if (!line.number.empty()) provision.eid += "_" + line.number;
    provision.number = text.substr(line.number_begin, line.number_end);
    // A heading in two lines: the title begins behind the line break.
    const auto title =
        std::min(text.text.find_first_not_of('\n', line.title_begin), text.text.size());
    if (!line.runs_on) provision.heading = text.substr(u32(title), u32(text.text.size()));
    current_ = builder_.add(std::move(provision), text.source().begin);
    if (is_grouping(line.level)) groupings_.push_back(current_);
    if (line.level == Level::annex) annex_ = current_;
    if (line.runs_on) {
      Block& rest = kept_.emplace_back(block);
      const MappedText& first = block.lines.front();
      rest.lines.front() = first.substr(line.title_begin, u32(first.text.size()));
      add_lines(rest);
    }
  }

  /// Articles count up; an insert ("4a") stands behind its number. A file may begin anywhere.
  void check_sequence(const HeadingLine& line, std::uint32_t offset) {
    if (line.abbreviation != "art" && line.abbreviation != "sec") return;
    const bool follows = line.ordinal == last_ordinal_ || line.ordinal == last_ordinal_ + 1;
    if (last_ordinal_ != 0 && line.ordinal != 0 && !follows) {
      builder_.doubt(
          offset, "article " + line.number + " follows article " + std::to_string(last_ordinal_));
    }
    last_ordinal_ = line.ordinal;
  }

  /// A chapter ends the chapter before it and all that it held.
  void leave_groupings(Level level) {
    const auto same = std::find_if(groupings_.begin(), groupings_.end(), [&](std::int32_t index) {
      return builder_.provision(index).level == level;
    });
    groupings_.erase(same, groupings_.end());
  }

  void loose_heading(const Block& block, std::size_t index) {
    const MappedText text = joined_lines(block);
    const bool preamble = current_ < 0 && !any_article_before(index);
    if (preamble) {
      open_preamble();
      auto& heading = builder_.provision(current_).heading;
      if (lines_.empty() && heading.empty()) {
        heading = text;
      } else {
        add_lines(kept_.emplace_back(block));
      }
    } else if (lines_.empty() && current_ >= 0 && builder_.provision(current_).heading.empty()) {
      builder_.provision(current_).heading = without_leading_dash(text);
    } else {
      finish();
      Provision provision;
      provision.level = Level::heading;
      provision.parent = groupings_.empty() ? annex_ : groupings_.back();
      provision.eid = "hdg_" + std::to_string(++loose_headings_);
      provision.heading = text;
      current_ = builder_.add(std::move(provision), text.source().begin);
    }
  }

  bool any_article_before(std::size_t index) const {
    return has_articles(headings_, segment_.begin, index);
  }

  void open_preamble() {
    if (current_ >= 0) return;
    Provision provision;
    provision.level = Level::preamble;
    provision.eid = "preamble";
    current_ = builder_.add(std::move(provision), 0);
  }

  void text_block(const Block& block, std::size_t index) {
    if (block.kind == BlockKind::note) {
      open_preamble();
      footnotes_.push_back(&block);
      return;
    }
    const std::string_view start = block.lines.front().text;
    if (current_ < 0) {
      open_preamble();
    } else if (index >= behind_articles_ && begins_closing_formula(start) &&
               builder_.provision(current_).level != Level::conclusions) {
      finish();
      Provision provision;
      provision.level = Level::conclusions;
      provision.eid = "conclusions";
      current_ = builder_.add(std::move(provision), block.begin());
    }
    // The word "Preamble" is the heading, however it is glued to the first recital.
    const bool first = lines_.empty() && builder_.provision(current_).level == Level::preamble;
    const auto word = first && builder_.provision(current_).heading.empty()
                          ? u32(preamble_word_length(start))
                          : 0;
    if (word == 0) {
      if (!restates_number(block)) add_lines(block);
      return;
    }
    builder_.provision(current_).heading = block.lines.front().substr(0, word);
    auto begin = word;
    while (begin < start.size() && (start[begin] == ' ' || start[begin] == '.')) ++begin;
    Block rest = block;
    rest.lines.front() = block.lines.front().substr(begin, u32(start.size()));
    if (rest.lines.front().empty()) rest.lines.erase(rest.lines.begin());
    if (rest.lines.empty()) return;
    add_lines(kept_.emplace_back(std::move(rest)));
  }

  /// "3.—(1) The keeper" below the heading of section 3: its number is not a paragraph's.
  bool restates_number(const Block& block) {
    const Provision& unit = builder_.provision(current_);
    const MappedText& first = block.lines.front();
    Mark mark;
    if (!lines_.empty() || unit.level != Level::article || !read_unit_mark(first.text, mark) ||
        !unit.eid.ends_with("_" + mark.number)) {
      return false;
    }
    Mark inner;
    const bool numbered = read_mark(first.text, mark.rest, inner);
    Block& number = kept_.emplace_back();
    number.quoted = true;
    number.lines.push_back(numbered ? first.substr(0, mark.end) : first);
    add_lines(number);
    Block& rest = kept_.emplace_back(block);
    if (numbered) {
      rest.lines.front() = first.substr(mark.rest, u32(first.text.size()));
    } else {
      rest.lines.erase(rest.lines.begin());
    }
    add_lines(rest, false);
    return true;
  }

  void add_lines(const Block& block, bool starts = true) {
    bool first = starts;
    for (const MappedText& line : block.lines) {
      lines_.push_back({&line, first, block.quoted});
      first = false;
    }
  }

  /// Gives the lines gathered to the provision that is open.
  void finish() {
    if (!lines_.empty()) builder_.add_body(current_, find_numbering(lines_));
    for (const Block* note : footnotes_) builder_.add_note(current_, *note);
    lines_.clear();
    kept_.clear();
    footnotes_.clear();
  }

  const Document& document_;
  const Headings& headings_;
  const TextSegment& segment_;
  VersionBuilder builder_;
  std::vector<BodyLine> lines_;
  std::deque<Block> kept_;    ///< Blocks changed here, kept while lines_ point into them.
  std::vector<bool> titles_;  ///< Blocks that are titles, though not set apart.
  std::vector<const Block*> footnotes_;
  std::vector<std::int32_t> groupings_;
  std::size_t behind_articles_ = 0;  ///< First block behind the last article's heading.
  std::int32_t annex_ = -1;
  std::int32_t current_ = -1;
  std::uint32_t last_ordinal_ = 0;
  std::uint32_t loose_headings_ = 0;
};

}  // namespace

void build_articles(const Document& document, const Headings& headings, const TextSegment& segment,
                    const std::vector<bool>& notes, Version& version) {
  ArticleBuilder(document, headings, segment, version).build(notes);
}

}  // namespace pinlex
