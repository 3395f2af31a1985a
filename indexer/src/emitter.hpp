// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "collection.hpp"
#include "live_index.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/header.hpp>
#include <pinlex/index_store/index_writer.hpp>
#include <pinlex/indexer/indexer.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What texts are read with, and on how many threads.
struct EmitterTools {
  const Catalogue& catalogue;
  const CompiledThesaurus& thesaurus;
  std::uint32_t jobs = 1;
  std::uint32_t shards = 0;  ///< 0: as the size of the texts asks for.
  std::uint64_t memory = 1 << 30;  ///< What the run may take, bytes.
  std::function<void(const IndexProgress&)> progress;  ///< Told after each instrument; may be empty.
  std::set<std::string> no_pairs_from = {};  ///< Instruments that teach no words of other languages.
};

/// What is to be written.
struct EmitterTexts {
  Collection collection;  ///< All texts of instruments that are not as they were.
  const LiveIndex& live;
  std::vector<const LiveIndex::Stored*>
      untouched;                  ///< Versions that stay as the live index has them.
  std::set<std::string> touched;  ///< Instruments in the collection, and those that are gone.
  bool anew = true;               ///< Nothing of the live index stays.
};

/// Which shard holds an instrument. Depends on nothing else, so that a text stays where it is.
std::size_t shard_of(std::string_view instrument, std::size_t shards);

/// Gives all texts to the writer in canonical order, with their references to each other and to the
/// instruments of the catalogue, and says in the header what they are. The number of threads does
/// not matter to the index. Shards that nothing touched are taken over as they are.
Result<Header> emit(EmitterTexts texts, const EmitterTools& tools, IndexWriter& writer);

}  // namespace pinlex
