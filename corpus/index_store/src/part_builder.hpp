// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/schema/index_document.hpp>

#include <cstddef>
#include <filesystem>
#include <memory>

namespace pinlex {

/// Builds a shard as many small databases, because Xapian turns documents into postings several
/// times faster while its maps fit the processor's cache, and merges them in order. The parts lie
/// in memory where there is room, else below the folder that will hold the shard. Not thread-safe.
class PartBuilder {
 public:
  /// `fallback` is made when it is needed.
  explicit PartBuilder(std::filesystem::path fallback);
  ~PartBuilder();
  PartBuilder(PartBuilder&&) noexcept;
  PartBuilder& operator=(PartBuilder&&) noexcept;

  /// `document.data` is stored as it is; `weight` is how much it counts towards a full part, bytes.
  Result<void> add(const IndexDocument& document, std::size_t weight);

  /// Makes the shard, with all documents added, numbered from 1 in order. Nothing can be added
  /// then.
  Result<void> merge_into(const std::filesystem::path& shard);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
