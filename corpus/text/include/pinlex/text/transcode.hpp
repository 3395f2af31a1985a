// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A run of a transcoded text and the bytes it was made from. Where the lengths are equal, the
/// bytes are the same.
struct TranscodedRun {
  std::uint32_t text = 0;
  std::uint32_t text_length = 0;
  std::uint32_t source = 0;
  std::uint32_t source_length = 0;
};

struct Transcoded {
  std::string text;                 ///< UTF-8.
  std::vector<TranscodedRun> runs;  ///< Ascending in both, without gaps.
};

/// Turns bytes in an encoding known by one of its names ("ISO-8859-1", "windows-1256", "UTF-16LE")
/// into UTF-8. Fails (Code::inputs_refused) where the name is unknown or the bytes are not in that
/// encoding.
Result<Transcoded> to_utf8(std::string_view bytes, const std::string& encoding);

}  // namespace pinlex
