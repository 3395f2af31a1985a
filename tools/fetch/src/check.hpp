// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "verdict.hpp"

#include <pinlex/base/result.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace pinlex::fetching {

/// The name under which a file is read that is to be checked: one that says nothing of its text.
inline constexpr std::string_view unnamed = "text";

/// What came, and what it is.
struct Checked {
  Reading reading;
  Verdict verdict;
};

/// Reads the file `unnamed` of a folder of its own as pinlex-index will, and compares it with what
/// was wanted. Parsers run in their cage. Fails where the file is gone, or with Code::internal.
Result<Checked> check(const std::filesystem::path& folder, const Wanted& wanted,
                      const Catalogue& catalogue);

/// The words that the file begins with, whatever its format; none where it cannot be read.
std::string beginning(const std::filesystem::path& folder);

/// Reads that file, knowing nothing of it.
Result<Reading> read(const std::filesystem::path& folder, const Catalogue& catalogue);

}  // namespace pinlex::fetching
