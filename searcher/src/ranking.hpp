// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cmath>
#include <cstdint>

namespace pinlex {

/// Okapi BM25: how fast repetitions of a word stop counting, how much a long passage pays, and the
/// shortest length (as a share of the average) a passage is taken to have.
inline constexpr double bm25_k1 = 0.9;
inline constexpr double bm25_b = 0.4;
inline constexpr double bm25_min_normlen = 0.5;

/// A word in more than this share of the passages cannot bring one in by itself beside rarer words.
inline constexpr double common_share = 0.25;

/// A paragraph of more words than this is narrowed to a point that holds all that was found in it.
inline constexpr std::uint32_t long_paragraph_words = 120;

/// How many matches are counted exactly; past that a total says "at least".
inline constexpr std::uint32_t counted_exactly = 1000;

/// Most words that a wildcard may stand for.
inline constexpr std::uint32_t max_expansion = 1000;

/// How much it tells that a text has a word which `frequency` of all passages have.
inline double rarity(double passages, double frequency) {
  return std::log(1 + (passages - frequency + 0.5) / (frequency + 0.5));
}

/// Scores are compared and shown after rounding, so that the order in which sums were made (by
/// shards, by joined indexes) never decides.
inline double rounded_score(double score) { return std::round(score * 1e6) / 1e6; }

}  // namespace pinlex
