// SPDX-License-Identifier: GPL-2.0-or-later
#include "progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>

namespace pinlex {
namespace {

constexpr std::chrono::milliseconds between_writes{100};
constexpr double bar_width = 10;
constexpr double megabyte = 1e6;
/// Before that the speed says little.
constexpr double first_estimate = 1;

template <typename... Values>
std::string formatted(const char* format, Values... values) {
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), format, values...);
  return out.data();
}

/// "1:02:05", "2:05".
std::string clock_time(double seconds) {
  const auto whole = static_cast<unsigned long long>(std::ceil(seconds));
  const auto minutes = whole / 60 % 60;
  if (whole >= 3600) return formatted("%llu:%02llu:%02llu", whole / 3600, minutes, whole % 60);
  return formatted("%llu:%02llu", minutes, whole % 60);
}

}  // namespace

std::string progress_line(const IndexProgress& progress, double seconds) {
  const bool reading = progress.step == IndexProgress::Step::reading;
  const double done = static_cast<double>(progress.bytes_done);
  const double all = std::max(static_cast<double>(progress.bytes), 1.0);
  const double share = std::min(done / all, 1.0);
  const auto full = static_cast<std::size_t>(share * bar_width);
  std::string line = reading ? "reading [" : "writing [";
  line +=
      std::string(full, '#') + std::string(static_cast<std::size_t>(bar_width) - full, '.') + "]";
  if (reading) line += formatted("  %zu/%zu files", progress.files_done, progress.files);
  line += formatted("  %.1f/%.1f MB", done / megabyte, all / megabyte);
  if (seconds > 0) line += formatted("  %.1f MB/s", done / megabyte / seconds);
  if (seconds >= first_estimate && done > 0) {
    line += "  " + clock_time(seconds / share - seconds) + " left";
  }
  return line;
}

ProgressLine::ProgressLine(bool wanted) : shown_(wanted && ::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
  if (shown_) std::cerr << "\r\x1B[K" << std::flush;
}

void ProgressLine::show(const IndexProgress& progress) {
  if (!shown_) return;
  const auto now = Clock::now();
  if (progress.step != step_) {
    step_ = progress.step;
    began_ = next_ = now;
  }
  if (now < next_ && progress.bytes_done < progress.bytes) return;
  next_ = now + between_writes;
  const std::chrono::duration<double> since = now - began_;
  std::cerr << "\r\x1B[K" << progress_line(progress, since.count()) << std::flush;
}

}  // namespace pinlex
