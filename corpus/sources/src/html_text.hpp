// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pinlex {

/// A run of an HTML fragment inside Markdown: words, or a tag or comment.
struct HtmlRun {
  std::size_t begin = 0, end = 0;  ///< Bytes of the fragment.
  bool is_text = false;
};

/// Cuts a fragment (at most a line) at its tags. A '<' that opens no tag is text. `in_comment` says
/// whether it begins inside a comment, and afterwards whether the next line does.
std::vector<HtmlRun> html_runs(std::string_view fragment, bool& in_comment);

/// Whether a file shows itself as a page, by its first element.
bool shows_html(std::string_view bytes, std::string_view name);

/// Whether the bytes are one tag of that name ("sup", "/sup"), whatever its attributes.
bool is_tag(std::string_view bytes, std::string_view name);

}  // namespace pinlex
