// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/concordance.hpp>
#include <pinlex/searcher/check.hpp>
#include <pinlex/searcher/hit.hpp>
#include <pinlex/searcher/search.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pinlex {

/// Asks for provisions of other instruments that do the same job.
struct ParallelsRequest {
  std::string citation;      ///< Of one provision: "ETS 185 art. 21", "coe-185#art_21@nl".
  Filters filters;           ///< Of what may be named beside it.
  std::uint32_t limit = 10;  ///< Of those found by their words, from 1 to max_limit.
  bool diff = false;         ///< Whether words are compared one by one.
};

/// With a smaller share of words in common, in order, two provisions are not compared word by word.
inline constexpr double compared_from = 0.5;

struct ParallelProvision {
  /// The whole provision; `score` is how alike the words are, 0 … 1. Where no text is here that the
  /// filters let through, only id, pinpoint, citation and instrument are known.
  Hit provision;
  bool exists = true;                        ///< Whether a text of it is here.
  std::optional<ParallelRelation> relation;  ///< What it is to the one asked for, as the
                                             ///< concordance has it; none where words found it.
  std::string of;  ///< What the concordance sets it beside, where that is not the one asked for.
  std::vector<std::string> concepts;  ///< Labels of what both name, what tells most first.
  std::vector<std::string> words;     ///< That both have, of the one asked for; the same order.
  /// Where it was asked for and both are in one language: the share of words in common, in order;
  /// and from compared_from on, which: `source` are words of this provision only, `quotation` words
  /// of the one asked for. A part of an article is laid against the stretch that is most like it.
  std::optional<double> common;
  std::vector<DiffRun> diff;
};

struct ParallelsAnswer {
  std::string read_as;  ///< The id the citation was read as.
  Hit asked;            ///< The provision, whole; without `id` where no text of it is here.
  std::vector<ParallelProvision> curated;  ///< The concordance, the most alike first.
  std::vector<ParallelProvision> similar;  ///< Others, the most alike first; texts that bind only,
                                           ///< unless the filters name a kind.
  std::vector<std::string> notes;          ///< What a person should know, one sentence each.
};

}  // namespace pinlex
