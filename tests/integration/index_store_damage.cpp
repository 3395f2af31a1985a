// SPDX-License-Identifier: GPL-2.0-or-later
#include "stored_texts.hpp"
#include "temporary_folder.hpp"

#include <pinlex/index_store/index_reader.hpp>
#include <pinlex/index_store/index_writer.hpp>
#include <pinlex/schema/fields.hpp>

#include <catch2/catch.hpp>

using namespace pinlex;
namespace fs = std::filesystem;

namespace {

/// An index of one generation, with a dictionary.
struct Index {
  TemporaryFolder folder;
  fs::path path = folder / "index";
  fs::path generation = path / "generations/000001";

  Index() { publish(path, lake_text(400)); }

  void change(const std::string& file, const std::string& from, const std::string& to) const {
    std::string content = content_of(path / file);
    const auto at = content.find(from);
    REQUIRE(at != std::string::npos);
    folder.write("index/" + file, content.replace(at, from.size(), to));
  }

  Error error() const {
    const auto reader = IndexReader::open(path);
    REQUIRE_FALSE(reader);
    CHECK_FALSE(reader.error().hint.empty());
    return reader.error();
  }
};

}  // namespace

TEST_CASE("a place without an index says so, and how to make one") {
  const TemporaryFolder folder;
  const auto nowhere = IndexReader::open(folder / "nowhere");
  REQUIRE_FALSE(nowhere);
  CHECK(nowhere.error().code == Code::no_index);
  CHECK(nowhere.error().message == (folder / "nowhere").string() + ": there is no index here");
  CHECK(nowhere.error().hint ==
        "pinlex-index " + (folder / "nowhere").string() + " PATH... makes one");
  folder.write("letters/mother.txt", "Dear son");
  CHECK(IndexReader::open(folder / "letters").error().message ==
        (folder / "letters").string() + ": this is not an index");
  CHECK(IndexReader::open(folder / "letters/mother.txt").error().code == Code::no_index);
}

TEST_CASE("CURRENT that is lost or broken is damage") {
  Index index;
  SECTION("not a number") {
    index.folder.write("index/CURRENT", "newest\n");
    CHECK(index.error().message == (index.path / "CURRENT").string() + ": names no generation");
  }
  SECTION("cut short") {
    index.folder.write("index/CURRENT", "");
    CHECK(index.error().code == Code::damaged);
  }
  SECTION("names what is not there") {
    index.folder.write("index/CURRENT", "000005\n");
    CHECK(index.error().code == Code::damaged);
    CHECK_THAT(index.error().message, Catch::Contains("000005: is named by CURRENT"));
  }
  SECTION("lost, with generations that were live") {
    publish(index.path, lake_text(3));
    fs::remove(index.path / "CURRENT");
    CHECK(index.error().code == Code::damaged);
    CHECK_THAT(index.error().hint, Catch::Contains("echo 000002 > "));
    const auto writer = IndexWriter::open(index.path);
    REQUIRE_FALSE(writer);
    CHECK(writer.error().code == Code::damaged);
    CHECK(fs::exists(index.path / "generations/000002/header.json"));
  }
}

TEST_CASE("an index of another format is refused before anything else of it is read") {
  Index index;
  index.folder.write("index/generations/000001/header.json",
                     R"({"format": 99, "writer": "pinlex 9"})");
  const Error error = index.error();
  CHECK(error.code == Code::wrong_format);
  CHECK(error.message == index.path.string() +
                             ": has format 99, written by pinlex 9; this program reads format " +
                             std::to_string(index_format));
}

TEST_CASE("an index with words made otherwise is refused, but its records can be had") {
  Index index;
  index.change("generations/000001/header.json", analyser_recipe(), "spelled backwards");
  CHECK(index.error().code == Code::wrong_format);
  CHECK_THAT(index.error().message, Catch::Contains("\"spelled backwards\""));
  const auto reader = IndexReader::open(index.path, RecipeCheck::any);
  REQUIRE(reader);
  CHECK(reader->version_named("lake-1@en"));
  CHECK(reader->copy());
}

TEST_CASE("damage to a generation is found when it is opened") {
  Index index;
  SECTION("no header") {
    fs::remove(index.generation / "header.json");
    CHECK(index.error().code == Code::damaged);
  }
  SECTION("half a header") {
    const std::string json = content_of(index.generation / "header.json");
    index.folder.write("index/generations/000001/header.json", json.substr(0, json.size() / 2));
    CHECK(index.error().message ==
          (index.generation / "header.json").string() + ": is not a JSON object");
  }
  SECTION("the header of another generation") {
    index.change("generations/000001/header.json", "\"generation\": 1", "\"generation\": 3");
    CHECK(index.error().message ==
          (index.generation / "header.json").string() + ": is of generation 3");
  }
  SECTION("no dictionary") {
    fs::remove(index.generation / "dictionary");
    CHECK(index.error().code == Code::damaged);
  }
  SECTION("another dictionary") {
    index.folder.write("index/generations/000001/dictionary", "words");
    CHECK(index.error().message ==
          (index.generation / "dictionary").string() + ": is not the dictionary of this index");
  }
  SECTION("no shard") {
    fs::remove_all(index.generation / "shard-0");
    CHECK(index.error().message == (index.generation / "shard-0").string() + ": is missing");
  }
  SECTION("an empty shard") {
    fs::remove_all(index.generation / "shard-0");
    fs::create_directory(index.generation / "shard-0");
    CHECK(index.error().code == Code::damaged);
  }
  SECTION("fewer records than the header says") {
    index.change("generations/000001/header.json", "\"passages\": 400", "\"passages\": 401");
    CHECK(index.error().message == index.generation.string() + ": holds 401 records, not 402");
  }
}

TEST_CASE("damage inside a shard never reads as a text") {
  const Index index;
  const fs::path table = index.generation / "shard-0/postlist.glass";
  const std::string good = content_of(table);
  REQUIRE(good.size() > 8192);
  const LakeText text = lake_text(400);
  int noticed = 0;
  for (std::size_t at = 100; at < good.size(); at += 1999) {
    std::string bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 0x55);
    index.folder.write("index/generations/000001/shard-0/postlist.glass", bad);
    const auto reader = IndexReader::open(index.path);
    if (!reader) {
      ++noticed;
      continue;
    }
    for (std::uint32_t document = 2; document <= 401; ++document) {
      const auto stored = reader->passage(document);
      if (!stored) {
        ++noticed;
        continue;
      }
      CHECK(stored->passage.texts[0].text == text.passages[document - 2].passage.texts[0].text);
    }
  }
  CHECK(noticed > 0);
}
