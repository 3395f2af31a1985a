// SPDX-License-Identifier: GPL-2.0-or-later
// What a run takes in memory does not grow with what it reads, and does not show in the index.
#include "lake_files.hpp"
#include "run_program.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <cstdint>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

using namespace pinlex;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

/// Texts of some 100 KB each, of words that are mostly rare.
void write_statutes(const TemporaryFolder& folder, const std::string& root, int files) {
  std::mt19937 random(7);
  const auto word = [&random] {
    std::string out;
    const auto letters = 3 + random() % 6;
    while (out.size() < letters) out += static_cast<char>('a' + random() % 12);
    return out;
  };
  Strings words;
  while (words.size() < 20'000) words.push_back(word());
  for (int file = 0; file < files; ++file) {
    std::string text = "---\nlanguage: en\n---\n\n";
    for (int number = 1; number <= 100; ++number) {
      std::string sentence;
      while (sentence.size() < 1000) {
        const auto place = random() % 20'000;
        sentence += words[place % (1 + random() % 20'000)] + " ";
      }
      text += article(number, sentence + ".");
    }
    folder.write(root + "/" + std::to_string(file) + ".md", text);
  }
}

IndexRequest request_of(const fs::path& index, const fs::path& root, std::uint64_t memory) {
  IndexRequest request;
  request.index = index;
  request.roots = {root};
  request.jobs = 2;
  request.memory = memory;
  return request;
}

/// The peak of a process that indexes so, bytes.
std::uint64_t peak_of(const IndexRequest& request) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) ::_exit(index(request, lake_catalogue()) ? 0 : 1);
  int status = 0;
  struct rusage usage {};
  REQUIRE(::wait4(child, &status, 0, &usage) == child);
  REQUIRE(status == 0);
  return static_cast<std::uint64_t>(usage.ru_maxrss) << 10;
}

/// All files of the live generation but the one that tells the time, one behind the other.
std::string content(const fs::path& index) {
  std::string out;
  for (const std::string& name : names_below(index / "generations")) {
    const fs::path file = index / "generations" / name;
    if (fs::is_regular_file(file) && file.filename() != "header.json") {
      out += name + "\n" + content_of(file);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("texts that wait on disk make the same index") {
  const TemporaryFolder folder;
  folder.write("texts/lake.md", lake_convention({"Boats moor at dusk.", "Swans go."}));
  folder.write("texts/meer.md", "---\ninstrument: lake-1\nlanguage: nl\n---\n\n" +
                                    article(1, "Boten meren aan.") + article(2, "Zwanen gaan."));
  folder.write("texts/more.md", "---\ninstrument: lake-1\nlanguage: en\n---\n\n" +
                                    article(2, "Swans go.") + article(3, "Ducks stay."));
  write_statutes(folder, "texts", 12);
  REQUIRE(index(request_of(folder / "unbounded", folder / "texts", UINT64_MAX), lake_catalogue()));
  const std::string unbounded = content(folder / "unbounded");
  for (const std::uint64_t memory : {0, 1 << 20, 4 << 20}) {
    const std::string name = "bounded-" + std::to_string(memory);
    REQUIRE(index(request_of(folder / name, folder / "texts", memory), lake_catalogue()));
    CHECK(content(folder / name) == unbounded);
  }
  // All texts are taken from the index and analysed anew.
  IndexRequest again = request_of(folder / "bounded-0", folder / "texts", 0);
  again.rebuild = true;
  const std::string before = words_in(folder / "bounded-0").front();
  REQUIRE(index(again, lake_catalogue()));
  CHECK(words_in(folder / "bounded-0").front() == before);
  CHECK(words_in(folder / "bounded-0") == words_in(folder / "unbounded"));
}

TEST_CASE("a file that there is no memory for is refused by name, the rest is read") {
  const TemporaryFolder folder;
  folder.write("texts/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  folder.write("texts/long.md", note(std::string(3 << 20, 'a')));
  const auto report = index(request_of(folder / "index", folder / "texts", 0), lake_catalogue());
  REQUIRE(report);
  CHECK(refused_in(*report) ==
        Strings{(folder / "texts/long.md").string() +
                ": has 4 MB, more than there is memory to read it; pinlex-index --memory 1G reads "
                "any file"});
  CHECK(report->versions == 1);
}

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // They keep what is freed.
TEST_CASE("the memory of a run is bounded, however much there is to read") {
  const TemporaryFolder folder;
  constexpr std::uint64_t memory = 32 << 20;
  write_statutes(folder, "few", 4);
  write_statutes(folder, "many", 600);
  const std::uint64_t least = peak_of(request_of(folder / "a", folder / "few", memory));
  const std::uint64_t peak = peak_of(request_of(folder / "b", folder / "many", memory));
  INFO("peak " << (peak >> 20) << " MB, of little " << (least >> 20) << " MB");
  CHECK(peak <= least + memory + memory / 5);
}

TEST_CASE("the memory of a long run is bounded", "[long]") {
  if (std::getenv("PINLEX_LONG") == nullptr) return;
  const TemporaryFolder folder;
  write_statutes(folder, "texts", 10'000);
  struct rusage before {}, after {};
  ::getrusage(RUSAGE_CHILDREN, &before);
  REQUIRE(run_in(folder.path(), {PINLEX_INDEX_PROGRAM, "-q", "--memory=256M", "index", "texts"})
              .status == 0);
  ::getrusage(RUSAGE_CHILDREN, &after);
  INFO("peak " << (after.ru_maxrss >> 10) << " MB");
  CHECK(after.ru_maxrss > before.ru_maxrss);
  CHECK(after.ru_maxrss <= 256 * 1024 * 12 / 10);
}
#endif

TEST_CASE("memory is given as a size, and not too little of it") {
  const TemporaryFolder folder;
  folder.write("texts/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  const auto run = [&folder](const std::string& size) {
    return run_in(folder.path(),
                  {PINLEX_INDEX_PROGRAM, "-q", "--memory=" + size, "index", "texts"});
  };
  CHECK(run("256M").status == 0);
  CHECK(run("2G").status == 0);
  for (const char* size : {"much", "512", "512MB", "-1G", "M", "99999999999G"}) {
    const Ran ran = run(size);
    CHECK(ran.status == 2);
    CHECK(ran.err == "pinlex-index: --memory " + std::string(size) +
                         ": is no size\n  hint: give a number with its unit: 512M, 2G\n");
  }
  const Ran little = run("255M");
  CHECK(little.status == 2);
  CHECK(little.err ==
        "pinlex-index: --memory 255M: is too little to index with\n  hint: the least is 256M\n");
}
