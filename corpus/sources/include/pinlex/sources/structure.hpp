// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/catalogue.hpp>
#include <pinlex/model/provision.hpp>
#include <pinlex/sources/document.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// How many bytes of a file (of its text in UTF-8 where that was extracted) went where; the three
/// add up to its size.
struct ByteAccount {
  std::uint64_t in_provisions = 0;
  std::vector<std::pair<Removed, std::uint64_t>> removed;  ///< By reason, none of them 0.
  std::uint64_t unexplained = 0;                           ///< Always 0, or the reader has a fault.
  std::vector<SourceRange> left{};                         ///< Where the unexplained bytes are.
};

/// The texts found in one file.
struct Structured {
  std::vector<Version> versions;
  ByteAccount account;
};

/// Finds the instruments, languages and provisions of a document. `document.metadata` is what was
/// declared of the file, already completed from all places that declare; `slug` names instruments
/// that no catalogue knows; `bytes` is the whole file. Numbers that jump or repeat become
/// doubts of the version. Refuses (Code::inputs_refused) a document without any words.
Result<Structured> find_structure(const Document& document, const Catalogue& catalogue,
                                  const std::string& slug, std::string_view bytes);

}  // namespace pinlex
