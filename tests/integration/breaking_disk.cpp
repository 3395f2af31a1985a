// SPDX-License-Identifier: GPL-2.0-or-later
// Preloaded before a program: at the n-th call that changes what is on disk (BREAK_AT=n) the
// program is killed, or the call fails (BREAK_WITH=errno). With BREAK_COUNT=FILE the calls are
// counted into a file when the program ends.
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>

namespace {

std::atomic<long> calls = 0;

long number_in(const char* name) {
  const char* value = ::getenv(name);
  return value == nullptr ? 0 : ::atol(value);
}

/// Counts a call; true where it is to fail.
bool breaks() {
  static const long at = number_in("BREAK_AT");
  static const long with = number_in("BREAK_WITH");
  if (++calls != at) return false;
  if (with == 0) ::kill(::getpid(), SIGKILL);
  errno = static_cast<int>(with);
  return true;
}

template <typename Function>
Function* real(const char* name) {
  return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

__attribute__((destructor)) void tell() {
  const char* file = ::getenv("BREAK_COUNT");
  if (file == nullptr) return;
  const long made = calls;
  if (std::FILE* out = std::fopen(file, "w")) {
    std::fprintf(out, "%ld", made);
    std::fclose(out);
  }
}

}  // namespace

extern "C" {

int rename(const char* from, const char* to) {
  return breaks() ? -1 : real<int(const char*, const char*)>("rename")(from, to);
}

int link(const char* from, const char* to) {
  return breaks() ? -1 : real<int(const char*, const char*)>("link")(from, to);
}

int mkdir(const char* path, mode_t mode) {
  return breaks() ? -1 : real<int(const char*, mode_t)>("mkdir")(path, mode);
}

int unlinkat(int folder, const char* path, int flags) {
  return breaks() ? -1 : real<int(int, const char*, int)>("unlinkat")(folder, path, flags);
}

int fsync(int file) { return breaks() ? -1 : real<int(int)>("fsync")(file); }

ssize_t write(int file, const void* bytes, size_t size) {
  return file > 2 && breaks() ? -1
                              : real<ssize_t(int, const void*, size_t)>("write")(file, bytes, size);
}

ssize_t writev(int file, const struct iovec* parts, int count) {
  return file > 2 && breaks()
             ? -1
             : real<ssize_t(int, const struct iovec*, int)>("writev")(file, parts, count);
}

}  // extern "C"
