// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// Where the parts of an index lie. The writer's header describes the whole.
struct Layout {
  std::filesystem::path index;

  std::filesystem::path current() const { return index / "CURRENT"; }
  std::filesystem::path lock() const { return index / "lock"; }
  std::filesystem::path generations() const { return index / "generations"; }
  std::filesystem::path generation(std::uint64_t number) const;
  std::filesystem::path building(std::uint64_t number) const;
};

/// "000042"; more digits where they are needed.
std::string generation_name(std::uint64_t number);
/// The number of a name that generation_name() makes.
std::optional<std::uint64_t> generation_number(std::string_view name);

/// What a folder is to a writer.
enum class FolderState : std::uint8_t { absent, empty, index, foreign };

/// Looks at names and small files only. Code::internal where the folder cannot be read.
Result<FolderState> folder_state(const Layout& layout);

/// The number of the live generation. Fails with Code::no_index where nothing was published, with
/// Code::damaged where CURRENT is lost or unreadable.
Result<std::uint64_t> read_current(const Layout& layout);

/// The numbers of all finished generations on disk, ascending.
std::vector<std::uint64_t> generations_on_disk(const Layout& layout);

/// Removes what a dead writer left: unfinished generations, and finished ones that never became
/// live. `live` is 0 where there is none. Only to be called under the lock.
void remove_leftovers(const Layout& layout, std::uint64_t live);

/// Removes generations older than the live one but the newest `keep` (the live one among them), and
/// but those that a reader has open.
void remove_old_generations(const Layout& layout, std::uint64_t live, std::uint32_t keep);

/// Forces every file below a folder, and the folders, to the disk.
Result<void> sync_tree(const std::filesystem::path& folder);

}  // namespace pinlex
