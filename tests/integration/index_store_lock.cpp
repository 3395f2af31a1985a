// SPDX-License-Identifier: GPL-2.0-or-later
#include "stored_texts.hpp"
#include "temporary_folder.hpp"

#include <pinlex/index_store/index_reader.hpp>
#include <pinlex/index_store/index_writer.hpp>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

using namespace pinlex;
namespace fs = std::filesystem;

TEST_CASE("a second writer is refused and told by whom") {
  const TemporaryFolder folder;
  const auto index = folder / "index";
  {
    const auto first = IndexWriter::open(index);
    REQUIRE(first);
    const auto second = IndexWriter::open(index);
    REQUIRE_FALSE(second);
    CHECK(second.error().code == Code::locked);
    const std::string holder = "process " + std::to_string(::getpid()) + " on ";
    CHECK_THAT(second.error().message,
               Catch::StartsWith(index.string() + ": is being written by " + holder));
    CHECK_FALSE(second.error().hint.empty());
  }
  CHECK(IndexWriter::open(index));
}

TEST_CASE("readers do not mind a writer") {
  const TemporaryFolder folder;
  publish(folder / "index", lake_text(3));
  const auto writer = IndexWriter::open(folder / "index");
  REQUIRE(writer);
  CHECK(IndexReader::open(folder / "index"));
}

TEST_CASE("a writer that dies lets go, and the last generation stays") {
  const TemporaryFolder folder;
  const auto index = folder / "index";
  publish(index, lake_text(3));
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    auto writer = IndexWriter::open(index);
    Analyser analyser("en");
    const LakeText text = lake_text(50);
    bool fine = writer.has_value();
    for (const auto& passage : text.passages) {
      fine = fine && writer->add(passage_document(text.record, passage, analyser));
    }
    ::_exit(fine ? 0 : 1);  // No destructor runs, as after kill -9.
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(status == 0);
  CHECK(IndexReader::open(index)->header().passages == 3);
  CHECK(publish(index, lake_text(4)) == 2);
}

TEST_CASE("a folder that holds something else stays as it is") {
  const TemporaryFolder folder;
  folder.write("letters/mother.txt", "Dear son");
  folder.write("letters/generations/1.txt", "x");
  const auto before = names_below(folder / "letters");
  const auto writer = IndexWriter::open(folder / "letters");
  REQUIRE_FALSE(writer);
  CHECK(writer.error().code == Code::no_index);
  CHECK(writer.error().message ==
        (folder / "letters").string() + ": holds something that is no index, and stays untouched");
  CHECK(writer.error().hint == "name an empty folder, or one that does not exist yet");
  CHECK(names_below(folder / "letters") == before);
}

TEST_CASE("a file is no place for an index") {
  const TemporaryFolder folder;
  folder.write("mother.txt", "Dear son");
  CHECK(IndexWriter::open(folder / "mother.txt").error().code == Code::no_index);
  CHECK(content_of(folder / "mother.txt") == "Dear son");
}

TEST_CASE("another program's lock file makes no index") {
  const TemporaryFolder folder;
  folder.write("db/lock", "postgres 17\n");
  CHECK(IndexWriter::open(folder / "db").error().code == Code::no_index);
  folder.write("db2/lock", "");
  folder.write("db2/data", "");
  CHECK(IndexWriter::open(folder / "db2").error().code == Code::no_index);
}

TEST_CASE("an index without its lock file, as a package installs it, is still one") {
  const TemporaryFolder folder;
  publish(folder / "index", lake_text(3));
  fs::remove(folder / "index" / "lock");
  CHECK(IndexReader::open(folder / "index"));
  CHECK(publish(folder / "index", lake_text(4)) == 2);
}

TEST_CASE("an empty folder and a lock without a word are taken") {
  const TemporaryFolder folder;
  fs::create_directory(folder / "empty");
  CHECK(publish(folder / "empty", lake_text(1)) == 1);
  folder.write("interrupted/lock", "");
  CHECK(publish(folder / "interrupted", lake_text(1)) == 1);
}
