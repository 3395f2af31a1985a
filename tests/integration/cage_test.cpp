// SPDX-License-Identifier: GPL-2.0-or-later
#include "temporary_folder.hpp"

#include <pinlex/sources/cage.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <thread>
#include <vector>

using namespace pinlex;

namespace {

Cage cage(CageLimits limits = {}) { return Cage(PINLEX_MISBEHAVING_READER, limits); }

std::string refusal(const std::string& bytes, CageLimits limits = {}) {
  const auto read = cage(limits).read(bytes, "file");
  if (read) return "read as " + read->format;
  CHECK(read.error().code == Code::inputs_refused);
  return read.error().message;
}

}  // namespace

TEST_CASE("a caged reader hands back its document") {
  const auto read = cage().read("Boats moor.", "file");
  REQUIRE(read);
  CHECK(read->format == "spoken");
  REQUIRE(read->blocks.size() == 1);
  CHECK(read->blocks.front().text() == "Boats moor.");
  CHECK(read->blocks.front().lines.front().source() == SourceRange{0, 11});
}

TEST_CASE("a caged reader learns the name of the file") {
  const auto read = cage().read("name", "a b");
  REQUIRE(read);
  CHECK(read->blocks.front().text() == "a b");
}

TEST_CASE("a caged reader's own refusal comes through") {
  const auto read = cage().read("refuse", "file");
  REQUIRE_FALSE(read);
  CHECK(read.error() == Error{Code::inputs_refused, "4: a page is missing", "look for it"});
}

TEST_CASE("however a caged reader ends, there is a reason") {
  CageLimits quick;
  quick.cpu_seconds = 1;
  CageLimits impatient;
  impatient.wall_seconds = 1;
  CageLimits narrow;
  narrow.answer_bytes = 1 << 20;
  CHECK(refusal("crash") == "1: its reader crashed (signal 11)");
  CHECK(refusal("abort") == "1: its reader crashed (signal 6)");
  CHECK(refusal("exit") == "1: its reader ended with status 7");
  CHECK(refusal("throw") == "1: its reader failed: no such object");
  CHECK(refusal("babble") == "1: its reader gave an answer that makes no sense");
  CHECK(refusal("late") == "1: its reader gave an answer that makes no sense");
  CHECK(refusal("loop", quick) == "1: reading it took more than 1 seconds of processor time");
  CHECK(refusal("wait", impatient) == "1: reading it took more than 1 seconds");
  CHECK(refusal("flood", narrow) == "1: its text is larger than 1 MB");
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("a caged reader's memory is bounded") {
  CHECK(refusal("hog") == "1: reading it needs more than 512 MB of memory");
  CHECK(refusal("sink") == "1: its reader crashed (signal 11)");
}
#endif

#ifdef PINLEX_HAS_SECCOMP
TEST_CASE("a caged reader reaches nothing and changes nothing") {
  for (const auto* act : {"socket", "write", "fork"}) {
    INFO(act);
    const auto read = cage().read(act, "file");
    CHECK((!read || read->format == "not permitted"));
  }
  CHECK(refusal("socket") == "1: its reader was stopped: it tried what no reader may do");
  // Not stopped: libraries of fonts try to write a cache where they are root.
  const auto written = cage().read("write", "file");
  CHECK((written && written->format == "not permitted"));
  CHECK_FALSE(std::filesystem::exists("written"));
}
#endif

TEST_CASE("a cage without its reader says so") {
  const auto read = Cage("/nowhere/pinlex-read").read("x", "file");
  REQUIRE_FALSE(read);
  CHECK(read.error().message ==
        "1: no reader for this format: /nowhere/pinlex-read: No such file or directory");
  CHECK(read.error().hint == "it is part of an installation of pinlex");
}

TEST_CASE("many threads read in cages at once") {
  std::vector<std::thread> threads;
  std::vector<std::string> answers(8);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    threads.emplace_back([&answers, i] {
      for (int turn = 0; turn < 5; ++turn) {
        const std::string said = "text " + std::to_string(i);
        const auto read = cage().read(turn % 2 == 0 ? said : "crash", "file");
        if (turn % 2 == 0) answers[i] = read ? read->blocks.front().text() : "";
        if (turn % 2 == 1 && read) answers[i] = "read a crash";
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < answers.size(); ++i) {
    CHECK(answers[i] == "text " + std::to_string(i));
  }
}
