// SPDX-License-Identifier: GPL-2.0-or-later
#include "record_blocks.hpp"

#include "packing.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using namespace pinlex;

namespace {

/// The record of a document, found as the reader finds it.
std::string found(const std::map<std::uint32_t, std::string>& values, std::uint32_t document) {
  const auto place = block_place(values.at(document));
  REQUIRE(place);
  const auto first = block_place(values.at(document - place->distance));
  REQUIRE(first);
  CHECK(first->distance == 0);
  Decompressor decompressor(nullptr);
  const auto block = open_block(first->block, decompressor);
  REQUIRE(block);
  const auto record = record_in(*block, place->distance);
  REQUIRE(record);
  return std::string(*record);
}

}  // namespace

TEST_CASE("records come back from their blocks") {
  std::vector<std::string> records;
  for (std::size_t i = 0; i < 200; ++i)
    records.emplace_back(i * 7, static_cast<char>('a' + i % 26));
  RecordBlocks blocks{""};
  std::map<std::uint32_t, std::string> values;
  std::size_t full = 0;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto made = blocks.add(static_cast<std::uint32_t>(i + 1), records[i]);
    REQUIRE(made);
    full += made->empty() ? 0 : 1;
    values.insert(made->begin(), made->end());
  }
  CHECK(full > 5);
  const auto rest = blocks.finish();
  REQUIRE(rest);
  values.insert(rest->begin(), rest->end());
  REQUIRE(values.size() == records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    CHECK(found(values, static_cast<std::uint32_t>(i + 1)) == records[i]);
  }
  CHECK(blocks.finish()->empty());
}

TEST_CASE("values and blocks that nobody wrote are damage") {
  for (const std::string& value : {std::string(), std::string("\0", 1), std::string("\x02y", 2),
                                   std::string("\x80", 1), std::string(6, '\xFF')}) {
    const auto place = block_place(value);
    REQUIRE_FALSE(place);
    CHECK(place.error().message == "a block of stored records is not what was written");
  }
  const OpenBlock block{std::string("\x02\x01ok\x01\x02z", 7), "sun"};
  CHECK(record_in(block, 0).value() == "oks");
  CHECK(record_in(block, 1).value() == "zun");
  for (const auto& [broken, place] : std::vector<std::pair<OpenBlock, std::uint32_t>>{
           {block, 2},
           {{block.places.substr(0, 6), block.words}, 1},
           {{block.places, "su"}, 1},
           {{"", ""}, 0},
           {{"\x05\x01"
             "four",
             "sun"},
            0}}) {
    CHECK(record_in(broken, place).error().code == Code::damaged);
  }
  Decompressor decompressor(nullptr);
  for (const std::string& bytes : {std::string(), std::string("\x09short"), std::string(3, '\0')}) {
    CHECK(open_block(bytes, decompressor).error().code == Code::damaged);
  }
}

TEST_CASE("numbers in keys sort as numbers do") {
  std::string before;
  for (const std::uint32_t number : {0U, 1U, 255U, 256U, 0x7FFFU, 0x8000U, 0x3FFFFFU, 0x400000U,
                                     0x1FFFFFFFU, 0x20000000U, 0xFFFFFFFFU}) {
    std::string key;
    pack_sorted(key, number);
    CHECK(key > before);
    before = key;
  }
}
