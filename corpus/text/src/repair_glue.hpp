// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/text/repair.hpp>

#include <string_view>

namespace pinlex {

/// Whether the byte is a punctuation mark that is_glue() has an opinion on.
constexpr bool may_be_glue(unsigned char byte) {
  return byte == '.' || byte == ',' || byte == ';' || byte == ':' || byte == '!' || byte == '?';
}

/// Whether the mark at `at` stands between two words that belong apart.
bool is_glue(std::string_view text, std::size_t at);

/// The step of repair() that sets a space after such a mark.
void loosen_glue(Repaired& repaired);

/// The step of repair() that joins a word cut in two by a hyphen at a line end.
void join_line_ends(Repaired& repaired);

}  // namespace pinlex
