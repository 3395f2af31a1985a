// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/index_reader.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace pinlex {

/// Something in an index that is not what was written.
struct Fault {
  std::string place;  ///< A file or folder of the index, or a text in it: "coe-185@en".
  std::string what;
};

/// What a whole reading of an index found.
struct IndexCheck {
  std::vector<VersionRecord> versions;  ///< Those that can be read.
  std::uint64_t passages = 0;           ///< Likewise.
  std::uint64_t bytes = 0;              ///< Of records, as they are before compression.
  std::vector<Fault> faults;            ///< None where all is well.
};

/// Reads all of an open index: each block of each table, as Xapian checks them, the thesaurus, the
/// notes, and each record, against the SHA-256 of its text. Gives the passages that can be read to
/// `each`, text by text in reading order. Takes about as long as reading the files and
/// decompressing them. Fails only where the index cannot be read at all.
Result<IndexCheck> check_index(const IndexReader& reader,
                               const std::function<void(const PassageRecord&)>& each);

}  // namespace pinlex
