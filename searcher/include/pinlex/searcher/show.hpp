// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/schema/record.hpp>
#include <pinlex/searcher/hit.hpp>
#include <pinlex/searcher/refs.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// Most neighbours a request may ask for on each side.
inline constexpr std::uint32_t max_context = 100;

/// A provision asked for by citation or id.
struct ShowRequest {
  std::string citation;                ///< "ETS 185 art. 21", "coe-185#art_21@en.digest".
  std::vector<std::string> languages;  ///< Versions wanted; empty: English, else the first.
  std::vector<std::string> editions;
  std::uint32_t context = 0;  ///< Neighbours wanted before and after, at most max_context.
  bool outline = false;       ///< The outline of what is below an article instead of its words.
};

/// A commentary that speaks of a provision. Empty members are unknown.
struct CommentaryNote {
  std::string id;  ///< "note-eff-2024-redlines@en.digest".
  std::string title, author;
  std::string published;  ///< ISO 8601 date, or a part of one.
  std::string address;    ///< Where it was published.
  std::string edition;
};

/// A line of an outline.
struct OutlineLine {
  OutlineEntry entry;
  std::string opening;  ///< Of a paragraph or point: how its words begin.
};

/// One version of a provision with its place in the tree.
struct ShownProvision {
  Hit provision;                       ///< `texts` holds the whole provision; rank 0.
  std::string missing;                 ///< The id asked for, where only an ancestor exists.
  std::vector<OutlineLine> outline;    ///< Of a grouping or a whole instrument, instead of texts;
                                       ///< of an article where that was asked for.
  std::vector<Hit> before{}, after{};  ///< Neighbours, in the order of the text: articles beside
                                       ///< an article, paragraphs beside a paragraph.
  std::vector<CommentaryNote> commentary{};  ///< That speaks of it or of what it is part of.
  BriefReferences references{};  ///< Between it and others; RefsAnswer has all, with their words.
};

struct ShowAnswer {
  std::string read_as;  ///< The ids the citation was read as.
  std::vector<ShownProvision> provisions;
  std::vector<std::string> absent;  ///< Ids asked for beside those shown that no text here has.
  std::vector<std::string> notes;   ///< What a person should know, one sentence each.
};

}  // namespace pinlex
