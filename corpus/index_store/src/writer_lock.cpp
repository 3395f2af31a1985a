// SPDX-License-Identifier: GPL-2.0-or-later
#include "writer_lock.hpp"

#include <pinlex/base/files.hpp>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace pinlex {
namespace {

std::string host_name() {
  std::array<char, 256> name{};
  return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "unknown";
}

std::string holder_line() {
  return std::string(lock_mark) + std::to_string(::getpid()) + " " + host_name() + "\n";
}

/// "process 1234 on host", from what the holder wrote.
std::string holder_of(const std::filesystem::path& file) {
  const auto content = read_file(file, 4 << 10);
  if (!content || content->substr(0, lock_mark.size()) != lock_mark) return "another process";
  const std::string line =
      content->substr(lock_mark.size(), content->find('\n') - lock_mark.size());
  const auto space = line.find(' ');
  if (space == std::string::npos) return "another process";
  return "process " + line.substr(0, space) + " on " + line.substr(space + 1);
}

Unexpected failed(const std::filesystem::path& file) {
  return fail(Code::internal, file.string() + ": cannot be locked: " + std::strerror(errno));
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::filesystem::path& file) {
  Descriptor held(file, O_RDWR | O_CREAT, 0644);
  if (!held.open()) return failed(file);
  if (!held.lock_alone()) {
    if (errno != EWOULDBLOCK) return failed(file);
    return fail(Code::locked,
                file.parent_path().string() + ": is being written by " + holder_of(file),
                "wait until it is done; the lock goes when that process ends");
  }
  const std::string line = holder_line();
  if (::ftruncate(held.get(), 0) != 0 ||
      ::pwrite(held.get(), line.data(), line.size(), 0) != static_cast<ssize_t>(line.size())) {
    return failed(file);
  }
  return WriterLock(std::move(held));
}

}  // namespace pinlex
