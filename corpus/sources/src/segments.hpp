// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "heading_words.hpp"

#include <pinlex/model/catalogue.hpp>
#include <pinlex/sources/document.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace pinlex {

/// The headings of a document, one entry a block; nothing for blocks that open no provision.
using Headings = std::vector<std::optional<HeadingLine>>;

/// A run of blocks [begin, end) that holds one text in one language.
struct TextSegment {
  std::size_t begin = 0, end = 0;
  std::size_t body = 0;  ///< First block behind the titles at the start.
  std::string title;     ///< As printed before the text, or empty.
  TitleMatch match;      ///< What the catalogue knows under that title.
};

/// Reads the heading of every block. Where a document has sections ("§ 5", "Section 5") and no
/// articles, sections are its basic units.
Headings find_headings(const Document& document);

/// Whether the document is made of articles (or sections).
bool has_articles(const Headings& headings, std::size_t begin, std::size_t end);

/// Blocks that are an editor's note, one entry a block: the same words first under many articles,
/// each of which says something else besides.
std::vector<bool> find_editors_notes(const Document& document, const Headings& headings);

/// Blocks that are the title of the article above them, one entry a block, though the format does
/// not set them apart: a short line that no mark ends, before words that one ends; only where most
/// articles without a title on their own line have one.
std::vector<bool> find_plain_titles(const Document& document, const Headings& headings);

/// Cuts a document into texts: where a title of the catalogue opens one, and where the numbers of
/// the articles begin again (a second language, a second instrument).
std::vector<TextSegment> find_segments(const Document& document, const Headings& headings,
                                       const Catalogue& catalogue);

}  // namespace pinlex
