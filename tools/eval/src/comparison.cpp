// SPDX-License-Identifier: GPL-2.0-or-later
#include "comparison.hpp"

#include <cmath>
#include <random>

namespace pinlex {
namespace {

/// Sums of the same numbers in another order, or of equal scores that were summed up otherwise,
/// differ by less.
constexpr double tolerance = 1e-10;

/// The sum with the signs of those turned whose bit is set.
double signed_sum(const std::vector<double>& numbers, std::size_t begin, std::size_t end,
                  std::uint64_t turned) {
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i, turned >>= 1) {
    sum += (turned & 1) != 0 ? -numbers[i] : numbers[i];
  }
  return sum;
}

}  // namespace

RandomisationTest randomisation_test(std::vector<double> differences) {
  // A topic without a difference adds nothing whichever way it is turned.
  std::erase_if(differences, [](double one) { return std::abs(one) < tolerance; });
  const std::size_t count = differences.size();
  const double observed = std::abs(signed_sum(differences, 0, count, 0)) - tolerance;
  RandomisationTest test;
  std::uint64_t as_far = 0;
  if (count <= max_exact) {
    test.permutations = std::uint64_t{1} << count;
    for (std::uint64_t turned = 0; turned < test.permutations; ++turned) {
      if (std::abs(signed_sum(differences, 0, count, turned)) >= observed) ++as_far;
    }
    test.p = static_cast<double>(as_far) / static_cast<double>(test.permutations);
    return test;
  }
  test.exact = false;
  test.permutations = sampled_permutations;
  std::mt19937_64 random(permutation_seed);
  for (std::uint64_t i = 0; i < sampled_permutations; ++i) {
    double sum = 0;
    for (std::size_t begin = 0; begin < count; begin += 64) {
      sum += signed_sum(differences, begin, std::min(begin + 64, count), random());
    }
    if (std::abs(sum) >= observed) ++as_far;
  }
  test.p = static_cast<double>(as_far + 1) / static_cast<double>(sampled_permutations + 1);
  return test;
}

std::array<MeasureComparison, measures.size()> compare(const RunScores& a, const RunScores& b) {
  std::array<MeasureComparison, measures.size()> out;
  for (std::size_t m = 0; m < measures.size(); ++m) {
    MeasureComparison& one = out[m];
    one.a = a.mean[m];
    one.b = b.mean[m];
    std::vector<double> differences;
    for (std::size_t i = 0; i < a.topics.size(); ++i) {
      differences.push_back(b.topics[i].scores[m] - a.topics[i].scores[m]);
      if (std::abs(differences.back()) < tolerance) {
        ++one.equal;
      } else {
        ++(differences.back() > 0 ? one.better : one.worse);
      }
    }
    one.test = randomisation_test(std::move(differences));
  }
  return out;
}

}  // namespace pinlex
