// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/index_reader.hpp>
#include <pinlex/schema/frequent_stems.hpp>
#include <pinlex/schema/term_pairs.hpp>
#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/concept_finder.hpp>

#include <xapian.h>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace pinlex {

/// The thesaurus of an index and its dictionary of terms, read when first asked for. A broken one
/// is as none: `pinlex verify` says what is wrong. Safe for concurrent use.
class SharedTables {
 public:
  const CompiledThesaurus& thesaurus(const IndexReader& reader);
  const TermPairs& pairs(const IndexReader& reader);

 private:
  std::once_flag thesaurus_read_, pairs_read_;
  CompiledThesaurus thesaurus_;
  TermPairs pairs_;
};

/// An opened index with the analysers of its languages. For one thread at a time.
class Session {
 public:
  /// The tables live longer than it.
  Session(IndexReader reader, SharedTables& tables)
      : reader_(std::move(reader)), frequent_(reader_.header().frequent), tables_(tables) {}

  const IndexReader& reader() const { return reader_; }
  const Xapian::Database& database() const { return reader_.database(); }

  /// Made when first asked for: an analyser loads tables.
  Analyser& analyser(const std::string& language);

  /// Which stems side by side have terms.
  const FrequentStems& frequent() const { return frequent_; }

  /// The thesaurus its texts were read with.
  const CompiledThesaurus& thesaurus() { return tables_.thesaurus(reader_); }

  /// Which stems of one language stand for which of another.
  const TermPairs& pairs() { return tables_.pairs(reader_); }

  /// Finds its concepts in texts of a language.
  ConceptFinder& concepts(const std::string& language);

  /// In how many passages a term stands.
  std::uint32_t frequency(const std::string& term) const;

  /// Lets the analysers forget what has grown too large; no token of theirs is valid after it.
  void rest();

  /// Says that an exception has passed through the index: Xapian's tables may be in the middle of a
  /// step, which ends in a crash where memory ran out in it.
  void distrust() { distrusted_ = true; }

  /// Opens the same generation again where it is distrusted.
  Result<void> recover();

 private:
  IndexReader reader_;
  FrequentStems frequent_;
  std::map<std::string, Analyser> analysers_;
  SharedTables& tables_;
  std::map<std::string, ConceptFinder> concepts_;
  bool distrusted_ = false;
};

/// Sessions over one generation of one index, no more than the machine has processors: further
/// ones would only drive each other out of the caches. Safe for concurrent use; leases end before
/// it does. A thread holds one lease of a pool at a time, and takes from several pools in order.
class SessionPool {
 public:
  /// A session that goes back to the pool when it is let go.
  using Lease = std::unique_ptr<Session, std::function<void(Session*)>>;

  explicit SessionPool(IndexReader reader);

  /// Waits until one is free.
  Result<Lease> take();

  /// What the index says of itself; does not change.
  const Header& header() const { return header_; }
  const std::filesystem::path& path() const { return path_; }
  Result<std::uint64_t> live_generation() const;

 private:
  void give_back(Session* session);

  mutable std::mutex mutex_;
  std::deque<std::condition_variable*> line_;  ///< Those who wait, the first in front.
  std::size_t passed_over_ = 0;                ///< Leases given past the first in line.
  std::size_t most_sessions_;
  SharedTables tables_;
  /// All sessions ever made; the first holds the reader that further ones are copied from.
  std::vector<std::unique_ptr<Session>> sessions_;
  std::vector<Session*> idle_;
  Header header_;
  std::filesystem::path path_;
};

}  // namespace pinlex
