// SPDX-License-Identifier: GPL-2.0-or-later
#include "guard.hpp"

namespace pinlex {

pinlex_error* out_of_memory() noexcept {
  // Short enough to be held in the string itself.
  static pinlex_error error{{Code::internal, "out of memory", ""}, PINLEX_NO_MEMORY};
  return &error;
}

void hand_out(pinlex_error** error, Error what) noexcept {
  if (error == nullptr) return;
  try {
    *error = new pinlex_error{std::move(what)};
  } catch (const std::bad_alloc&) {
    *error = out_of_memory();
  }
}

void hand_out_text(pinlex_error** error, const char* what) noexcept {
  if (error == nullptr) return;
  try {
    hand_out(error, Error{Code::internal, what, {}});
  } catch (const std::bad_alloc&) {
    *error = out_of_memory();
  }
}

}  // namespace pinlex
