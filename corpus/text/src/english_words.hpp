// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pinlex {

/// The spelling under which all variants of an English word are stemmed: "offence", "organised"
/// and "interception" become "offense", "organized" and so on.
std::string spelled_one_way(std::string_view word);

/// The stem of a word that the stemmer would merge with another of different meaning in law, or
/// nothing. Expects the word as spelled_one_way() leaves it.
std::string_view protected_stem(std::string_view word);

}  // namespace pinlex
