// SPDX-License-Identifier: GPL-2.0-or-later
#include "aside.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace pinlex {
namespace {

[[noreturn]] void fail_with(const std::string& what) {
  throw std::system_error(errno != 0 ? errno : EIO, std::generic_category(), what);
}

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail_with("cannot put texts aside on disk");
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_at(int file, std::uint64_t at, std::uint32_t size) {
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    errno = 0;
    const ssize_t got = ::pread(file, bytes.data() + filled, bytes.size() - filled,
                                static_cast<off_t>(at + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) fail_with("cannot read texts that were put aside");
    filled += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace

Aside::Aside(std::uint64_t memory, Folder folder) : memory_(memory), folder_(std::move(folder)) {}

Aside::~Aside() {
  if (file_ >= 0) ::close(file_);
}

Aside::Aside(Aside&& other) noexcept { *this = std::move(other); }

Aside& Aside::operator=(Aside&& other) noexcept {
  memory_ = other.memory_;
  folder_ = std::move(other.folder_);
  kept_ = std::move(other.kept_);
  in_memory_ = std::exchange(other.in_memory_, 0);
  std::swap(file_, other.file_);
  on_disk_ = other.on_disk_;
  return *this;
}

void Aside::open() {
  if (!folder_) {
    std::FILE* const file = std::tmpfile();
    if (file == nullptr) fail_with("cannot make a temporary file");
    file_ = ::fcntl(::fileno(file), F_DUPFD_CLOEXEC, 0);
    std::fclose(file);
    if (file_ < 0) fail_with("cannot make a temporary file");
    return;
  }
  const std::filesystem::path path = folder_() / "aside";
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file_ < 0 || ::unlink(path.c_str()) != 0) fail_with("cannot make " + path.string());
}

AsidePlace Aside::put(std::string bytes) {
  const auto size = static_cast<std::uint32_t>(bytes.size());
  if (in_memory_ + size <= memory_) {
    in_memory_ += size;
    bytes.shrink_to_fit();
    kept_.push_back(std::move(bytes));
    return {kept_.size() - 1, size, false};
  }
  if (file_ < 0) open();
  write_all(file_, bytes);
  on_disk_ += size;
  return {on_disk_ - size, size, true};
}

std::string Aside::get(const AsidePlace& place, std::uint32_t from, std::uint32_t size) const {
  if (place.on_disk) return read_at(file_, place.at + from, size);
  return kept_[place.at].substr(from, size);
}

std::string Aside::take(const AsidePlace& place) {
  if (place.on_disk) return read_at(file_, place.at, place.size);
  in_memory_ -= place.size;
  return std::exchange(kept_[place.at], {});
}

}  // namespace pinlex
