// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <filesystem>

namespace pinlex {

/// The folder with what is installed beside this library; where it is linked into a program, beside
/// that.
Result<std::filesystem::path> built_in_data();

}  // namespace pinlex
