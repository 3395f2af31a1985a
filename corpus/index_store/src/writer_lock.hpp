// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "descriptor.hpp"

#include <pinlex/base/result.hpp>

#include <filesystem>
#include <string_view>

namespace pinlex {

/// What the lock file of an index begins with; process and host follow.
inline constexpr std::string_view lock_mark = "pinlex ";

/// The right to write to an index, given up by destruction and by death.
class WriterLock {
 public:
  /// Fails with Code::locked, naming the process that holds it, or with Code::internal.
  static Result<WriterLock> take(const std::filesystem::path& file);

 private:
  explicit WriterLock(Descriptor file) : file_(std::move(file)) {}
  Descriptor file_;
};

}  // namespace pinlex
