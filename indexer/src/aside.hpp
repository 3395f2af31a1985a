// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// Where bytes are that were put aside.
struct AsidePlace {
  std::uint64_t at = 0;
  std::uint32_t size = 0;
  bool on_disk = false;
};

/// What a run has made and needs later: in memory as long as there is room, beyond it in a file. The
/// file has no name, so that whatever ends the run removes it. Throws std::system_error where the
/// disk refuses. Not thread-safe.
class Aside {
 public:
  using Folder = std::function<std::filesystem::path()>;

  /// `memory`: bytes to keep in memory. `folder` is asked for a folder to make the file in when it
  /// is needed; without one it lies where temporary files do.
  explicit Aside(std::uint64_t memory = std::numeric_limits<std::uint64_t>::max(),
                 Folder folder = {});
  ~Aside();
  Aside(Aside&& other) noexcept;
  Aside& operator=(Aside&& other) noexcept;

  AsidePlace put(std::string bytes);

  /// Part of what was put there.
  std::string get(const AsidePlace& place, std::uint32_t from, std::uint32_t size) const;

  /// All of it, which is then no longer kept in memory.
  std::string take(const AsidePlace& place);

 private:
  void open();

  std::uint64_t memory_;
  Folder folder_;
  std::vector<std::string> kept_;
  std::uint64_t in_memory_ = 0;
  int file_ = -1;
  std::uint64_t on_disk_ = 0;
};

}  // namespace pinlex
