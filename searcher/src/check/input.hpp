// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/source.hpp>

#include <string_view>
#include <vector>

namespace pinlex {

/// Fails with Code::inputs_refused and the place where a text cannot be checked: too long, not
/// UTF-8, or with NUL bytes.
Result<void> check_input(std::string_view text);

/// A stretch of the text: running text, or a block quote without its marks.
struct InputBlock {
  bool quoted = false;
  MappedText text;  ///< Maps to bytes of the input.
};

/// Cuts a text into running text and block quotes (lines that begin with '>').
std::vector<InputBlock> blocks_of(std::string_view text);

/// The paragraphs of a running text: runs of lines between empty ones, without white space around.
std::vector<MappedText> paragraphs_of(const MappedText& text);

}  // namespace pinlex
