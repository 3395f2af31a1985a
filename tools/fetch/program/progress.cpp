// SPDX-License-Identifier: GPL-2.0-or-later
#include "progress.hpp"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <iostream>

namespace pinlex::fetching {
namespace {

constexpr std::chrono::milliseconds between_writes{100};

std::string megabytes(std::uint64_t bytes) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.1f", static_cast<double>(bytes) / 1e6);
  return out.data();
}

}  // namespace

FetchProgress::FetchProgress(bool wanted) : shown_(wanted && ::isatty(STDERR_FILENO) == 1) {}

void FetchProgress::begin(const std::string& name) {
  name_ = name;
  if (shown_) std::cerr << "\r\x1B[K" << name_ << std::flush;
}

void FetchProgress::show(std::uint64_t done, std::uint64_t all) {
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now < next_) return;
  next_ = now + between_writes;
  std::cerr << "\r\x1B[K" << name_ << "  " << megabytes(done);
  if (all > 0) std::cerr << "/" << megabytes(all);
  std::cerr << " MB" << std::flush;
}

void FetchProgress::wipe() {
  if (shown_) std::cerr << "\r\x1B[K" << std::flush;
}

}  // namespace pinlex::fetching
