// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "collection.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/header.hpp>
#include <pinlex/index_store/index_writer.hpp>

#include <cstdint>

namespace pinlex {

/// What texts are read with, and on how many threads.
struct EmitterTools {
  const Catalogue& catalogue;
  const CompiledThesaurus& thesaurus;
  std::uint32_t jobs = 1;
};

/// Gives all texts to the writer in canonical order, with their references to each other and to the
/// instruments of the catalogue, and says in the header what they are. The number of threads does
/// not matter to the index.
Result<Header> emit(Collection collection, const EmitterTools& tools, IndexWriter& writer);

}  // namespace pinlex
