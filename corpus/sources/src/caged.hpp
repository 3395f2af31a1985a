// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <functional>
#include <string_view>

namespace pinlex {

/// Reads a file in the cage, by its bytes and its name.
using CagedReader = std::function<Result<Document>(std::string_view bytes, std::string_view name)>;

/// The whole of a program that `Cage` starts: shuts itself in as its arguments say (limits on
/// memory and processor time, no new files, processes or connections), reads the file on standard
/// input and writes the answer to standard output. Returns the exit status.
int read_in_cage(int count, char** arguments, const CagedReader& reader);

}  // namespace pinlex
