// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

namespace pinlex {

/// An open file or folder, closed with its owner; a lock taken on it goes with it.
class Descriptor {
 public:
  Descriptor() = default;
  Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }

  bool open() const { return fd_ >= 0; }
  int get() const { return fd_; }

  /// Takes a lock of the whole file without waiting.
  bool lock_alone() const { return open() && ::flock(fd_, LOCK_EX | LOCK_NB) == 0; }
  bool lock_shared() const { return open() && ::flock(fd_, LOCK_SH | LOCK_NB) == 0; }

 private:
  int fd_ = -1;
};

}  // namespace pinlex
