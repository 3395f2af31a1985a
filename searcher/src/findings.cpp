// SPDX-License-Identifier: GPL-2.0-or-later
#include "findings.hpp"

namespace pinlex {

std::vector<TextRange> Findings::places() const {
  std::vector<TextRange> places;
  for (const FoundWord& one : found) {
    if (places.empty() || places.back() != one.place) places.push_back(one.place);
  }
  return places;
}

}  // namespace pinlex
