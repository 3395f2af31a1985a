// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/schema/record.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace pinlex {

/// What is odd about the numbers of a text's articles, in the order of the text. `with_words` are the
/// eIds of articles that have words; `expected` is how many articles the catalogue knows, 0 where it
/// does not. A digest leaves out what it likes: only repeats and articles without words are odd there.
std::vector<std::string> numbering_doubts(const VersionRecord& record,
                                          const std::set<std::string>& with_words,
                                          std::uint32_t expected);

}  // namespace pinlex
