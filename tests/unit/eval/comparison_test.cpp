// SPDX-License-Identifier: GPL-2.0-or-later
#include "comparison.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

TEST_CASE("few differences are tried in all permutations") {
  struct Case {
    std::vector<double> differences;
    std::uint64_t permutations;
    double p;
  };
  const std::vector<Case> cases{
      {{}, 1, 1},
      {{0, 0, 0}, 1, 1},
      {{0.3}, 2, 1},                        // Either sign is as far from 0.
      {{0.1, 0.1, 0.1}, 8, 2.0 / 8},        // Only all plus and all minus.
      {{0.1, 0, 0.1, 0, 0.1}, 8, 2.0 / 8},  // Topics that are equal change nothing.
      {{0.1, 0.2, 0.3, -0.1}, 16, 6.0 / 16},
      {{-0.1, -0.2, -0.3, 0.1}, 16, 6.0 / 16},
      {std::vector<double>(16, 0.01), 65536, 2.0 / 65536},
  };
  for (const Case& one : cases) {
    CAPTURE(one.differences);
    const auto test = randomisation_test(one.differences);
    CHECK(test.exact);
    CHECK(test.permutations == one.permutations);
    CHECK(test.p == Approx(one.p));
  }
}

TEST_CASE("many differences are sampled, always alike") {
  std::vector<double> mixed;
  for (int i = 0; i < 100; ++i) mixed.push_back(i % 2 == 0 ? 0.1 : -0.1);
  const auto none = randomisation_test(mixed);
  CHECK_FALSE(none.exact);
  CHECK(none.permutations == sampled_permutations);
  CHECK(none.p == 1);  // The sum is 0: nothing is nearer.
  const auto sure = randomisation_test(std::vector<double>(100, 0.1));
  CHECK(sure.p == Approx(1.0 / static_cast<double>(sampled_permutations + 1)));
  std::vector<double> some(100, 0.1);
  for (int i = 0; i < 41; ++i) some[static_cast<std::size_t>(i)] = -0.1;
  // 18 of 100 more one way than the other: 2 P(X >= 59) for 100 coins.
  CHECK(randomisation_test(some).p == Approx(0.0886).margin(0.005));
  CHECK(randomisation_test(some).p == randomisation_test(some).p);
}

TEST_CASE("two runs are compared measure by measure") {
  const Qrels qrels{{"T1", {{"a", 3}}}, {"T2", {{"a", 3}}}, {"T3", {{"a", 3}}}};
  const auto a = score(qrels, {{"T1", {"x", "a"}}, {"T2", {"a"}}, {"T3", {"a"}}}, 2);
  const auto b = score(qrels, {{"T1", {"a"}}, {"T2", {"x", "a"}}, {"T3", {"a"}}}, 2);
  const auto c = score(qrels, {{"T1", {"a"}}, {"T2", {"a"}}, {"T3", {"x", "y", "a"}}}, 2);
  REQUIRE(a);
  REQUIRE(b);
  REQUIRE(c);
  const auto mrr = compare(*a, *b)[1];
  CHECK(mrr.a == Approx(2.5 / 3));
  CHECK(mrr.b == Approx(2.5 / 3));
  CHECK(mrr.better == 1);
  CHECK(mrr.worse == 1);
  CHECK(mrr.equal == 1);
  CHECK(mrr.test.p == 1);
  CHECK(mrr.test.permutations == 4);
  const auto other = compare(*a, *c)[1];
  CHECK(other.better == 1);
  CHECK(other.worse == 1);
  CHECK(other.b - other.a == Approx((0.5 - 2.0 / 3) / 3));
}
