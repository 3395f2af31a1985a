// SPDX-License-Identifier: GPL-2.0-or-later
#include "version_builder.hpp"

#include <deque>
#include <utility>

namespace pinlex {
namespace {

class CommentaryBuilder {
 public:
  explicit CommentaryBuilder(Version& version) : builder_(version) {}

  void heading(const Block& block) {
    finish();
    numbered_ = -1;
    MappedText text = joined_lines(block);
    while (!above_.empty() && above_.back().second >= block.level) above_.pop_back();
    open(std::move(text));
    above_.emplace_back(section_, block.level);
  }

  void paragraph(const Block& block) {
    if (numbered_ >= 0) return add_lines(block);
    if (section_ < 0) open({});
    paragraphs_.push_back(joined_lines(block));
  }

  /// A paragraph of a text that is numbered throughout, named by its number alone, as it is cited.
  void numbered(const Block& block) {
    finish();
    Mark mark;
    const MappedText& first = block.lines.front();
    read_mark(first.text, 0, mark);
    Provision provision;
    provision.level = Level::paragraph;
    provision.parent = section_;
    provision.eid = "para_" + mark.number;
    provision.number = first.substr(mark.begin, mark.end);
    numbered_ = builder_.add(std::move(provision), first.source().begin);
    Block& rest = kept_.emplace_back(block);
    rest.lines.front() = first.substr(mark.rest, static_cast<std::uint32_t>(first.text.size()));
    if (rest.lines.front().empty()) rest.lines.erase(rest.lines.begin());
    add_lines(rest);
  }

  void note(const Block& block) {
    if (section_ < 0 && numbered_ < 0) open({});
    notes_.push_back(&block);
  }

  /// One paragraph adds no level; several are counted.
  void finish() {
    const bool counted = paragraphs_.size() > 1;
    for (std::size_t i = 0; i < paragraphs_.size(); ++i) {
      std::int32_t owner = section_;
      if (counted) {
        Provision provision;
        provision.level = Level::paragraph;
        provision.parent = section_;
        provision.eid = builder_.provision(section_).eid + "__para_" + std::to_string(i + 1);
        owner = builder_.add(std::move(provision), 0);
      }
      builder_.add_piece(owner, std::move(paragraphs_[i]));
    }
    if (!lines_.empty()) builder_.add_body(numbered_, find_numbering(lines_));
    const std::int32_t noted = numbered_ >= 0 ? numbered_ : section_;
    for (const Block* block : notes_) builder_.add_note(noted, *block);
    lines_.clear();
    kept_.clear();
    paragraphs_.clear();
    notes_.clear();
  }

 private:
  /// Words and points of the numbered paragraph that is open: all of its blocks are one.
  void add_lines(const Block& block) {
    for (const MappedText& line : block.lines) {
      lines_.push_back({&line, lines_.empty(), block.quoted});
    }
  }

  void open(MappedText heading) {
    Provision provision;
    provision.level = Level::heading;
    provision.parent = above_.empty() ? -1 : above_.back().first;
    provision.eid = "sec_" + std::to_string(++sections_);
    provision.heading = std::move(heading);
    section_ = builder_.add(std::move(provision), 0);
  }

  VersionBuilder builder_;
  std::vector<std::pair<std::int32_t, std::uint8_t>> above_;  ///< Open headings and their levels.
  std::vector<MappedText> paragraphs_;
  std::vector<const Block*> notes_;
  std::vector<BodyLine> lines_;  ///< Of the numbered paragraph.
  std::deque<Block> kept_;       ///< Blocks changed here, kept while lines_ point into them.
  std::int32_t section_ = -1;
  std::int32_t numbered_ = -1;  ///< The numbered paragraph that is open.
  std::uint32_t sections_ = 0;
};

}  // namespace

void build_commentary(const Document& document, const TextSegment& segment,
                      const std::vector<bool>& numbered, Version& version) {
  CommentaryBuilder builder(version);
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    const Block& block = document.blocks[i];
    switch (block.kind) {
      case BlockKind::heading:
        builder.heading(block);
        break;
      case BlockKind::paragraph:
        numbered[i] ? builder.numbered(block) : builder.paragraph(block);
        break;
      case BlockKind::note:
        builder.note(block);
        break;
    }
  }
  builder.finish();
}

}  // namespace pinlex
