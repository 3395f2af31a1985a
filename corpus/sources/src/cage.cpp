// SPDX-License-Identifier: GPL-2.0-or-later
#include "answer.hpp"

#include <pinlex/sources/cage.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int get() const { return number_; }

 private:
  int number_;
};

Unexpected refused(const std::string& why, const std::string& hint = {}) {
  return fail(Code::inputs_refused, "1: " + why, hint);
}

Unexpected no_cage(const std::string& what) {
  return refused("no process for its reader: " + what + ": " + std::strerror(errno));
}

/// The bytes as a file in memory that nobody can change.
Result<Descriptor> sealed(std::string_view bytes) {
  Descriptor file(::memfd_create("source", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (file.get() < 0) return no_cage("memfd_create");
  for (std::string_view rest = bytes; !rest.empty();) {
    const auto written = ::write(file.get(), rest.data(), rest.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return no_cage("write");
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  ::lseek(file.get(), 0, SEEK_SET);
  constexpr int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;
  if (::fcntl(file.get(), F_ADD_SEALS, seals) != 0) return no_cage("fcntl");
  return file;
}

/// A running reader; it does not outlive this object.
class Child {
 public:
  Child(pid_t id, Descriptor answer) : id_(id), answer_(std::move(answer)) {}
  Child(Child&& other) noexcept
      : id_(std::exchange(other.id_, -1)), answer_(std::move(other.answer_)) {}
  ~Child() {
    if (id_ < 0) return;
    ::kill(id_, SIGKILL);
    wait();
  }

  int answer() const { return answer_.get(); }

  /// Its wait status; nothing where it cannot be had.
  std::optional<int> wait() {
    int status = 0;
    pid_t ended = 0;
    do {
      ended = ::waitpid(id_, &status, 0);
    } while (ended < 0 && errno == EINTR);
    const bool known = ended == std::exchange(id_, -1);
    return known ? std::optional(status) : std::nullopt;
  }

 private:
  pid_t id_;
  Descriptor answer_;
};

/// How a process is started: with three descriptors and nothing else of ours.
class Start {
 public:
  Start() {
    ::posix_spawn_file_actions_init(&files_);
    ::posix_spawnattr_init(&attributes_);
    sigset_t none;
    ::sigemptyset(&none);
    sigset_t standard;
    ::sigfillset(&standard);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setsigdefault(&attributes_, &standard);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  }
  Start(const Start&) = delete;
  Start& operator=(const Start&) = delete;
  ~Start() {
    ::posix_spawn_file_actions_destroy(&files_);
    ::posix_spawnattr_destroy(&attributes_);
  }

  Result<pid_t> run(const fs::path& program, std::vector<std::string> words, int in, int out) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    std::array<char*, 1> environment{nullptr};
    ::posix_spawn_file_actions_adddup2(&files_, in, STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&files_, out, STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&files_, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    ::posix_spawn_file_actions_addclosefrom_np(&files_, STDERR_FILENO + 1);
    pid_t id = -1;
    errno = ::posix_spawn(&id, program.c_str(), &files_, &attributes_, arguments.data(),
                          environment.data());
    if (errno == 0) return id;
    return refused("no reader for this format: " + program.string() + ": " + std::strerror(errno),
                   "it is part of an installation of pinlex");
  }

 private:
  posix_spawn_file_actions_t files_{};
  posix_spawnattr_t attributes_{};
};

Result<Child> start(const fs::path& program, const CageLimits& limits, std::string_view bytes,
                    std::string_view name) {
  const auto source = sealed(bytes);
  if (!source) return passed_on(source);
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return no_cage("pipe2");
  Descriptor answer(ends[0]);
  const Descriptor into(ends[1]);
  const auto id = Start().run(program,
                              {program.string(), std::to_string(limits.memory),
                               std::to_string(limits.cpu_seconds), std::string(name)},
                              source->get(), into.get());
  if (!id) return passed_on(id);
  return Child(*id, std::move(answer));
}

/// All that the reader writes until it closes its end, within the limits.
Result<std::string> listen(const Child& child, const CageLimits& limits) {
  const auto deadline = Clock::now() + std::chrono::seconds(limits.wall_seconds);
  std::string answer;
  std::vector<char> part(64 << 10);
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd ready{child.answer(), POLLIN, 0};
    const int found = left > 0 ? ::poll(&ready, 1, static_cast<int>(left)) : 0;
    if (found == 0) {
      return refused("reading it took more than " + std::to_string(limits.wall_seconds) +
                     " seconds");
    }
    const auto got = found < 0 ? -1 : ::read(child.answer(), part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return no_cage("read");
    if (got == 0) return answer;
    if (answer.size() + static_cast<std::size_t>(got) > limits.answer_bytes) {
      return refused("its text is larger than " + std::to_string(limits.answer_bytes >> 20) +
                     " MB");
    }
    answer.append(part.data(), static_cast<std::size_t>(got));
  }
}

/// Why a reader that did not end well gave no answer.
Unexpected ended_badly(int status, const CageLimits& limits) {
  static const std::string attack = "the file may be made to attack its reader";
  if (!WIFSIGNALED(status)) {
    return refused("its reader ended with status " + std::to_string(WEXITSTATUS(status)));
  }
  switch (WTERMSIG(status)) {
    case SIGXCPU:
      return refused("reading it took more than " + std::to_string(limits.cpu_seconds) +
                     " seconds of processor time");
    case SIGSYS:
      return refused("its reader was stopped: it tried what no reader may do", attack);
    case SIGKILL:
      return refused("its reader was killed");
    case SIGXFSZ:
      return refused("its reader was stopped: it tried to write a file", attack);
    default:
      return refused("its reader crashed (signal " + std::to_string(WTERMSIG(status)) + ")");
  }
}

/// The reader that belongs to the running program: bin/ and libexec/ lie beside each other.
fs::path own_reader() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return program.parent_path().parent_path() / "libexec" / "pinlex" / "pinlex-read";
}

}  // namespace

Cage::Cage(fs::path program, CageLimits limits)
    : program_(program.empty() ? own_reader() : std::move(program)), limits_(limits) {}

Result<Document> Cage::read(std::string_view bytes, std::string_view name) const {
  auto child = start(program_, limits_, bytes, name);
  if (!child) return passed_on(child);
  const auto answer = listen(*child, limits_);
  if (!answer) return passed_on(answer);
  const auto status = child->wait();
  if (!status || *status != 0) return ended_badly(status.value_or(SIGKILL), limits_);
  return decode_answer(*answer, bytes.size());
}

}  // namespace pinlex
