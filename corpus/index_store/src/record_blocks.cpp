// SPDX-License-Identifier: GPL-2.0-or-later
#include "record_blocks.hpp"

#include "packing.hpp"

#include <pinlex/schema/record.hpp>

namespace pinlex {
namespace {

Unexpected damaged() {
  return fail(Code::damaged, "a block of stored records is not what was written",
              "index the texts again");
}

/// A number of bytes that may be anything; false where there is none.
bool read_number(std::string_view& bytes, std::uint32_t& value) {
  std::uint64_t read = 0;
  for (unsigned shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    read |= std::uint64_t{byte & 0x7Fu} << shift;
    if (byte >= 0x80) continue;
    value = static_cast<std::uint32_t>(read);
    return read == value;
  }
  return false;
}

}  // namespace

Result<std::vector<RecordBlocks::Value>> RecordBlocks::add(std::uint32_t document,
                                                           std::string_view record) {
  documents_.push_back(document);
  const std::size_t words = words_begin(record);
  pack_number(places_, words);
  pack_number(places_, record.size() - words);
  places_ += record.substr(0, words);
  words_ += record.substr(words);
  if (places_.size() + words_.size() < record_block_bytes) return std::vector<Value>();
  return finish();
}

Result<std::vector<RecordBlocks::Value>> RecordBlocks::finish() {
  std::vector<Value> values;
  if (documents_.empty()) return values;
  const auto places = places_compressor_.compress(places_);
  if (!places) return passed_on(places);
  const auto words = words_compressor_.compress(words_);
  if (!words) return passed_on(words);
  for (const std::uint32_t document : documents_) {
    std::string value;
    pack_number(value, document - documents_.front());
    values.emplace_back(document, std::move(value));
  }
  std::string& block = values.front().second;
  pack_string(block, *places);
  block += *words;
  places_.clear();
  words_.clear();
  documents_.clear();
  return values;
}

Result<BlockPlace> block_place(std::string_view value) {
  BlockPlace place;
  if (!read_number(value, place.distance) || (place.distance == 0) == value.empty()) {
    return damaged();
  }
  place.block = value;
  return place;
}

Result<OpenBlock> open_block(std::string_view block, Decompressor& decompressor) {
  std::uint32_t size = 0;
  if (!read_number(block, size) || size > block.size()) return damaged();
  auto places = decompressor.decompress(block.substr(0, size));
  if (!places) return passed_on(places);
  auto words = decompressor.decompress(block.substr(size));
  if (!words) return passed_on(words);
  return OpenBlock{std::move(*places), std::move(*words)};
}

Result<std::string> record_in(const OpenBlock& block, std::uint32_t place) {
  std::string_view places = block.places;
  std::string_view words = block.words;
  for (std::uint32_t at = 0;; ++at) {
    std::uint32_t size = 0;
    std::uint32_t of_words = 0;
    if (!read_number(places, size) || !read_number(places, of_words) || size > places.size() ||
        of_words > words.size()) {
      return damaged();
    }
    if (at == place) {
      return std::string(places.substr(0, size)).append(words.substr(0, of_words));
    }
    places.remove_prefix(size);
    words.remove_prefix(of_words);
  }
}

}  // namespace pinlex
