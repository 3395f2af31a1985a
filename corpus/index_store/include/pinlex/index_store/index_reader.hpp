// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/header.hpp>
#include <pinlex/schema/record.hpp>
#include <pinlex/schema/term_pairs.hpp>
#include <pinlex/thesaurus/compiled_thesaurus.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace Xapian {
class Database;
}

namespace pinlex {

/// Whether an index must have been analysed as this program would. `any` is for those who read its
/// records only: its words may be others.
enum class RecipeCheck : std::uint8_t { same, any };

/// One generation of an index, opened read-only; later publications do not touch it. Safe for
/// concurrent use only through separate objects: copy() opens the same generation again.
class IndexReader {
 public:
  /// Opens the live generation. Fails with Code::no_index (nothing there, or no index),
  /// Code::wrong_format (format or recipe differ; the hint says what to do), Code::damaged.
  static Result<IndexReader> open(const std::filesystem::path& index,
                                  RecipeCheck check = RecipeCheck::same);

  IndexReader(IndexReader&&) noexcept;
  IndexReader& operator=(IndexReader&&) noexcept;
  ~IndexReader();

  /// The same generation once more. A writer removes no generation that a reader has open.
  Result<IndexReader> copy() const;

  const Header& header() const;
  const std::filesystem::path& path() const;

  /// The number of the live generation on disk now; differs from header().generation once a newer
  /// one is published.
  Result<std::uint64_t> live_generation() const;

  /// The thesaurus that the documents were made with; empty where there was none. Read anew at each
  /// call.
  Result<CompiledThesaurus> thesaurus() const;

  /// The dictionary of terms that its texts taught; empty where there is none. Read anew at each
  /// call, and not compared with its fingerprint: that is for check_index().
  Result<TermPairs> pairs() const;

  /// What the writer kept by keep_notes(); empty where it kept nothing.
  Result<std::string> notes() const;

  /// All shards as one database. Document ids below are ids in it.
  const Xapian::Database& database() const;

  /// The bytes of a record, as encode() made them.
  Result<std::string> stored(std::uint32_t document) const;

  /// Decoded records. Code::damaged where the bytes are not what the writer wrote.
  Result<PassageRecord> passage(std::uint32_t document) const;
  Result<VersionRecord> version(std::uint32_t document) const;

  /// Documents that hold a term, ascending; at most `limit`.
  Result<std::vector<std::uint32_t>> documents(std::string_view term,
                                               std::size_t limit = 1 << 30) const;

  /// The record of a version by its id ("coe-185@en"), or Code::nothing_found.
  Result<VersionRecord> version_named(std::string_view id) const;

 private:
  struct Impl;
  explicit IndexReader(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
