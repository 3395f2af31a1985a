// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pinlex {

/// A word to look for in a text that is shown: any of its stems, with how much finding it tells
/// (rare stems tell more).
struct MatchWord {
  std::vector<std::pair<std::string, double>> stems;
};

}  // namespace pinlex
