// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <filesystem>
#include <new>
#include <type_traits>
#include <utility>

namespace pinlex {

/// The exception being handled as an error about the index at `place`. Only to be called from a
/// catch block. The one place where exceptions of Xapian and of the standard library end.
Unexpected translated(const std::filesystem::path& place);

/// Runs what may throw; `run` returns a Result.
template <typename Run>
std::invoke_result_t<Run> guarded(const std::filesystem::path& place, Run&& run) {
  try {
    return std::forward<Run>(run)();
  } catch (...) {
    return translated(place);
  }
}

/// The same for readers: that memory ran out stays an exception, for an error would need some.
template <typename Run>
std::invoke_result_t<Run> read_guarded(const std::filesystem::path& place, Run&& run) {
  try {
    return std::forward<Run>(run)();
  } catch (const std::bad_alloc&) {
    throw;
  } catch (...) {
    return translated(place);
  }
}

}  // namespace pinlex
