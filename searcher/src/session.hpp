// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/index_reader.hpp>
#include <pinlex/schema/frequent_stems.hpp>
#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/concept_finder.hpp>

#include <xapian.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pinlex {

/// An opened index with the analysers of its languages. For one thread at a time.
class Session {
 public:
  explicit Session(IndexReader reader)
      : reader_(std::move(reader)), frequent_(reader_.header().frequent) {}

  const IndexReader& reader() const { return reader_; }
  const Xapian::Database& database() const { return reader_.database(); }

  /// Made when first asked for: an analyser loads tables.
  Analyser& analyser(const std::string& language);

  /// Which stems side by side have terms.
  const FrequentStems& frequent() const { return frequent_; }

  /// The thesaurus its texts were read with; read when first asked for. A broken one is as none:
  /// `pinlex verify` says what is wrong.
  const CompiledThesaurus& thesaurus();

  /// Finds its concepts in texts of a language.
  ConceptFinder& concepts(const std::string& language);

  /// In how many passages a term stands.
  std::uint32_t frequency(const std::string& term) const;

  /// Lets the analysers forget what has grown too large; no token of theirs is valid after it.
  void rest();

 private:
  IndexReader reader_;
  FrequentStems frequent_;
  std::map<std::string, Analyser> analysers_;
  std::optional<CompiledThesaurus> thesaurus_;
  std::map<std::string, ConceptFinder> concepts_;
};

/// Sessions over one generation of one index. Safe for concurrent use; leases end before it does.
class SessionPool {
 public:
  /// A session that goes back to the pool when it is let go.
  using Lease = std::unique_ptr<Session, std::function<void(Session*)>>;

  explicit SessionPool(IndexReader reader);

  Result<Lease> take();

  /// What the index says of itself; does not change.
  const Header& header() const { return header_; }
  const std::filesystem::path& path() const { return path_; }
  Result<std::uint64_t> live_generation() const;

 private:
  void give_back(Session* session);

  mutable std::mutex mutex_;
  /// All sessions ever made; the first holds the reader that further ones are copied from.
  std::vector<std::unique_ptr<Session>> sessions_;
  std::vector<Session*> idle_;
  Header header_;
  std::filesystem::path path_;
};

}  // namespace pinlex
