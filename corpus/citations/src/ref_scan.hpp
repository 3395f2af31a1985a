// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cite_names.hpp"
#include "ref_lexicon.hpp"

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// Parts of a text, in bytes, that may hold references; ascending, apart from each other. Found by
/// single words, so that most of a text is never cut into tokens. `acts`: the kind of an act alone
/// ("the Convention") counts too.
std::vector<std::pair<std::size_t, std::size_t>> reference_regions(const CiteNames& names,
                                                                   const RefLexicon& lexicon,
                                                                   std::string_view text,
                                                                   bool acts);

}  // namespace pinlex
