// SPDX-License-Identifier: GPL-2.0-or-later
#include "stored_texts.hpp"
#include "temporary_folder.hpp"

#include <pinlex/index_store/index_reader.hpp>
#include <pinlex/index_store/index_writer.hpp>
#include <pinlex/schema/fields.hpp>

#include <catch2/catch.hpp>

using namespace pinlex;
namespace fs = std::filesystem;

TEST_CASE("what was published is read, record by record") {
  const TemporaryFolder folder;
  const LakeText text = lake_text(400);
  CHECK(publish(folder / "index", text) == 1);

  const auto reader = IndexReader::open(folder / "index");
  REQUIRE(reader);
  CHECK(reader->header().generation == 1);
  CHECK(reader->header().passages == 400);
  CHECK(reader->header().dictionary != 0);
  const auto version = reader->version_named("lake-1@en");
  REQUIRE(version);
  CHECK(version->version.title == "Lake Convention");
  const auto passages = reader->documents(term_of(Field::record, "passage"));
  REQUIRE(passages);
  REQUIRE(passages->size() == 400);
  for (std::size_t i = 0; i < 400; ++i) {
    const auto stored = reader->passage((*passages)[i]);
    REQUIRE(stored);
    CHECK(stored->passage.eid == text.passages[i].passage.eid);
    CHECK(stored->passage.texts[0].text == text.passages[i].passage.texts[0].text);
  }
  CHECK(reader->documents(term_of(Field::record, "passage"), 7)->size() == 7);
  CHECK(reader->documents("no such term")->empty());
}

TEST_CASE("names that are not there are told from damage") {
  const TemporaryFolder folder;
  publish(folder / "index", lake_text(3));
  const auto reader = IndexReader::open(folder / "index");
  REQUIRE(reader);
  CHECK(reader->version_named("lake-2@en").error().code == Code::nothing_found);
  CHECK(reader->passage(999).error().code == Code::damaged);
  const auto version = reader->documents(term_of(Field::record, "version"));
  REQUIRE(version->size() == 1);
  CHECK(reader->passage(version->front()).error().code == Code::damaged);
}

TEST_CASE("documents beyond one part keep their order") {
  const TemporaryFolder folder;
  LakeText text = lake_text(3000);
  for (auto& stored : text.passages) {
    // Past half a megabyte in all, so that there are several parts.
    stored.passage.texts[0].text.append(std::string(400, 'x'), 1000);
  }
  publish(folder / "index", text);
  const auto reader = IndexReader::open(folder / "index");
  REQUIRE(reader);
  const auto passages = reader->documents(term_of(Field::record, "passage"));
  REQUIRE(passages->size() == 3000);
  for (const std::size_t i : {std::size_t{0}, std::size_t{1499}, std::size_t{2999}}) {
    CHECK(reader->passage((*passages)[i])->passage.eid == text.passages[i].passage.eid);
  }
}

TEST_CASE("an empty generation can be published and read") {
  const TemporaryFolder folder;
  auto writer = IndexWriter::open(folder / "index");
  REQUIRE(writer);
  REQUIRE(writer->publish(Header{}));
  const auto reader = IndexReader::open(folder / "index");
  REQUIRE(reader);
  CHECK(reader->documents(term_of(Field::record, "passage"))->empty());
}

TEST_CASE("a reader keeps the generation it opened") {
  const TemporaryFolder folder;
  const auto index = folder / "index";
  publish(index, lake_text(3));
  const auto old = IndexReader::open(index);
  REQUIRE(old);
  for (int i = 0; i < 4; ++i) publish(index, lake_text(5), 1);
  CHECK(old->live_generation().value() == 5);
  CHECK(old->header().generation == 1);
  const auto again = old->copy();
  REQUIRE(again);
  CHECK(again->documents(term_of(Field::record, "passage"))->size() == 3);
  CHECK(IndexReader::open(index)->header().passages == 5);
}

TEST_CASE("old generations go once nobody reads them") {
  const TemporaryFolder folder;
  const auto index = folder / "index";
  {
    publish(index, lake_text(3));
    const auto reader = IndexReader::open(index);
    for (int i = 0; i < 3; ++i) publish(index, lake_text(3), 2);
    CHECK(fs::exists(index / "generations/000001"));
    CHECK_FALSE(fs::exists(index / "generations/000002"));
    CHECK(fs::exists(index / "generations/000003"));
  }
  publish(index, lake_text(3), 2);
  CHECK_FALSE(fs::exists(index / "generations/000001"));
  CHECK_FALSE(fs::exists(index / "generations/000003"));
  CHECK(fs::exists(index / "generations/000004"));
  CHECK(fs::exists(index / "generations/000005"));
}

TEST_CASE("nothing is visible before publishing, and nothing is left of what was not published") {
  const TemporaryFolder folder;
  const auto index = folder / "index";
  {
    auto writer = IndexWriter::open(index);
    REQUIRE(writer);
    add_to(*writer, lake_text(50));
    const auto reader = IndexReader::open(index);
    REQUIRE_FALSE(reader);
    CHECK(reader.error().code == Code::no_index);
    CHECK(reader.error().message == index.string() + ": nothing has been published here yet");
  }
  CHECK(names_below(index) == std::vector<std::string>{"generations", "lock"});
}

TEST_CASE("what a dead writer left is removed") {
  const TemporaryFolder folder;
  const auto index = folder / "index";
  publish(index, lake_text(3));
  folder.write("index/generations/000002.building/shard-0/half", "x");
  folder.write("index/generations/000002/header.json", "{}");
  folder.write("index/generations/000007.building/parts/part-0/half", "x");
  folder.write("index/generations/notes.txt", "not ours");
  CHECK(publish(index, lake_text(4)) == 2);
  CHECK(IndexReader::open(index)->header().passages == 4);
  CHECK_FALSE(fs::exists(index / "generations/000002.building"));
  CHECK_FALSE(fs::exists(index / "generations/000007.building"));
  CHECK(fs::exists(index / "generations/notes.txt"));
}

TEST_CASE("nothing is published twice") {
  const TemporaryFolder folder;
  auto writer = IndexWriter::open(folder / "index");
  REQUIRE(writer->publish(Header{}));
  CHECK(writer->publish(Header{}).error().code == Code::internal);
}
