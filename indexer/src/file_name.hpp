// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pinlex {

/// What the path of a file below its root says of the text in it.
struct FileName {
  std::string slug;  ///< "dir/Some Act.en.md" → "dir-some-act"; names what no catalogue knows.
  std::string stem;  ///< Path without ending and language: "dir/Some Act".
  std::string base;  ///< The slug of the last part alone: "some-act".
  std::string language;  ///< "en", or empty.
};

/// Never fails: a path without a letter or digit of ASCII gets a slug made from its hash.
FileName read_file_name(std::string_view relative_path);

/// Whether these are the two letters of a language (ISO 639-1).
bool is_language_code(std::string_view code);

}  // namespace pinlex
