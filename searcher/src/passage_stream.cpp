// SPDX-License-Identifier: GPL-2.0-or-later
#include "passage_stream.hpp"

#include "query/lexer.hpp"
#include "query/sentences.hpp"

#include <algorithm>
#include <string_view>

namespace pinlex {
namespace {

using In = PassageStream::Origin::In;

/// No connector reaches over this many positions.
constexpr std::uint32_t heading_gap = max_distance + 1;

class StreamBuilder {
 public:
  StreamBuilder(const Passage& passage, Analyser& analyser, bool sentences)
      : passage_(passage), analyser_(analyser), with_sentences_(sentences) {
    const auto& units = passage.units;
    const auto below =
        std::find_if(units.begin(), units.end(), [](const Unit& one) { return one.parent == 0; });
    points_below_top_ = below != units.end() && below->level == Level::point;
  }

  PassageStream build();

 private:
  void heading_of(std::uint32_t unit);
  void text(std::uint32_t index);
  void apart(std::string_view text, PassageStream::Origin origin);
  std::uint32_t block(std::string_view text, PassageStream::Origin origin, SentenceBlock kind);
  std::int32_t paragraph_of(std::uint32_t unit) const;

  const Passage& passage_;
  Analyser& analyser_;
  bool with_sentences_;
  bool points_below_top_ = false;
  PassageStream out_;
  SentenceCounter sentences_;
  std::uint32_t position_ = 0;  ///< Of the next word.
  std::uint32_t paragraph_ = 0;
  std::int32_t of_paragraph_ = -1;  ///< What paragraph_of() said of the last text.
  std::vector<Token> tokens_;
  std::vector<TextRange> places_;
  std::vector<std::uint32_t> sentence_of_;
};

PassageStream StreamBuilder::build() {
  for (std::uint32_t i = 0; i < passage_.ancestors.size(); ++i) {
    apart(passage_.ancestors[i].heading, {In::ancestor, i, {}});
  }
  out_.text_lengths.resize(passage_.texts.size());
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < passage_.texts.size(); ++i) {
    for (; next <= passage_.texts[i].unit; ++next) heading_of(next);
    text(i);
  }
  for (; next < passage_.units.size(); ++next) heading_of(next);
  return std::move(out_);
}

void StreamBuilder::heading_of(std::uint32_t unit) {
  apart(passage_.units[unit].heading, {In::heading, unit, {}});
}

/// A heading: a paragraph of its own, out of reach of what stands before and behind it.
void StreamBuilder::apart(std::string_view text, PassageStream::Origin origin) {
  if (text.empty()) return;
  position_ += heading_gap;
  ++paragraph_;
  block(text, origin, SentenceBlock::heading);
  position_ += heading_gap;
  ++paragraph_;
  of_paragraph_ = -1;
}

void StreamBuilder::text(std::uint32_t index) {
  const UnitText& run = passage_.texts[index];
  const std::int32_t paragraph = paragraph_of(run.unit);
  if (paragraph < 0 || paragraph != of_paragraph_) {
    ++paragraph_;
    ++position_;
  }
  of_paragraph_ = paragraph;
  const bool point = passage_.units[run.unit].level == Level::point;
  out_.text_lengths[index] = block(run.text.text, {In::text, index, {}},
                                   point ? SentenceBlock::point : SentenceBlock::paragraph);
}

/// The numbered paragraph a unit belongs to: the one below the passage's own provision, or that
/// provision itself where points stand directly below it. -1 for words of the provision beside
/// numbered paragraphs: each block of them is a paragraph.
std::int32_t StreamBuilder::paragraph_of(std::uint32_t unit) const {
  if (points_below_top_) return 0;
  if (unit == 0) return -1;
  auto top = static_cast<std::int32_t>(unit);
  const auto parent = [&](std::int32_t i) {
    return passage_.units[static_cast<std::size_t>(i)].parent;
  };
  while (parent(top) > 0) top = parent(top);
  return top;
}

std::uint32_t StreamBuilder::block(std::string_view text, PassageStream::Origin origin,
                                   SentenceBlock kind) {
  tokens_.clear();
  places_.clear();
  sentence_of_.clear();
  analyser_.analyse(text, position_, tokens_);
  for (const Token& token : tokens_) places_.push_back({token.begin, token.end});
  if (with_sentences_) {
    sentences_.block(text, places_, kind, sentence_of_);
  } else {
    sentence_of_.resize(tokens_.size());
  }
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    out_.tokens.push_back({token.folded, token.stem, token.position, paragraph_, sentence_of_[i],
                           origin.in == In::heading});
    origin.place = places_[i];
    out_.origins.push_back(origin);
  }
  if (!tokens_.empty()) position_ = tokens_.back().position + 1;
  return static_cast<std::uint32_t>(tokens_.size());
}

}  // namespace

PassageStream stream_of(const Passage& passage, Analyser& analyser, bool sentences) {
  return StreamBuilder(passage, analyser, sentences).build();
}

}  // namespace pinlex
