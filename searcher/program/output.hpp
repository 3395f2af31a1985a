// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <string_view>

namespace pinlex {

/// Writes to standard output. A reader that has closed it is no error; any other failure is said,
/// and the status of it returned instead of `status`.
int print(std::string_view text, int status);

/// Prints an error as both programs do, and returns its exit status.
int print_error(const Error& error);

}  // namespace pinlex
