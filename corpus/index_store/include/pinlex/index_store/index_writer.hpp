// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/header.hpp>
#include <pinlex/schema/index_document.hpp>
#include <pinlex/schema/term_pairs.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pinlex {

/// Builds the next generation of an index beside the live one and publishes it whole:
///
///   INDEX/CURRENT                      names the live generation, replaced by rename
///   INDEX/lock                         held (flock) by the writer, with its pid and host
///   INDEX/generations/000042/          header.json, dictionary, shard-0/, shard-1/ …
///   INDEX/generations/000043.building/ the next one while it is written
///
/// Nothing is visible before publish(); destroying an unpublished writer leaves the index as it
/// was. Not thread-safe.
class IndexWriter {
 public:
  /// Makes the folder where there is none. Fails with Code::locked (naming the holder),
  /// Code::no_index where the folder holds something pinlex did not make, Code::internal where the
  /// system refuses. Leftovers of a dead writer are removed.
  static Result<IndexWriter> open(const std::filesystem::path& index);

  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

  /// What posting lists may take in memory, bytes, before they are put aside on disk; 512 MB unless
  /// told otherwise. The index is the same. To be called before add().
  void limit_memory(std::size_t bytes);

  /// The folder of the generation that is built, made where it is not there yet: for what the caller
  /// puts aside. What is in it when publish() is called is published.
  std::filesystem::path folder();

  /// Learns from records (`data` of documents to come, taken at even distances from all of them)
  /// what compresses well; `total` is the size of all records to come, bytes. To be called before
  /// add(), or not at all: then records are compressed without, which takes an eighth more room.
  Result<void> learn(const std::vector<std::string>& sample, std::uint64_t total);

  /// Takes over the dictionary of the live generation in place of learn().
  Result<void> keep_dictionary();

  /// Keeps what the caller wants to know the next time; IndexReader::notes() gives it.
  void keep_notes(std::string notes);

  /// Keeps the thesaurus that the documents were made with beside them, for who asks.
  void keep_thesaurus(const CompiledThesaurus& thesaurus);

  /// Keeps the dictionary of terms that the texts taught.
  void keep_pairs(TermPairs pairs);

  /// Adds a document. Documents must come in the order of ids they are to have: canonical order.
  Result<void> add(const IndexDocument& document);

  /// Ends the shard; what is added next goes into another. A shard may hold no documents.
  Result<void> end_shard();

  /// Takes over a shard of the live generation, by its place there, as the next one. Its files are
  /// shared by both, or copied where the file system has no links. After keep_dictionary().
  Result<void> keep_shard(std::size_t place);

  /// Ends the last shard where it is not, writes everything out, syncs files and folders, and makes the generation the live one.
  /// `header` says what the caller knows; format, generation, created, writer, thesaurus and shards
  /// are filled in here. Returns the number of the generation. Older generations are removed but
  /// the newest `keep` (the new one among them) and those that a reader has open. Nothing can be
  /// added afterwards.
  Result<std::uint64_t> publish(Header header, std::uint32_t keep = 2);

 private:
  struct Impl;
  explicit IndexWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

/// Makes the generation before the live one the live one again; returns its number. The one that was
/// live goes with the next publication. Fails as IndexWriter::open() does, and with
/// Code::nothing_found where no older one is left.
Result<std::uint64_t> roll_back(const std::filesystem::path& index);

/// Removes all generations but the live one and those that a reader has open, and what dead writers
/// left. Fails as IndexWriter::open() does.
Result<void> prune(const std::filesystem::path& index);

}  // namespace pinlex
