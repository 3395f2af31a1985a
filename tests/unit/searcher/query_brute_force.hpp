// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/matcher.hpp"

#include <vector>

namespace pinlex {

/// The slow, obvious matcher: lists every choice of tokens for the words of a query and tries the
/// rules of matcher.hpp on each. Shares no code with the real one. For short texts only.
PassageMatch match_by_brute_force(const Node& tree, const std::vector<LeafWords>& words,
                                  const PassageTokens& tokens, const std::vector<Fact>& facts);

}  // namespace pinlex
