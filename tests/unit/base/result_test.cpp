// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/result.hpp>

#include <catch2/catch.hpp>

#include <memory>
#include <string>

using namespace pinlex;

namespace {

Result<int> half(int number) {
  if (number % 2 != 0) return fail(Code::usage, "an odd number", "give an even one");
  return number / 2;
}

Result<std::string> half_as_text(int number) {
  const auto result = half(number);
  if (!result) return passed_on(result);
  return std::to_string(*result);
}

}  // namespace

TEST_CASE("a result holds either a value or an error") {
  const auto good = half(8);
  REQUIRE(good);
  CHECK(*good == 4);
  const auto bad = half(3);
  REQUIRE_FALSE(bad);
  CHECK(bad.error() == Error{Code::usage, "an odd number", "give an even one"});
}

TEST_CASE("an error is passed on whole to a result of another type") {
  CHECK(half_as_text(10).value() == "5");
  CHECK(half_as_text(5).error() == half(5).error());
}

TEST_CASE("a result without a value succeeds or fails") {
  CHECK(Result<void>());
  const Result<void> failed = fail(Code::locked, "held by another writer");
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == Code::locked);
  CHECK(failed.error().hint.empty());
}

TEST_CASE("a value that cannot be copied is moved out of its result") {
  Result<std::unique_ptr<int>> made = std::make_unique<int>(7);
  const std::unique_ptr<int> taken = *std::move(made);
  CHECK(*taken == 7);
}

TEST_CASE("error codes are the exit statuses of the manual") {
  CHECK(static_cast<int>(Code::nothing_found) == 1);
  CHECK(static_cast<int>(Code::usage) == 2);
  CHECK(static_cast<int>(Code::query) == 3);
  CHECK(static_cast<int>(Code::no_index) == 4);
  CHECK(static_cast<int>(Code::wrong_format) == 5);
  CHECK(static_cast<int>(Code::locked) == 6);
  CHECK(static_cast<int>(Code::damaged) == 7);
  CHECK(static_cast<int>(Code::inputs_refused) == 8);
  CHECK(static_cast<int>(Code::internal) == 70);
}
