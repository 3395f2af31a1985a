// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/indexer/indexer.hpp>

#include <chrono>
#include <string>

namespace pinlex {

/// How far a step is that began `seconds` ago, in less than 80 columns: files, MB, MB/s, time left.
std::string progress_line(const IndexProgress& progress, double seconds);

/// One line on standard error, written over as the run goes on and wiped at the end; nothing where
/// that is no terminal.
class ProgressLine {
 public:
  explicit ProgressLine(bool wanted);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(const IndexProgress& progress);

 private:
  using Clock = std::chrono::steady_clock;

  bool shown_;
  IndexProgress::Step step_ = IndexProgress::Step::reading;
  Clock::time_point began_ = Clock::now();  ///< The step.
  Clock::time_point next_ = began_;         ///< Not to be written before: terminals are slow.
};

}  // namespace pinlex
