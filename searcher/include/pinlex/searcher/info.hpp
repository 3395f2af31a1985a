// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/instrument.hpp>
#include <pinlex/schema/record.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// What is in the index.
struct InfoAnswer {
  struct Index {
    std::string path, recipe, created, writer;
    std::uint64_t generation = 0, passages = 0;
  };
  std::vector<Index> indexes;
  std::vector<VersionRecord> versions;  ///< By id.
  std::vector<Instrument> catalogued;   ///< What the catalogue says of their instruments, by id.
};

/// Leaves what the answer says of one instrument, named by id, title or series number;
/// Code::nothing_found where it has none of it.
Result<void> keep_only(InfoAnswer& answer, const std::string& instrument);

}  // namespace pinlex
