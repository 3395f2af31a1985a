// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/provision.hpp>
#include <pinlex/model/source.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// What a run of text is in its file's own terms, before its legal structure is known.
enum class BlockKind : std::uint8_t { heading, paragraph };

/// One block of a source. Each line of the source is kept apart, because a number at the start of
/// any line may open a provision.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;         ///< Of a heading, 1 the highest; else 0.
  std::vector<MappedText> lines;  ///< Inline marks removed, printed numbers kept; none is empty.

  /// All lines, joined by a space.
  std::string text() const;
  std::uint32_t begin() const { return lines.front().source().begin; }
};

/// Why bytes of a source are in no provision.
enum class Removed : std::uint8_t {
  whitespace,
  markup,  ///< Marks of the format: '#', '*', tags.
  link_target,
  front_matter,
  navigation,    ///< Menus, banners, images.
  title_page,    ///< Titles of the instrument printed before its text.
  editors_note,  ///< The same line under many articles ("Enters into force …").
};

std::string_view name(Removed reason);

struct RemovedRange {
  SourceRange range;
  Removed reason = Removed::markup;
};

/// What is known of a file before its text is read, from a manifest, front matter or the format.
/// Empty members are unknown.
struct Metadata {
  std::string instrument, kind, language, edition, title, address, author;
  std::string published, as_of, retrieved;
  std::vector<std::string> about;

  /// Takes from `weaker` what is empty here.
  void complete_with(const Metadata& weaker);
};

/// A file as its reader understood it.
struct Document {
  std::string format;  ///< "markdown", "text".
  Metadata metadata;
  std::vector<Block> blocks;
  std::vector<RemovedRange> removed;
};

}  // namespace pinlex
