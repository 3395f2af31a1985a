// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace pinlex::fetching {

/// One line on standard error that says what is coming, written over as it comes; nothing where
/// that is no terminal.
class FetchProgress {
 public:
  explicit FetchProgress(bool wanted);

  void begin(const std::string& name);
  void show(std::uint64_t done, std::uint64_t all);
  void wipe();

 private:
  bool shown_;
  std::string name_;
  std::chrono::steady_clock::time_point next_{};  ///< Not to be written before.
};

}  // namespace pinlex::fetching
