// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace pinlex {

/// The whole of a regular file, at most `limit` bytes. Errors (Code::inputs_refused) say why:
/// missing, unreadable, not a regular file, too large, or shorter than it was when opened.
Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit);

/// Writes a file beside `path`, syncs it, renames it to `path` and syncs the folder, so that `path`
/// holds either its old or its new content at any instant.
Result<void> replace_file(const std::filesystem::path& path, std::string_view content);

/// Forces a file's or folder's content to the disk.
Result<void> sync_path(const std::filesystem::path& path);

}  // namespace pinlex
