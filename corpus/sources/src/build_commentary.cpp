// SPDX-License-Identifier: GPL-2.0-or-later
#include "version_builder.hpp"

#include <utility>

namespace pinlex {
namespace {

class CommentaryBuilder {
 public:
  explicit CommentaryBuilder(Version& version) : builder_(version) {}

  void heading(const Block& block) {
    finish();
    MappedText text = joined_lines(block);
    while (!above_.empty() && above_.back().second >= block.level) above_.pop_back();
    open(std::move(text));
    above_.emplace_back(section_, block.level);
  }

  void paragraph(const Block& block) {
    if (section_ < 0) open({});
    paragraphs_.push_back(joined_lines(block));
  }

  void note(const Block& block) {
    if (section_ < 0) open({});
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
    for (const Block* block : notes_) builder_.add_note(section_, *block);
    paragraphs_.clear();
    notes_.clear();
  }

 private:
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
  std::int32_t section_ = -1;
  std::uint32_t sections_ = 0;
};

}  // namespace

void build_commentary(const Document& document, const TextSegment& segment, Version& version) {
  CommentaryBuilder builder(version);
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    const Block& block = document.blocks[i];
    switch (block.kind) {
      case BlockKind::heading:
        builder.heading(block);
        break;
      case BlockKind::paragraph:
        builder.paragraph(block);
        break;
      case BlockKind::note:
        builder.note(block);
        break;
    }
  }
  builder.finish();
}

}  // namespace pinlex
