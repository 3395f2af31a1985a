// SPDX-License-Identifier: GPL-2.0-or-later
#include "scratch_folder.hpp"

#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

constexpr const char* memory_folder = "/dev/shm";
constexpr std::string_view prefix = "pinlex-parts.";
/// Left free for others, whatever the size of the whole.
constexpr std::uint64_t spare_memory = 32ull << 20;

/// The process that a scratch folder is named after.
std::optional<pid_t> owner_of(std::string_view name) {
  if (name.substr(0, prefix.size()) != prefix) return std::nullopt;
  name.remove_prefix(prefix.size());
  pid_t owner = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), owner);
  if (error != std::errc() || end == name.data() + name.size() || *end != '.') return std::nullopt;
  return owner > 0 ? std::optional(owner) : std::nullopt;
}

bool is_ours(const fs::path& folder) {
  struct stat status {};
  return ::lstat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode) &&
         status.st_uid == ::geteuid();
}

bool is_dead(pid_t process) { return ::kill(process, 0) != 0 && errno == ESRCH; }

void remove_quietly(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
}

}  // namespace

bool room_in_memory() {
  struct statvfs status {};
  if (::statvfs(memory_folder, &status) != 0) return false;
  const std::uint64_t free = std::uint64_t{status.f_bavail} * status.f_frsize;
  const std::uint64_t whole = std::uint64_t{status.f_blocks} * status.f_frsize;
  return free >= spare_memory && free >= whole / 2;
}

ScratchFolder::ScratchFolder() {
  std::string name = std::string(memory_folder) + "/" + std::string(prefix) +
                     std::to_string(::getpid()) + ".XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) return;
  held_ = Descriptor(name, O_RDONLY | O_DIRECTORY);
  if (held_.lock_alone()) {
    path_ = name;
  } else {
    remove_quietly(name);
  }
}

ScratchFolder::~ScratchFolder() {
  if (!path_.empty()) remove_quietly(path_);
}

void remove_dead_scratch_folders() {
  std::error_code error;
  for (fs::directory_iterator it(memory_folder, error), end; !error && it != end;
       it.increment(error)) {
    const auto owner = owner_of(it->path().filename().string());
    if (!owner || !is_dead(*owner) || !is_ours(it->path())) continue;
    // The number may belong to a living process in another name space: the lock knows.
    const Descriptor folder(it->path(), O_RDONLY | O_DIRECTORY);
    if (folder.lock_alone()) remove_quietly(it->path());
  }
}

}  // namespace pinlex
