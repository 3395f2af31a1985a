// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "measures.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pinlex {

/// What chance alone would make of the difference between two runs.
struct RandomisationTest {
  double p = 1;                    ///< Two-sided.
  std::uint64_t permutations = 1;  ///< Tried; all there are where `exact`.
  bool exact = true;
};

/// Up to so many topics with a difference all permutations are tried; past it, a sample.
inline constexpr std::size_t max_exact = 16;
inline constexpr std::uint64_t sampled_permutations = 100'000;
inline constexpr std::uint64_t permutation_seed = 20240601;

/// A paired randomisation test: how often the sum of the differences is as far from 0 as it is,
/// when each topic's two values change places at random. In a sample the observed one counts as
/// tried. The same differences always give the same p.
RandomisationTest randomisation_test(std::vector<double> differences);

/// One measure of two runs over the same topics.
struct MeasureComparison {
  double a = 0, b = 0;                           ///< Means.
  std::size_t better = 0, worse = 0, equal = 0;  ///< Topics, of B against A.
  RandomisationTest test;
};

/// In the order of `measures`. Both must be scored with the same qrels.
std::array<MeasureComparison, measures.size()> compare(const RunScores& a, const RunScores& b);

}  // namespace pinlex
