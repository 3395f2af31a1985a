// SPDX-License-Identifier: GPL-2.0-or-later
// Meant for the preset tsan too.
#include "ordered_work.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

using namespace pinlex;

namespace {

std::vector<std::uint64_t> weights(std::size_t count) {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(i * 7919 % 100);
  return out;
}

}  // namespace

TEST_CASE("things come in order, whatever the threads and the room") {
  for (const std::size_t jobs : {1, 2, 5}) {
    for (const std::uint64_t room : {0, 99, 5000}) {
      std::vector<std::string> taken;
      std::atomic<std::uint64_t> under_way = 0, most = 0;
      std::atomic<bool> strangers = false;
      make_in_order<std::string>(
          weights(500), {jobs, room},
          [&](std::size_t worker, std::size_t number) {
            if (worker >= jobs) strangers = true;  // Checks are for one thread.
            const std::uint64_t now = under_way += weights(number + 1).back();
            for (std::uint64_t seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
            }
            return std::to_string(number);
          },
          [&](std::size_t number, std::string made) {
            under_way -= weights(number + 1).back();
            taken.push_back(std::move(made));
            return true;
          });
      REQUIRE(taken.size() == 500);
      CHECK_FALSE(strangers);
      for (std::size_t i = 0; i < taken.size(); ++i) CHECK(taken[i] == std::to_string(i));
      // One thing may exceed the room: the next to be taken, which the others wait for.
      CHECK(most <= room + 99);
    }
  }
}

TEST_CASE("who takes may end the work") {
  for (const std::size_t jobs : {1, 3}) {
    std::atomic<std::size_t> made = 0;
    std::size_t taken = 0;
    make_in_order<int>(
        std::vector<std::uint64_t>(100'000, 1), {jobs, 10},
        [&](std::size_t, std::size_t) { return static_cast<int>(++made); },
        [&](std::size_t, int) { return ++taken < 5; });
    CHECK(taken == 5);
    CHECK(made < 1000);
  }
}

TEST_CASE("what goes wrong on a thread comes out where it was asked for") {
  for (const std::size_t jobs : {1, 3}) {
    std::size_t taken = 0;
    const auto run = [&](bool in_make) {
      make_in_order<int>(
          std::vector<std::uint64_t>(50, 1), {jobs, 10},
          [&](std::size_t, std::size_t number) {
            if (in_make && number == 20) throw std::runtime_error("no more");
            return 1;
          },
          [&](std::size_t number, int) {
            if (!in_make && number == 20) throw std::runtime_error("too much");
            ++taken;
            return true;
          });
    };
    CHECK_THROWS_WITH(run(true), "no more");
    CHECK(taken <= 20);
    taken = 0;
    CHECK_THROWS_WITH(run(false), "too much");
    CHECK(taken == 20);
  }
}

TEST_CASE("nothing to do is done") {
  make_in_order<int>(
      {}, {4, 1}, [](std::size_t, std::size_t) { return 0; },
      [](std::size_t, int) { return false; });
}
