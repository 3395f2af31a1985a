// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace pinlex {

/// What went wrong, by who must act. The numeric value is the exit status of both programs; the
/// same table stands in every manual page.
enum class Code : int {
  nothing_found = 1,   ///< The question was understood; the index has no answer.
  usage = 2,           ///< The command line or an argument is wrong.
  query = 3,           ///< The query or citation was not understood.
  no_index = 4,        ///< There is no index at that place.
  wrong_format = 5,    ///< An index is there, of another format or recipe.
  locked = 6,          ///< Another writer holds the index.
  damaged = 7,         ///< The index is not whole.
  inputs_refused = 8,  ///< Some inputs could not be read; the rest was done.
  internal = 70,       ///< A fault of pinlex itself, or of the system below it.
};

/// An error as a value: what happened (with place), and what the user can do about it.
/// `message` is one sentence without a full stop; `hint` may be empty.
struct Error {
  Code code = Code::internal;
  std::string message;
  std::string hint;

  friend bool operator==(const Error&, const Error&) = default;
};

/// The tag that turns an Error into a failed Result, after std::unexpected.
struct Unexpected {
  Error error;
};

/// Makes a failed Result of any type.
inline Unexpected fail(Code code, std::string message, std::string hint = {}) {
  return {Error{code, std::move(message), std::move(hint)}};
}

/// Either a value or an Error; named after std::expected<T, Error>, which g++ 12 lacks.
/// Reading the wrong one is a programming error (std::get throws). A temporary gives its value away
/// whole, so that `for (x : *f())` does not dangle. As thread-safe as T.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Unexpected failed) : state_(std::in_place_index<1>, std::move(failed.error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& { return std::get<1>(state_); }
  Error error() && { return std::get<1>(std::move(state_)); }

 private:
  std::variant<T, Error> state_;
};

/// Success without a value, or an Error.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Unexpected failed) : error_(std::move(failed.error)) {}

  bool has_value() const { return !error_.has_value(); }
  explicit operator bool() const { return has_value(); }
  const Error& error() const& { return assert(error_.has_value()), *error_; }
  Error error() && { return assert(error_.has_value()), std::move(*error_); }

 private:
  std::optional<Error> error_;
};

/// Passes on the error of a failed result: `if (!r) return passed_on(r);`.
template <typename T>
Unexpected passed_on(const Result<T>& result) {
  return {result.error()};
}

}  // namespace pinlex
