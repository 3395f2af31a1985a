// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/files.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace pinlex {
namespace {

/// An open file descriptor, closed with its owner.
class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags, mode_t mode = 0)
      : fd_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  bool open() const { return fd_ >= 0; }
  int get() const { return fd_; }

 private:
  int fd_;
};

std::string reason() { return std::strerror(errno); }

Unexpected refused(const std::filesystem::path& path, const std::string& why) {
  return fail(Code::inputs_refused, path.string() + ": " + why);
}

Unexpected failed(const std::filesystem::path& path, const std::string& what) {
  return fail(Code::internal, what + " " + path.string() + ": " + reason());
}

bool write_all(int fd, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(fd, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t limit) {
  // O_NONBLOCK: a pipe in the folder must not hold up the batch.
  const Descriptor file(path, O_RDONLY | O_NONBLOCK);
  if (!file.open()) return refused(path, "cannot be opened: " + reason());
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return refused(path, reason());
  if (!S_ISREG(status.st_mode)) return refused(path, "is not a regular file");
  const auto size = static_cast<std::uint64_t>(status.st_size);
  if (size > limit) {
    return refused(path, "is larger than " + std::to_string(limit >> 20) + " MB");
  }
  std::string content(size, '\0');
  std::size_t filled = 0;
  while (filled < content.size()) {
    const ssize_t got = ::read(file.get(), content.data() + filled, content.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return refused(path, "cannot be read: " + reason());
    if (got == 0) return refused(path, "became shorter while it was read");
    filled += static_cast<std::size_t>(got);
  }
  return content;
}

Result<void> sync_path(const std::filesystem::path& path) {
  const Descriptor file(path, O_RDONLY);
  if (!file.open() || ::fsync(file.get()) != 0) return failed(path, "cannot sync");
  return {};
}

Result<void> replace_file(const std::filesystem::path& path, std::string_view content) {
  std::filesystem::path beside = path;
  beside += ".new";
  {
    const Descriptor file(beside, O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (!file.open() || !write_all(file.get(), content) || ::fsync(file.get()) != 0) {
      return failed(beside, "cannot write");
    }
  }
  if (::rename(beside.c_str(), path.c_str()) != 0) return failed(path, "cannot rename to");
  const auto folder = path.parent_path();
  return sync_path(folder.empty() ? std::filesystem::path(".") : folder);
}

}  // namespace pinlex
