// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/searcher/hit.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

// Texts come from documents that nobody vouches for. Each of these makes control characters and
// bytes that are no UTF-8 harmless, folds white space, and leaves nothing that the form would read
// as its own.

std::string html_escaped(std::string_view text);
std::string markdown_escaped(std::string_view text);

/// A field of a CSV row (RFC 4180), quoted where it must be; one that a spreadsheet would take for
/// a formula begins with an apostrophe.
std::string csv_field(std::string_view text);

/// A text with its highlights between two marks, each part escaped.
std::string marked_up(std::string_view text, const std::vector<TextRange>& places,
                      std::string (*escaped)(std::string_view), std::string_view open,
                      std::string_view close);

}  // namespace pinlex
