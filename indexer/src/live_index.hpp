// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "collection.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/index_reader.hpp>

#include <cstdint>
#include <filesystem>
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

  /// Of the generation; only where one exists.
  const Header& header() const { return reader_->header(); }
  Result<std::string> notes() const { return reader_->notes(); }
  Result<TermPairs> pairs() const { return reader_->pairs(); }

  struct Stored {
    std::uint32_t document = 0;
    VersionRecord record;
  };
  const std::vector<Stored>& versions() const { return versions_; }

  /// A version whole, with the references that were found in it. Not for concurrent use.
  Result<StoredText> text(const Stored& version) const;

  /// Its parts, a file each, without references.
  Result<std::vector<Part>> parts(const Stored& version) const;

 private:
  LiveIndex() = default;

  std::optional<IndexReader> reader_;
  std::vector<Stored> versions_;
};

}  // namespace pinlex
