// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/index_store/index_check.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace pinlex {

/// What is odd about the numbers of one text. Texts are as they are: an act with repealed sections
/// has gaps. A reader of files that lost something has them too.
struct NumberingDoubts {
  std::string version;              ///< "coe-185@en".
  std::vector<std::string> doubts;  ///< "art. 12 follows art. 10", in the order of the text.
};

/// Whether an index is whole.
struct VerifyAnswer {
  std::string index;  ///< Its folder.
  std::uint64_t generation = 0;
  std::string created;         ///< ISO 8601, UTC.
  std::uint64_t versions = 0;  ///< That can be read.
  std::uint64_t passages = 0;  ///< Likewise.
  std::uint64_t bytes = 0;     ///< Of their records, before compression.
  std::vector<Fault> faults;   ///< None where the index is whole.
  std::vector<NumberingDoubts> numbering;  ///< By version; those without doubts are not listed.
};

/// Reads the live generation of an index whole, as check_index() does, and looks at the numbering of
/// each text: gaps, repeats, articles without words, and another number of them than the catalogue
/// knows. `catalogue` is as for Searcher::open(), or empty. The index may have been made by another
/// recipe. Fails as IndexReader::open() where nothing can be read at all.
Result<VerifyAnswer> verify(const std::filesystem::path& index,
                            const std::filesystem::path& catalogue = {});

}  // namespace pinlex
