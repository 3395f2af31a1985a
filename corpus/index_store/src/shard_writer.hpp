// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "glass_table.hpp"
#include "posting_lists.hpp"

#include <pinlex/schema/index_document.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace pinlex {

/// Writes a shard as Xapian reads it: a glass database of posting lists and values, without term
/// lists and positions. The bytes depend on the documents alone. Throws std::system_error where
/// the disk refuses. Not thread-safe.
class ShardWriter {
 public:
  /// Makes `folder`. `memory`: bytes for posting lists, beyond which they are put aside in it.
  ShardWriter(const std::filesystem::path& folder, std::size_t memory);

  /// Takes terms and values of a document, not its data, and gives it the next id, from 1.
  std::uint32_t add(const IndexDocument& document);

  /// A value of a document already added. Within a slot documents ascend.
  void add_value(std::uint32_t document, std::uint32_t slot, std::string_view value);

  /// Writes all out.
  void finish();

 private:
  /// The values of one slot. Those of the first slot are written while they come.
  struct Values {
    std::uint32_t slot = 0;
    std::uint32_t first = 0, last = 0;  ///< Of the open chunk.
    std::string chunk;
    std::vector<GlassTable::Entry> chunks;  ///< Full ones that wait.
    std::uint32_t count = 0;
    std::string least, greatest;
  };

  void end_chunk(Values& values);
  void write_lists();
  GlassTable::Entry bounds_of(const Values& values) const;
  void write_version(const GlassRoot& root) const;

  std::filesystem::path folder_;
  GlassTable table_;
  PostingLists postings_;
  std::map<std::uint32_t, Values> values_;
  PostingRun lengths_;
  std::uint32_t documents_ = 0;
  std::uint32_t shortest_ = 0, longest_ = 0;  ///< Words in a document that has any.
  std::uint32_t most_frequent_ = 0;           ///< The greatest frequency of a term in one.
};

}  // namespace pinlex
