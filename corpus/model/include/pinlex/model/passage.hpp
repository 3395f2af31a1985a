// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/provision.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// A node inside a passage: the passage's own provision first, its descendants in order.
struct Unit {
  std::string eid;
  Level level = Level::article;
  std::int32_t parent = -1;  ///< Index in Passage::units; -1 for the first.
  std::string number;        ///< As printed.
  std::string heading;
  SourceRange source;  ///< Of number and heading, possibly empty.
};

/// A run of words of one unit.
struct UnitText {
  std::uint32_t unit = 0;  ///< Index in Passage::units.
  MappedText text;
};

/// A grouping the passage stands under.
struct Ancestor {
  std::string eid;
  std::string number;
  std::string heading;
};

/// The unit of search: an article, a numbered paragraph of a report, a section of other commentary;
/// a very long one comes in several parts.
struct Passage {
  std::string eid;         ///< Of the provision it holds.
  std::uint32_t part = 0;  ///< 0 … parts - 1.
  std::uint32_t parts = 1;
  std::vector<Ancestor> ancestors;  ///< Outermost first.
  std::vector<Unit> units;
  std::vector<UnitText> texts;

  /// The hull of all source ranges of this passage.
  SourceRange source() const;
};

/// The most words a passage holds before it is split between paragraphs, and the size aimed at when
/// commentary is gathered into passages. Measured on judged topics; see ARCHITECTURE.md.
inline constexpr std::uint32_t max_passage_words = 1000;
inline constexpr std::uint32_t commentary_passage_words = 200;

/// Cuts a version into passages, in the order of the text. Every piece is in exactly one.
std::vector<Passage> passages_of(const Version& version);

}  // namespace pinlex
