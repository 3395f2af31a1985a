// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "compression.hpp"

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// Records are compressed some at a time: alone a short one takes a fifth more room. Their words
/// are compressed apart from the rest, which saves another tenth. The value of the first document of a
/// block is a zero and the block; that of the others is how many documents stand between them and
/// the first one.
inline constexpr std::size_t record_block_bytes = 7 << 10;

/// Gathers records into blocks. Not thread-safe.
class RecordBlocks {
 public:
  /// What a document is to store.
  using Value = std::pair<std::uint32_t, std::string>;

  /// The dictionary is for words; the rest shares too little.
  explicit RecordBlocks(std::string_view dictionary)
      : words_compressor_(dictionary), places_compressor_({}) {}

  /// Adds the record of the document that follows the last one. Returns values, once a block is
  /// full: those of its documents, in order.
  Result<std::vector<Value>> add(std::uint32_t document, std::string_view record);

  /// The values of the last block.
  Result<std::vector<Value>> finish();

 private:
  Compressor words_compressor_, places_compressor_;
  std::string places_, words_;
  std::vector<std::uint32_t> documents_;
};

/// The value of a document says how far before it the first one of its block stands; 0 for that
/// one itself, whose value holds the block behind the number. Fails with Code::damaged.
struct BlockPlace {
  std::uint32_t distance = 0;
  std::string_view block;
};
Result<BlockPlace> block_place(std::string_view value);

/// A block that was decompressed.
struct OpenBlock {
  std::string places;  ///< Of each record the size of both parts, and the first part.
  std::string words;   ///< The second parts.
};
Result<OpenBlock> open_block(std::string_view block, Decompressor& decompressor);

/// The record at a place in a block. Fails with Code::damaged.
Result<std::string> record_in(const OpenBlock& block, std::uint32_t place);

}  // namespace pinlex
