// SPDX-License-Identifier: GPL-2.0-or-later
// An index survives whatever happens to its writer: at every call that changes the disk the writer
// is killed, or the call fails.
#include "lake_files.hpp"
#include "run_program.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

constexpr int killed = 137;  // As the shell tells it.

/// An index of some texts, and a change to one of them that is not indexed yet.
class Lake {
 public:
  /// `program` and its options come before the index and the texts.
  explicit Lake(Strings program = {PINLEX_INDEX_PROGRAM, "-q"}) : program_(std::move(program)) {
    folder_.write("data/catalogue/lakes.toml",
                  "[[instrument]]\nid = \"lake-1\"\nkind = \"treaty\"\n"
                  "titles.en = \"Convention on the Quiet of Lakes\"\n");
    for (int i = 0; i < 5; ++i) {
      folder_.write("texts/" + std::to_string(i) + ".md", note("Note " + std::to_string(i) + "."));
    }
    folder_.write("texts/lake.md", lake_convention({"Boats moor.", "Swans go."}));
    CHECK(run({}) == 0);
    folder_.write("texts/lake.md", lake_convention({"Boats anchor.", "Swans go."}));
    before_ = words();
    fs::copy(folder_ / "index", folder_ / "kept", fs::copy_options::recursive);
  }

  /// Runs the program, with these settings of the breaking disk; its exit status.
  int run(const Strings& settings) const {
    Strings words{"env", "PINLEX_DATA=" + (folder_ / "data").string()};
    words.push_back("ASAN_OPTIONS=verify_asan_link_order=0");  // What is preloaded comes before it.
    if (!settings.empty()) words.push_back("LD_PRELOAD=" PINLEX_BREAKING_DISK);
    words.insert(words.end(), settings.begin(), settings.end());
    words.insert(words.end(), program_.begin(), program_.end());
    words.insert(words.end(), {"index", "texts"});
    return run_in(folder_.path(), words).status;
  }

  Strings words() const {
    Strings words = words_in(folder_ / "index");
    std::sort(words.begin(), words.end());
    return words;
  }

  /// How many calls a run makes that change the disk.
  int calls() {
    CHECK(run({"BREAK_COUNT=calls"}) == 0);
    after_ = words();
    restore();
    return std::stoi(content_of(folder_ / "calls"));
  }

  /// As it was before the change was indexed.
  void restore() const {
    fs::remove_all(folder_ / "index");
    fs::copy(folder_ / "kept", folder_ / "index", fs::copy_options::recursive);
  }

  bool is_before() const { return words() == before_; }
  bool is_after() const { return words() == after_; }

  /// Files and folders of the index that no whole index has.
  Strings leftovers() const {
    Strings out;
    for (const std::string& name : names_below(folder_ / "index")) {
      const bool unfinished = name.find(".building") != std::string::npos ||
                              name.find(".new") != std::string::npos ||
                              name.find("aside") != std::string::npos;
      if (unfinished) out.push_back(name);
    }
    return out;
  }

 private:
  Strings program_;
  TemporaryFolder folder_;
  Strings before_, after_;
};

/// Kills the writer at each call that changes the disk, in turn.
void kill_at_each_step(Lake& lake) {
  const int calls = lake.calls();
  REQUIRE(calls > 20);
  bool published = false;
  for (int at = 1; at <= calls; ++at) {
    INFO("call " << at << " of " << calls);
    REQUIRE(lake.run({"BREAK_AT=" + std::to_string(at)}) == killed);
    REQUIRE((lake.is_before() || lake.is_after()));
    // Once it is public it stays so, whatever came after.
    REQUIRE((!published || lake.is_after()));
    published = lake.is_after();
    REQUIRE(lake.run({}) == 0);
    REQUIRE(lake.is_after());
    REQUIRE(lake.leftovers().empty());
    lake.restore();
  }
  CHECK(published);
}

/// Has each call that changes the disk fail, in turn.
void fail_at_each_step(Lake& lake) {
  const int calls = lake.calls();
  for (const int error : {ENOSPC, EIO}) {
    for (int at = 1; at <= calls; ++at) {
      INFO("call " << at << " of " << calls << ", error " << error);
      const int status =
          lake.run({"BREAK_AT=" + std::to_string(at), "BREAK_WITH=" + std::to_string(error)});
      REQUIRE((status == 0 || status == 70));
      REQUIRE((lake.is_after() || (status == 70 && lake.is_before())));
      REQUIRE(lake.run({}) == 0);
      REQUIRE(lake.is_after());
      REQUIRE(lake.leftovers().empty());
      lake.restore();
    }
  }
}

}  // namespace

TEST_CASE("a writer killed at any step leaves the old answers or the new, and nothing behind") {
  SECTION("in memory") {
    Lake lake;
    kill_at_each_step(lake);
  }
  SECTION("with texts that wait on disk") {
    Lake lake({PINLEX_INDEX_ON_DISK});
    kill_at_each_step(lake);
  }
}

TEST_CASE(
    "a writer killed at random instants leaves the old answers or the new, and nothing behind") {
  Lake lake;
  const auto start = std::chrono::steady_clock::now();
  lake.calls();
  const std::chrono::duration<double> whole_run = std::chrono::steady_clock::now() - start;
  const int kills = std::getenv("PINLEX_LONG") != nullptr ? 200 : 20;
  std::mt19937 random(2024);
  std::uniform_real_distribution<double> instant(0.001, whole_run.count());
  int faster = 0;  // Runs that ended before the kill do not count, but must not go on for ever.
  for (int i = 0; i < kills;) {
    const std::string seconds = std::to_string(instant(random));
    INFO("killed after " << seconds << " s");
    // In the foreground it waits for the end of what it kills, and with it of the lock.
    const int status =
        lake.run({"timeout", "--foreground", "--preserve-status", "-s", "KILL", seconds});
    REQUIRE((status == 0 || status == killed));
    REQUIRE((lake.is_before() || lake.is_after()));
    if (status == 0) REQUIRE(lake.is_after());
    REQUIRE(lake.run({}) == 0);
    REQUIRE(lake.is_after());
    REQUIRE(lake.leftovers().empty());
    lake.restore();
    if (status == killed) {
      ++i;
    } else {
      REQUIRE(++faster < 10 * kills);
    }
  }
}

TEST_CASE("files past a quota are an error, and the next run has no less") {
  Lake lake;
  lake.calls();
  int refused = 0;
  for (int size = 0, status = 1; status != 0; size += 8192) {
    INFO("files of " << size << " bytes");
    REQUIRE(size < 64 << 20);
    status = lake.run({"prlimit", "--fsize=" + std::to_string(size)});
    REQUIRE((status == 0 || status == 70));
    refused += status != 0;
    REQUIRE((lake.is_after() || (status != 0 && lake.is_before())));
    REQUIRE(lake.run({}) == 0);
    REQUIRE(lake.is_after());
    REQUIRE(lake.leftovers().empty());
    lake.restore();
  }
  CHECK(refused > 1);
}

TEST_CASE("a disk that is full, or fails, at any step harms no answer") {
  SECTION("in memory") {
    Lake lake;
    fail_at_each_step(lake);
  }
  SECTION("with texts that wait on disk") {
    Lake lake({PINLEX_INDEX_ON_DISK});
    fail_at_each_step(lake);
  }
}
