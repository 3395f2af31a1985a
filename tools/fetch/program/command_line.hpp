// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "download.hpp"
#include "plan.hpp"

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex::fetching {

/// What the command line asks for.
struct FetchCommand {
  std::filesystem::path folder;
  std::filesystem::path from;  ///< Files saved by hand, instead of the network; may be empty.
  Selection selection;
  std::vector<std::filesystem::path> catalogues;  ///< Beside the built-in one.
  Manners manners;
  std::uint64_t rate = 0;      ///< Bytes a second; 0: no limit.
  std::uint32_t timeout = 30;  ///< Seconds.
  std::string contact;         ///< How those who run a server reach the user; may be empty.
  bool list = false;
  bool refresh = false;
  bool quiet = false;
  std::string answer;  ///< Text for --help and --version: print it and end.
};

/// Reads the command line; fails with Code::usage.
Result<FetchCommand> read_fetch_command(int count, const char* const* arguments);

/// Bytes from "500", "500k" or "10M"; fails with Code::usage.
Result<std::uint64_t> read_bytes(std::string_view text);

}  // namespace pinlex::fetching
