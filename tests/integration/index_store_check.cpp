// SPDX-License-Identifier: GPL-2.0-or-later
#include "stored_texts.hpp"
#include "temporary_folder.hpp"

#include <pinlex/base/sha256.hpp>
#include <pinlex/index_store/index_check.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;
namespace fs = std::filesystem;

namespace {

/// A text whose record says what it holds.
LakeText honest_text(std::size_t articles) {
  LakeText text = lake_text(articles);
  Sha256 sum;
  Analyser analyser("en");
  for (const PassageRecord& passage : text.passages) {
    sum.add(passage_document(text.record, passage, analyser).data);
  }
  text.record.sha256 = sum.hex();
  return text;
}

IndexCheck checked(const fs::path& index, std::vector<std::string>* eids = nullptr) {
  const auto reader = IndexReader::open(index);
  REQUIRE(reader);
  const auto found = check_index(*reader, [&](const PassageRecord& record) {
    if (eids != nullptr) eids->push_back(record.passage.eid);
  });
  REQUIRE(found);
  return *found;
}

/// Overwrites bytes of a file where they are.
void spoil(const fs::path& file, std::size_t at, const std::string& bytes) {
  std::string content = content_of(file);
  REQUIRE(content.size() > at + bytes.size());
  std::ofstream(file, std::ios::binary) << content.replace(at, bytes.size(), bytes);
}

}  // namespace

TEST_CASE("an index that is whole has no faults, and all passages are read") {
  const TemporaryFolder folder;
  publish(folder / "index", honest_text(40));
  std::vector<std::string> eids;
  const IndexCheck check = checked(folder / "index", &eids);
  CHECK(check.faults.empty());
  CHECK(check.passages == 40);
  CHECK(check.versions.size() == 1);
  REQUIRE(eids.size() == 40);
  CHECK(eids[1] == "art_2");
  CHECK(eids[39] == "art_40");
}

TEST_CASE("a text that is not what was stored is named") {
  const TemporaryFolder folder;
  LakeText text = honest_text(40);
  SECTION("other words") {
    text.passages[7].passage.eid = "art_8a";
    publish(folder / "index", text);
    const auto faults = checked(folder / "index").faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].place == "lake-1@en");
    CHECK(faults[0].what == "is not the text that was stored: its SHA-256 differs");
  }
  SECTION("a passage less") {
    text.passages.pop_back();
    publish(folder / "index", text);
    const auto faults = checked(folder / "index").faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].what == "has 39 passages, not 40");
  }
  SECTION("of no text here") {
    text.passages[3].version = "lake-9@en";
    publish(folder / "index", text);
    const auto faults = checked(folder / "index").faults;
    REQUIRE(faults.size() == 2);
    CHECK(faults[0].place == "record 5");
    CHECK(faults[0].what == "is of lake-9@en, which is no text here");
  }
}

TEST_CASE("blocks that are spoiled are found in every part of the tables") {
  const TemporaryFolder folder;
  publish(folder / "index", honest_text(4000));
  const fs::path table = folder / "index/generations/000001/shard-0/postlist.glass";
  const std::string whole = content_of(table);
  // Behind its head each block of 8 KB is full of keys and values, but for the last leaf and the
  // branch behind it.
  for (std::size_t block = 1; block + 2 < whole.size() / 8192; block += 3) {
    INFO("block " << block << " of " << whole.size() / 8192);
    spoil(table, block * 8192 + 4096, std::string(512, '\x5A'));
    const auto reader = IndexReader::open(folder / "index");
    if (reader) {
      CHECK_FALSE(check_index(*reader, [](const PassageRecord&) {})->faults.empty());
    } else {
      CHECK(reader.error().code == Code::damaged);
    }
    std::ofstream(table, std::ios::binary) << whole;
  }
  CHECK(checked(folder / "index").faults.empty());
}
