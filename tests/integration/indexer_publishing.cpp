// SPDX-License-Identifier: GPL-2.0-or-later
#include "lake_files.hpp"

#include <pinlex/index_store/index_writer.hpp>

#include <catch2/catch.hpp>

using namespace pinlex;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

TEST_CASE("texts of a folder are published") {
  const TemporaryFolder folder;
  folder.write("texts/lake.md", lake_convention({"Boats moor at dusk.", "Swans go first."}));
  folder.write("texts/notes/shore.en.md", note("The shore was quiet."));
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  CHECK(report.generation == 1);
  CHECK(report.versions == 2);
  CHECK(report.refused() == 0);
  CHECK(versions_in(folder / "index") == Strings{"lake-1@en", "notes-shore@en"});
  const auto words = words_in(folder / "index");
  REQUIRE(words.size() == report.passages);
  CHECK(words[0] == "art_1: Boats moor at dusk.");
  CHECK(words[1] == "art_2: Swans go first.");

  const auto reader = IndexReader::open(folder / "index");
  const auto version = reader->version_named("lake-1@en");
  REQUIRE(version);
  CHECK(version->version.title == "Convention on the Quiet of Lakes");
  CHECK(version->version.series == "LTS 1");
  CHECK(version->articles == 2);
  REQUIRE(version->sources.size() == 1);
  CHECK(version->sources[0].file == "lake.md");
  CHECK(version->sources[0].root == (folder / "texts").string());
  CHECK(version->sources[0].sha256.size() == 64);
}

TEST_CASE("every stored word can be found again in its file") {
  const TemporaryFolder folder;
  const auto file =
      folder.write("texts/lake.md", lake_convention({"Boats moor\nat *dusk*.", "B."}));
  index_lakes(folder / "index", {folder / "texts"});
  const std::string bytes = content_of(file);
  const auto reader = IndexReader::open(folder / "index");
  for (const auto document : documents_with(*reader, "passage")) {
    const auto stored = reader->passage(document);
    REQUIRE(stored);
    for (const UnitText& text : stored->passage.texts) {
      for (const Segment& segment : text.text.segments) {
        if (segment.text_length != segment.source_length) continue;
        CHECK(bytes.substr(segment.source, segment.source_length) ==
              text.text.text.substr(segment.text, segment.text_length));
      }
    }
  }
}

TEST_CASE("the order of roots and of names on disk does not show") {
  const TemporaryFolder folder;
  folder.write("a/shore.md", note("The shore was quiet."));
  folder.write("b/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  index_lakes(folder / "one", {folder / "a", folder / "b"});
  index_lakes(folder / "two", {folder / "b", folder / "a"});
  index_lakes(folder / "three", {folder / "b"});
  index_lakes(folder / "three", {folder / "a"});
  CHECK(words_in(folder / "one") == words_in(folder / "two"));
  CHECK(words_in(folder / "one") == words_in(folder / "three"));
}

TEST_CASE("a run replaces what came from its root and keeps other roots") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  folder.write("a/old.md", note("Once there was a ferry."));
  folder.write("b/shore.md", note("The shore was quiet."));
  index_lakes(folder / "index", {folder / "a", folder / "b"});
  CHECK(versions_in(folder / "index") == Strings{"lake-1@en", "old@en", "shore@en"});

  folder.write("a/lake.md", lake_convention({"Boats anchor.", "Swans go."}));
  fs::remove(folder / "a/old.md");
  const auto report = index_lakes(folder / "index", {folder / "a/"});
  CHECK(report.generation == 2);
  CHECK(report.versions == 2);
  CHECK(versions_in(folder / "index") == Strings{"lake-1@en", "shore@en"});
  CHECK(words_in(folder / "index")[0] == "art_1: Boats anchor.");
}

TEST_CASE("a text kept from another root is found by its words as before") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  folder.write("b/shore.md", note("The shore was quiet."));
  index_lakes(folder / "index", {folder / "a"});
  index_lakes(folder / "index", {folder / "b"});
  index_lakes(folder / "fresh", {folder / "a", folder / "b"});
  const auto carried = IndexReader::open(folder / "index");
  const auto fresh = IndexReader::open(folder / "fresh");
  for (const char* word : {"boat", "swan", "shore", "quiet"}) {
    INFO(word);
    CHECK(carried->documents(word)->size() == 1);
    CHECK(*carried->documents(word) == *fresh->documents(word));
  }
  CHECK(carried->version_named("lake-1@en")->outline.size() ==
        fresh->version_named("lake-1@en")->outline.size());
}

TEST_CASE("an empty root removes nothing, unless it is to be pruned") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  folder.write("b/shore.md", note("The shore was quiet."));
  const auto index = folder / "index";
  index_lakes(index, {folder / "a", folder / "b"});
  SECTION("nothing is in the folder") { fs::remove(folder / "a/lake.md"); }
  SECTION("what is in it cannot be read") { folder.write("a/lake.md", ""); }
  SECTION("the folder cannot be listed") {
    fs::permissions(folder / "a", fs::perms::none);
    if (fs::directory_iterator(folder / "a", fs::directory_options::skip_permission_denied) !=
        fs::directory_iterator()) {
      WARN("this user may read everything: nothing to see here");
      fs::permissions(folder / "a", fs::perms::all);
      return;
    }
  }
  const auto kept = index_lakes(index, {folder / "a"});
  CHECK(versions_in(index) == Strings{"lake-1@en", "shore@en"});
  CHECK_FALSE(kept.warnings.empty());
  index_lakes(index, {folder / "a"}, true);
  CHECK(versions_in(index) == Strings{"shore@en"});
  fs::permissions(folder / "a", fs::perms::all);
}

TEST_CASE("a root that gave no text is named in a warning") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  index_lakes(folder / "index", {folder / "a"});
  fs::remove(folder / "a/lake.md");
  CHECK(index_lakes(folder / "index", {folder / "a"}).warnings ==
        Strings{(folder / "a").string() + ": gave no text; what came from it before stays"});
}

TEST_CASE("a root that is gone is a usage error, unless it is to be pruned") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  index_lakes(folder / "index", {folder / "a"});
  fs::remove_all(folder / "a");
  IndexRequest request;
  request.index = folder / "index";
  request.roots = {folder / "a"};
  const auto refused = index(request, lake_catalogue());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::usage);
  CHECK(versions_in(folder / "index") == Strings{"lake-1@en"});
  index_lakes(folder / "index", {folder / "a"}, true);
  CHECK(versions_in(folder / "index").empty());
}

TEST_CASE("a dry run touches nothing") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  IndexRequest request;
  request.index = folder / "index";
  request.roots = {folder / "a"};
  request.dry_run = true;
  const auto report = index(request, lake_catalogue());
  REQUIRE(report);
  CHECK(report->generation == 0);
  CHECK(report->versions == 1);
  CHECK(report->passages == 2);
  CHECK_FALSE(fs::exists(folder / "index"));
}

TEST_CASE("nothing to publish publishes nothing") {
  const TemporaryFolder folder;
  folder.write("a/empty.md", "");
  const auto report = index_lakes(folder / "index", {folder / "a"});
  CHECK(report.generation == 0);
  CHECK(report.refused() == 1);
  CHECK_FALSE(IndexReader::open(folder / "index"));
}

TEST_CASE("a writer at work refuses a second one") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  const auto writer = IndexWriter::open(folder / "index");
  IndexRequest request;
  request.index = folder / "index";
  request.roots = {folder / "a"};
  CHECK(index(request, lake_catalogue()).error().code == Code::locked);
}

TEST_CASE("an index inside the root is not a source") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  for (int i = 0; i < 2; ++i) {
    const auto report = index_lakes(folder / "a/index", {folder / "a"});
    CHECK(report.files.size() == 1);
    CHECK(report.refused() == 0);
  }
}

TEST_CASE("progress is told after each file, and each instrument that is written") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  folder.write("a/shore.md", note("The shore was quiet."));
  Strings told;
  IndexRequest request;
  request.index = folder / "index";
  request.roots = {folder / "a"};
  std::uint64_t written = 0;
  request.progress = [&](const IndexProgress& progress) {
    if (progress.step == IndexProgress::Step::writing) {
      CHECK(progress.bytes_done > written);
      CHECK(progress.bytes_done <= progress.bytes);
      written = progress.bytes_done;
      told.push_back(written == progress.bytes ? "written" : "writing");
      return;
    }
    told.push_back(std::to_string(progress.files_done) + "/" + std::to_string(progress.files) +
                   " " + fs::path(progress.file).filename().string());
    const auto size = fs::file_size(folder / "a/lake.md");
    const auto all = size + fs::file_size(folder / "a/shore.md");
    CHECK(progress.bytes == all);
    CHECK(progress.bytes_done == (progress.files_done == 1 ? size : all));
  };
  REQUIRE(index(request, lake_catalogue()));
  CHECK(told == Strings{"1/2 lake.md", "2/2 shore.md", "writing", "written"});
}
