// SPDX-License-Identifier: GPL-2.0-or-later
// Errors of the C interface, and the one place where exceptions end.
#pragma once

#include <pinlex/base/result.hpp>

#include <pinlex.h>

#include <exception>
#include <new>
#include <utility>

struct pinlex_error {
  pinlex::Error what;
  int code = static_cast<int>(what.code);
};

namespace pinlex {

/// The error that needs no memory; never freed.
pinlex_error* out_of_memory() noexcept;

/// Hands an error out where the caller wants one.
void hand_out(pinlex_error** error, Error what) noexcept;

/// The same with words of the system below.
void hand_out_text(pinlex_error** error, const char* what) noexcept;

/// Runs a task that returns a Result; what it fails with goes to `error`, and `otherwise` is
/// returned then.
template <typename Task, typename Value>
Value shielded(pinlex_error** error, Value otherwise, Task&& task) noexcept {
  if (error != nullptr) *error = nullptr;
  try {
    auto result = task();
    if (result) return *std::move(result);
    hand_out(error, std::move(result).error());
  } catch (const std::bad_alloc&) {
    if (error != nullptr) *error = out_of_memory();
  } catch (const std::exception& unforeseen) {
    hand_out_text(error, unforeseen.what());
  } catch (...) {
    hand_out_text(error, "an exception of an unknown kind");
  }
  return otherwise;
}

}  // namespace pinlex
