// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "numbering.hpp"
#include "segments.hpp"

#include <pinlex/model/provision.hpp>
#include <pinlex/sources/document.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace pinlex {

/// Gathers the provisions of one version; keeps eIds unique.
class VersionBuilder {
 public:
  explicit VersionBuilder(Version& version) : version_(version) {}

  /// Adds a provision. An eId that is there already gets "~2", "~3", … and a doubt.
  std::int32_t add(Provision provision, std::uint32_t offset);

  void add_piece(std::int32_t provision, MappedText text);

  /// Adds what numbering found inside the provision `root`.
  void add_body(std::int32_t root, NumberedBody body);

  /// Adds a footnote to the provision, named after the article or section it stands in.
  void add_note(std::int32_t provision, const Block& note);

  void doubt(std::uint32_t offset, std::string message);

  const Provision& provision(std::int32_t index) const {
    return version_.provisions[static_cast<std::size_t>(index)];
  }
  Provision& provision(std::int32_t index) {
    return version_.provisions[static_cast<std::size_t>(index)];
  }

 private:
  Version& version_;
  std::unordered_map<std::string, std::uint32_t> seen_;
  std::unordered_map<std::int32_t, std::uint32_t> notes_;  ///< Without a printed number.
};

/// Builds the tree of a text made of articles. `notes` marks the blocks that are left out.
void build_articles(const Document& document, const Headings& headings, const TextSegment& segment,
                    const std::vector<bool>& notes, Version& version);

/// Builds the tree of a text without articles: sections by its headings, paragraphs counted or by
/// the numbers that the `numbered` blocks begin with.
void build_commentary(const Document& document, const TextSegment& segment,
                      const std::vector<bool>& numbered, Version& version);

/// Builds the tree that the format itself declares.
void build_declared(const Document& document, Version& version);

/// All lines of a block as one text, joined by line breaks.
MappedText joined_lines(const Block& block);

}  // namespace pinlex
