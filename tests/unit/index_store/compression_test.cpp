// SPDX-License-Identifier: GPL-2.0-or-later
#include "compression.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

/// Records that share most of their words, as articles do.
std::vector<std::string> records(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = "Article " + std::to_string(i) + ". ";
    for (std::size_t word = 0; word < 40; ++word) {
      text += "each Party shall adopt rule " + std::to_string(i * 7919 + word * 104729) + "; ";
    }
    out.push_back(text);
  }
  return out;
}

std::string dictionary_for(const std::vector<std::string>& texts) {
  std::uint64_t total = 0;
  for (const std::string& text : texts) total += text.size();
  return train_dictionary(texts, total);
}

}  // namespace

TEST_CASE("records come back, with a dictionary and without") {
  const auto texts = records(100);
  for (const std::string& dictionary : {std::string(), dictionary_for(texts)}) {
    Compressor compressor(dictionary);
    Decompressor decompressor(ready_dictionary(dictionary));
    for (const std::string& text : texts) {
      const auto small = compressor.compress(text);
      REQUIRE(small);
      const auto back = decompressor.decompress(*small);
      REQUIRE(back);
      CHECK(*back == text);
    }
    CHECK(decompressor.decompress(*compressor.compress("")).value().empty());
  }
}

TEST_CASE("a dictionary makes records smaller and has a number") {
  const auto texts = records(100);
  const std::string dictionary = dictionary_for(texts);
  REQUIRE_FALSE(dictionary.empty());
  CHECK(dictionary_id(dictionary) != 0);
  CHECK(dictionary == dictionary_for(texts));
  Compressor with(dictionary);
  Compressor without("");
  std::size_t with_bytes = 0;
  std::size_t without_bytes = 0;
  for (const std::string& text : texts) {
    with_bytes += with.compress(text)->size();
    without_bytes += without.compress(text)->size();
  }
  CHECK(with_bytes < without_bytes);
}

TEST_CASE("too few records make no dictionary") {
  CHECK(train_dictionary(records(19), 1 << 20).empty());
  CHECK(train_dictionary(records(100), 1000).empty());
  CHECK(train_dictionary({}, 1 << 20).empty());
  CHECK(train_dictionary(std::vector<std::string>(1000, ""), 1 << 20).empty());
  // Too little to learn from, whatever is to come.
  CHECK(dictionary_for(std::vector<std::string>(1000, "a")).empty());
  CHECK(dictionary_id("") == 0);
  CHECK(dictionary_id("no dictionary at all") == 0);
}

TEST_CASE("every damaged byte is noticed") {
  const auto texts = records(100);
  const std::string dictionary = dictionary_for(texts);
  Compressor compressor(dictionary);
  Decompressor decompressor(ready_dictionary(dictionary));
  const std::string good = *compressor.compress(texts[3]);
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x10);
    const auto read = decompressor.decompress(bad);
    INFO("byte " << i);
    if (read) {
      CHECK(*read == texts[3]);  // A bit that means nothing.
    } else {
      CHECK(read.error().code == Code::damaged);
    }
  }
  for (std::size_t length = 0; length < good.size(); ++length) {
    CHECK(decompressor.decompress(good.substr(0, length)).error().code == Code::damaged);
  }
}

TEST_CASE("a record of another dictionary is refused") {
  const auto texts = records(100);
  const std::string dictionary = dictionary_for(texts);
  Compressor compressor(dictionary);
  Decompressor none(nullptr);
  CHECK(none.decompress(*compressor.compress(texts[0])).error().code == Code::damaged);
}
