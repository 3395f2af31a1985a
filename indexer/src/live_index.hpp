// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "collection.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/index_reader.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

namespace pinlex {

/// The texts of the generation that is live while the next one is built.
class LiveIndex {
 public:
  /// An index without a generation has no texts.
  static Result<LiveIndex> open(const std::filesystem::path& index);

  /// Whether anything is live.
  bool exists() const { return reader_.has_value(); }

  /// The stored parts whose source is wanted, each whole.
  Result<std::vector<Part>> parts(const std::function<bool(const Source&)>& wanted) const;

 private:
  struct Stored {
    std::uint32_t document = 0;
    VersionRecord record;
  };

  LiveIndex() = default;
  Result<void> add_parts(const Stored& version, const std::vector<bool>& wanted,
                         std::vector<Part>& out) const;

  std::optional<IndexReader> reader_;
  std::vector<Stored> versions_;
};

}  // namespace pinlex
