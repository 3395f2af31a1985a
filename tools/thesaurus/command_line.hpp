// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/thesaurus/skos.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace pinlex {

enum class ThesaurusCommand : std::uint8_t { check, export_skos, import_skos };

/// What the command line of pinlex-thesaurus asks for.
struct ThesaurusRequest {
  ThesaurusCommand command = ThesaurusCommand::check;
  std::vector<std::filesystem::path> places;
  std::filesystem::path output;  ///< Empty for standard output.
  SkosExport exported;
  SkosImport imported;
  std::string answer;  ///< Text for --help and --version: print it and end.
};

/// Reads the command line; fails with Code::usage.
Result<ThesaurusRequest> read_thesaurus_request(int count, const char* const* arguments);

}  // namespace pinlex
