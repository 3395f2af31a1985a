// SPDX-License-Identifier: GPL-2.0-or-later
#include "lake_files.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using namespace pinlex;
namespace fs = std::filesystem;

namespace {

/// Files of which many say the same, so that their passages rank alike.
void write_texts(const TemporaryFolder& folder) {
  for (int i = 0; i < 60; ++i) {
    const std::string name = std::to_string(i * 37 % 60);
    folder.write("a/note-" + name + ".md", note("The ferry rests at dusk."));
    folder.write("b/other-" + name + ".md", note("Ferry number " + name + " rests at dawn."));
  }
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go.", "Boats moor again."}));
  folder.write("b/broken.md", "");
}

/// The files of a generation by name, but those that tell the time.
std::map<std::string, std::string> content(const fs::path& index) {
  std::map<std::string, std::string> out;
  const fs::path generation = index / "generations/000001";
  for (const std::string& name : names_below(generation)) {
    if (name != "header.json" && fs::is_regular_file(generation / name)) {
      out[name] = content_of(generation / name);
    }
  }
  return out;
}

std::map<std::string, std::string> indexed(const TemporaryFolder& folder, std::uint32_t jobs,
                                           std::vector<fs::path> roots) {
  IndexRequest request;
  request.index = folder / ("index-" + std::to_string(jobs) + roots.front().filename().string());
  request.roots = std::move(roots);
  request.jobs = jobs;
  const auto report = index(request, lake_catalogue());
  REQUIRE(report);
  CHECK(report->refused() == 1);
  CHECK(report->versions == 121);
  return content(request.index);
}

}  // namespace

TEST_CASE("jobs and the order of roots do not show in the bytes") {
  const TemporaryFolder folder;
  write_texts(folder);
  const auto one = indexed(folder, 1, {folder / "a", folder / "b"});
  REQUIRE(one.contains("shard-0/postlist.glass"));
  CHECK(indexed(folder, 2, {folder / "a", folder / "b"}) == one);
  CHECK(indexed(folder, 7, {folder / "b", folder / "a"}) == one);
}

TEST_CASE("shards hold the same texts between them") {
  const TemporaryFolder folder;
  write_texts(folder);
  std::map<std::uint32_t, std::vector<std::string>> words;
  for (const std::uint32_t shards : {1U, 3U, 8U}) {
    IndexRequest request;
    request.index = folder / ("in-" + std::to_string(shards));
    request.roots = {folder / "a", folder / "b"};
    request.shards = shards;
    request.jobs = 2;
    REQUIRE(index(request, lake_catalogue()));
    CHECK(IndexReader::open(request.index)->header().shards.size() == shards);
    words[shards] = words_in(request.index);
    std::sort(words[shards].begin(), words[shards].end());
  }
  CHECK(words[3] == words[1]);
  CHECK(words[8] == words[1]);
}
