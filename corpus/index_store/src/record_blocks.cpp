// SPDX-License-Identifier: GPL-2.0-or-later
#include "record_blocks.hpp"

#include "packing.hpp"

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
  pack_string(records_, record);
  if (records_.size() < record_block_bytes) return std::vector<Value>();
  return finish();
}

Result<std::vector<RecordBlocks::Value>> RecordBlocks::finish() {
  std::vector<Value> values;
  if (documents_.empty()) return values;
  auto block = compressor_.compress(records_);
  if (!block) return passed_on(block);
  for (const std::uint32_t document : documents_) {
    std::string value;
    pack_number(value, document - documents_.front());
    values.emplace_back(document, std::move(value));
  }
  values.front().second += *block;
  records_.clear();
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

Result<std::string_view> record_in(std::string_view records, std::uint32_t place) {
  for (std::uint32_t at = 0;; ++at) {
    std::uint32_t size = 0;
    if (!read_number(records, size) || size > records.size()) return damaged();
    if (at == place) return records.substr(0, size);
    records.remove_prefix(size);
  }
}

}  // namespace pinlex
