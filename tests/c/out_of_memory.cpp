// SPDX-License-Identifier: GPL-2.0-or-later
// The C interface where memory runs out, at each allocation of each call.
#include "searcher_index.hpp"

#include <catch2/catch.hpp>
#include <pinlex.h>

#include <cstdint>
#include <cstdlib>
#include <functional>
#include <new>
#include <string>

namespace {

bool failing = false;
std::size_t smallest = 0;                         ///< Bytes; what is smaller is always there.
std::int64_t allocations = 0, first_failure = 0;  ///< From the first failure on all fail.

}  // namespace

void* operator new(std::size_t size) {
  if (failing && size >= smallest && allocations++ >= first_failure) throw std::bad_alloc();
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

/// Runs a call again and again, with all allocations of at least so many bytes failing from its
/// first on, then from its second, until it succeeds. Returns how often it failed.
std::int64_t failures_of(std::size_t bytes, const std::function<bool(pinlex_error**)>& call) {
  smallest = bytes;
  for (first_failure = 0;; ++first_failure) {
    pinlex_error* error = nullptr;
    allocations = 0;
    failing = true;
    const bool done = call(&error);
    failing = false;
    if (done) {
      REQUIRE(error == nullptr);
      return first_failure;
    }
    REQUIRE(pinlex_error_code(error) == PINLEX_NO_MEMORY);
    REQUIRE(std::string(pinlex_error_message(error).data) == "out of memory");
    REQUIRE(pinlex_error_hint(error).size == 0);
    pinlex_error_free(error);
  }
}

}  // namespace

TEST_CASE("a call that runs out of memory says so, and the next one works") {
  const FixtureIndex index;
  const std::string path = index.path().string();
  const char* paths[] = {path.c_str()};
  const pinlex_option options[] = {{"limit", "2"}, {"lang", "en"}, {nullptr, nullptr}};
  const std::string query = "\"light signals\" OR art. 3 lighthouses";

  pinlex_searcher* searcher = nullptr;
  // The library that reads JSON ends the process where its destructors find no memory at all.
  CHECK(failures_of(512, [&](pinlex_error** error) {
          searcher = pinlex_open(paths, 1, "", error);
          return searcher != nullptr;
        }) > 0);
  CHECK(failures_of(0, [&](pinlex_error** error) {
          pinlex_answer* answer =
              pinlex_search(searcher, query.data(), query.size(), options, error);
          if (answer == nullptr) return false;
          REQUIRE(pinlex_answer_hits(answer) == 2);
          pinlex_answer_free(answer);
          return true;
        }) > 100);
  CHECK(failures_of(0, [&](pinlex_error** error) { return pinlex_newer(searcher, error) == 0; }) >
        0);
  pinlex_close(searcher);
}
