// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a generation says of itself (`header.json`); the reader configures itself from it.
struct Header {
  std::uint32_t format = 0;  ///< pinlex::index_format of the writer.
  std::string recipe;        ///< analyser_recipe() of the writer.
  std::string writer;        ///< "pinlex 0.1.0".
  std::string created;       ///< ISO 8601, UTC.
  std::uint64_t generation = 0;
  std::uint64_t versions = 0;
  std::uint64_t passages = 0;
  std::vector<std::string> languages;  ///< Of its versions, ascending.
  std::vector<std::string> shards;     ///< Folder names, in order.
  std::string frequent;                ///< FrequentStems::str(); empty where no pair has a term.
  std::string thesaurus;               ///< Fingerprint of the one it was read with; may be empty.
  std::string pairs;                   ///< TermPairs::fingerprint(); empty where there are none.
  std::uint32_t dictionary = 0;        ///< Id of the zstd dictionary; 0 where there is none.
};

std::string to_json(const Header& header);
/// Fails with Code::damaged; `file` names the place. Of a header of another format only format and
/// writer are read.
Result<Header> header_from_json(std::string_view json, const std::string& file);

}  // namespace pinlex
