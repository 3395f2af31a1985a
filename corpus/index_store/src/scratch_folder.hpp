// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "descriptor.hpp"

#include <filesystem>

namespace pinlex {

/// Whether half of the memory set aside for files is free, and enough of it to be of use.
bool room_in_memory();

/// A folder in memory that nobody else can read, held by a lock and removed with its owner.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  /// Empty where it could not be made.
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  Descriptor held_;
};

/// Removes the scratch folders of dead processes of the same user.
void remove_dead_scratch_folders();

}  // namespace pinlex
