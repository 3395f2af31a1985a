// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pinlex {

/// Reads lines from an open file, pipe or socket. A line past the bound is passed over without
/// being kept. For one thread at a time.
class LineReader {
 public:
  enum class Found : std::uint8_t { line, too_long, end };

  /// `descriptor` stays the caller's; lines have at most `longest` bytes, the end not counted.
  LineReader(int descriptor, std::size_t longest) : descriptor_(descriptor), longest_(longest) {}

  /// Waits for the next line; what stands behind the last line end is a line too.
  /// Code::inputs_refused where nothing can be read.
  Result<Found> next();

  /// The line found, without its end ("\n" or "\r\n"); valid until next().
  std::string_view line() const { return line_; }

 private:
  Result<bool> fill();

  int descriptor_;
  std::size_t longest_;
  std::string buffer_;
  std::size_t used_ = 0;  ///< Of the buffer.
  std::string line_;
};

/// Writes all of a text. False where nobody reads it any more; Code::internal where it cannot be
/// written.
Result<bool> write_all(int descriptor, std::string_view text);

}  // namespace pinlex
