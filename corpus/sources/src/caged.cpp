// SPDX-License-Identifier: GPL-2.0-or-later
#include "caged.hpp"

#include "answer.hpp"

#include <pinlex/base/lines.hpp>

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef PINLEX_HAS_SECCOMP
#include <seccomp.h>
#endif

#include <cerrno>
#include <charconv>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>

namespace pinlex {
namespace {

constexpr int wrong_start = 2;
constexpr int no_cage = 3;
constexpr int no_reader = 4;

bool limit(int what, rlim_t soft, rlim_t hard) {
  const rlimit value{soft, hard};
  return ::setrlimit(static_cast<__rlimit_resource>(what), &value) == 0;
}

bool limit_use(rlim_t memory, rlim_t cpu_seconds) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  memory = RLIM_INFINITY;  // Sanitizers reserve terabytes of addresses.
#endif
  // A second later the signal is one that cannot be caught.
  return limit(RLIMIT_AS, memory, memory) && limit(RLIMIT_CPU, cpu_seconds, cpu_seconds + 1) &&
         limit(RLIMIT_FSIZE, 0, 0) && limit(RLIMIT_CORE, 0, 0) && limit(RLIMIT_NOFILE, 16, 16) &&
         ::prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

#ifdef PINLEX_HAS_SECCOMP
class Filter {
 public:
  Filter() : filter_(::seccomp_init(SCMP_ACT_ERRNO(EPERM))) {}
  Filter(const Filter&) = delete;
  Filter& operator=(const Filter&) = delete;
  ~Filter() { ::seccomp_release(filter_); }

  void allow(std::initializer_list<int> calls) {
    for (const int call : calls) good_ = good_ && ok(call, SCMP_ACT_ALLOW, {});
  }
  void kill(std::initializer_list<int> calls) {
    for (const int call : calls) good_ = good_ && ok(call, SCMP_ACT_KILL_PROCESS, {});
  }
  /// Opening is for reading alone: fonts and maps of characters are files. To write fails as it
  /// does for a user without the right to: libraries of fonts try to freshen their cache.
  void open_to_read(int call, unsigned flags_at) {
    constexpr scmp_datum_t writes = O_ACCMODE | O_CREAT | O_TRUNC;
    good_ =
        good_ && ok(call, SCMP_ACT_ALLOW, {SCMP_CMP64(flags_at, SCMP_CMP_MASKED_EQ, writes, 0)});
  }
  /// Memory is never code.
  void without_execution(int call) {
    good_ = good_ && ok(call, SCMP_ACT_ALLOW, {SCMP_CMP64(2, SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)});
  }
  bool load() { return good_ && ::seccomp_load(filter_) == 0; }

 private:
  bool ok(int call, std::uint32_t action, std::initializer_list<scmp_arg_cmp> conditions) {
    const int done = ::seccomp_rule_add_array(
        filter_, action, call, static_cast<unsigned>(conditions.size()), conditions.begin());
    return done == 0 || done == -EDOM;  // A call that this machine does not have.
  }

  scmp_filter_ctx filter_;
  bool good_ = true;
};

/// What is harmless and not listed fails with EPERM, so that a library which merely asks lives on.
/// Where the system has no filters, the limits above stand alone.
void filter_calls() {
  Filter filter;
  filter.allow({SCMP_SYS(read),          SCMP_SYS(pread64),
                SCMP_SYS(readv),         SCMP_SYS(write),
                SCMP_SYS(writev),        SCMP_SYS(close),
                SCMP_SYS(lseek),         SCMP_SYS(_llseek),
                SCMP_SYS(fstat),         SCMP_SYS(fstat64),
                SCMP_SYS(stat),          SCMP_SYS(lstat),
                SCMP_SYS(newfstatat),    SCMP_SYS(fstatat64),
                SCMP_SYS(statx),         SCMP_SYS(statfs),
                SCMP_SYS(fstatfs),       SCMP_SYS(access),
                SCMP_SYS(faccessat),     SCMP_SYS(faccessat2),
                SCMP_SYS(readlink),      SCMP_SYS(readlinkat),
                SCMP_SYS(getdents64),    SCMP_SYS(getcwd),
                SCMP_SYS(brk),           SCMP_SYS(munmap),
                SCMP_SYS(mremap),        SCMP_SYS(madvise),
                SCMP_SYS(futex),         SCMP_SYS(sched_yield),
                SCMP_SYS(getrandom),     SCMP_SYS(getpid),
                SCMP_SYS(gettid),        SCMP_SYS(tgkill),
                SCMP_SYS(rt_sigaction),  SCMP_SYS(rt_sigprocmask),
                SCMP_SYS(rt_sigreturn),  SCMP_SYS(sigaltstack),
                SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres),
                SCMP_SYS(gettimeofday),  SCMP_SYS(time),
                SCMP_SYS(uname),         SCMP_SYS(sysinfo),
                SCMP_SYS(getrlimit),     SCMP_SYS(getrusage),
                SCMP_SYS(times),         SCMP_SYS(exit),
                SCMP_SYS(exit_group),    SCMP_SYS(restart_syscall),
                SCMP_SYS(rseq),          SCMP_SYS(membarrier)});
#ifdef __SANITIZE_ADDRESS__
  filter.allow({SCMP_SYS(pipe2)});  // The sanitizer tries an address by writing it to a pipe.
#endif
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mmap2), SCMP_SYS(mprotect)}) {
    filter.without_execution(call);
  }
  filter.open_to_read(SCMP_SYS(open), 1);
  filter.open_to_read(SCMP_SYS(openat), 2);
  filter.kill(
      {SCMP_SYS(socket),  SCMP_SYS(socketpair), SCMP_SYS(connect),   SCMP_SYS(bind),
       SCMP_SYS(execve),  SCMP_SYS(execveat),   SCMP_SYS(fork),      SCMP_SYS(vfork),
       SCMP_SYS(ptrace),  SCMP_SYS(kill),       SCMP_SYS(bpf),       SCMP_SYS(process_vm_writev)});
  static_cast<void>(filter.load());
}
#else
void filter_calls() {}
#endif

/// The source; it stays mapped until the process ends.
std::string_view source() {
  struct stat status {};
  if (::fstat(STDIN_FILENO, &status) != 0 || status.st_size <= 0) return {};
  const auto size = static_cast<std::size_t>(status.st_size);
  void* bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  if (bytes == MAP_FAILED) return {};
  return {static_cast<const char*>(bytes), size};
}

Result<Document> read(const CagedReader& reader, std::string_view name, rlim_t memory) {
  const std::string too_much =
      "1: reading it needs more than " + std::to_string(memory >> 20) + " MB of memory";
  try {
    return reader(source(), name);
  } catch (const std::bad_alloc&) {
    return fail(Code::inputs_refused, too_much);
  } catch (const std::length_error&) {
    return fail(Code::inputs_refused, too_much);
  } catch (const std::exception& error) {
    return fail(Code::inputs_refused, std::string("1: its reader failed: ") + error.what());
  }
}

bool read_number(std::string_view text, rlim_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

int read_in_cage(int count, char** arguments, const CagedReader& reader) {
  rlim_t memory = 0;
  rlim_t cpu_seconds = 0;
  if (count != 4 || !read_number(arguments[1], memory) || !read_number(arguments[2], cpu_seconds)) {
    return wrong_start;
  }
  if (!limit_use(memory, cpu_seconds)) return no_cage;
  filter_calls();
  try {
    const std::string answer = encode_answer(read(reader, arguments[3], memory));
    const auto written = write_all(STDOUT_FILENO, answer);
    // At once: what a leak checker does at the end of a process, the cage forbids.
    ::_exit(written && *written ? 0 : no_reader);
  } catch (const std::exception&) {
    return no_reader;  // No memory is left to say so.
  }
}

}  // namespace pinlex
