// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <filesystem>

namespace pinlex {

/// The folder with what the programs read at run time (`catalogue/`, `digest.index/`): `override`
/// where it is not empty (the programs give $PINLEX_DATA), else share/pinlex beside the folder of
/// the running program. Fails with Code::usage where that is no folder. Thread-safe.
Result<std::filesystem::path> data_dir(const std::filesystem::path& override = {});

}  // namespace pinlex
