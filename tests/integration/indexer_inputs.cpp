// SPDX-License-Identifier: GPL-2.0-or-later
#include "lake_files.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

using namespace pinlex;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

/// Indexes a folder with one good text and one bad file, and returns why that was refused.
std::string refusal(const TemporaryFolder& folder, const std::string& bad) {
  folder.write("texts/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  CHECK(versions_in(folder / "index") == Strings{"lake-1@en"});
  const auto refused = refused_in(report);
  REQUIRE(refused.size() == 1);
  const std::string place = (folder / "texts").string() + "/" + bad;
  CHECK_THAT(refused[0], Catch::StartsWith(place));
  return refused[0].substr(place.size());
}

}  // namespace

TEST_CASE("one bad file is named with line and reason, and the rest is published") {
  const TemporaryFolder folder;
  SECTION("empty") {
    folder.write("texts/bad.md", "");
    CHECK_THAT(refusal(folder, "bad.md"), Catch::StartsWith(":1: "));
  }
  SECTION("nothing but space") {
    folder.write("texts/bad.md", " \n\n\t\n");
    CHECK_THAT(refusal(folder, "bad.md"), Catch::StartsWith(":1: "));
  }
  SECTION("not UTF-8, in line 3") {
    folder.write("texts/bad.md", "One\n\nd\xE9j\xE0 vu\n");
    const auto reason = refusal(folder, "bad.md");
    CHECK_THAT(reason, Catch::StartsWith(":3: not UTF-8"));
    CHECK_THAT(reason, Catch::Contains("iconv"));
  }
  SECTION("binary, in line 2") {
    folder.write("texts/bad.md", std::string("One\ntwo\0three", 13));
    CHECK_THAT(refusal(folder, "bad.md"), Catch::StartsWith(":2: "));
  }
  SECTION("huge") {
    folder.write("texts/bad.md", "a");
    fs::resize_file(folder / "texts/bad.md", (64ull << 20) + 1);
    CHECK_THAT(refusal(folder, "bad.md"), Catch::Contains("64 MB"));
  }
  SECTION("a link to nothing, as a file that vanished would be") {
    fs::create_directories(folder / "texts");
    fs::create_symlink("nowhere.md", folder / "texts/bad.md");
    CHECK(refusal(folder, "bad.md") == ": is gone, or a link to nothing");
  }
  SECTION("a pipe") {
    fs::create_directories(folder / "texts");
    REQUIRE(::mkfifo((folder / "texts/bad.md").c_str(), 0600) == 0);
    CHECK(refusal(folder, "bad.md") == ": is not a regular file");
  }
  SECTION("unreadable") {
    folder.write("texts/bad.md", note("Nobody may read this."));
    fs::permissions(folder / "texts/bad.md", fs::perms::none);
    if (std::ifstream(folder / "texts/bad.md")) {
      WARN("this user may read everything: nothing to see here");
      return;
    }
    CHECK_THAT(refusal(folder, "bad.md"), Catch::StartsWith(": cannot be opened"));
  }
  SECTION("front matter with an unknown kind") {
    folder.write("texts/bad.md", "---\nkind: poem\n---\n\nThe lake.\n");
    CHECK_THAT(refusal(folder, "bad.md"), Catch::Contains("poem"));
  }
}

TEST_CASE("a table of values is left out by name, and that is no error") {
  const TemporaryFolder folder;
  folder.write("texts/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  std::string table;
  for (int row = 0; row < 20; ++row) table += "boat\tpier\t" + std::to_string(row) + "\n";
  folder.write("texts/piers.tsv", table);
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  CHECK(report.refused() == 0);
  CHECK(versions_in(folder / "index") == Strings{"lake-1@en"});
  REQUIRE(report.files.size() == 2);
  CHECK(report.files[1].left_out == "a table of values, not a text");
}

TEST_CASE("links that lead round in a circle or to the same file are named and harmless") {
  const TemporaryFolder folder;
  folder.write("texts/z-lake.md", lake_convention({"Boats moor.", "Swans go."}));
  fs::create_directory_symlink("../texts", folder / "texts/round");
  fs::create_symlink("z-lake.md", folder / "texts/a-link.md");
  fs::create_hard_link(folder / "texts/z-lake.md", folder / "texts/zz-hard.md");
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  CHECK(report.refused() == 0);
  CHECK(report.versions == 1);
  Strings same;
  for (const auto& file : report.files) {
    if (!file.same_as.empty()) {
      same.push_back(fs::path(file.file).filename().string() + " = " +
                     fs::path(file.same_as).filename().string());
    }
  }
  CHECK(same == Strings{"a-link.md = z-lake.md", "round = texts", "zz-hard.md = z-lake.md"});
}

TEST_CASE("a manifest that is wrong stops the run before anything is changed") {
  const TemporaryFolder folder;
  folder.write("texts/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  index_lakes(folder / "index", {folder / "texts"});
  folder.write("texts/corpus.toml", "[[file]]\npath = \"lake.md\"\nkidn = \"treaty\"\n");
  IndexRequest request;
  request.index = folder / "index";
  request.roots = {folder / "texts"};
  const auto failed = index(request, lake_catalogue());
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == Code::usage);
  CHECK_THAT(failed.error().message, Catch::StartsWith((folder / "texts/corpus.toml").string()));
  CHECK_THAT(failed.error().message, Catch::Contains("kidn"));
  CHECK(IndexReader::open(folder / "index")->header().generation == 1);
}

TEST_CASE("every byte of a file is accounted for") {
  const TemporaryFolder folder;
  const auto file = folder.write("texts/lake.md",
                                 lake_convention({"Boats [moor](https://example.org).", "Swans."}));
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  REQUIRE(report.files.size() == 1);
  const ByteAccount& account = report.files[0].account;
  std::uint64_t all = account.in_provisions + account.unexplained;
  for (const auto& [reason, bytes] : account.removed) all += bytes;
  CHECK(all == fs::file_size(file));
  CHECK(account.unexplained == 0);
}
