// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "findings.hpp"

#include <pinlex/model/passage.hpp>

#include <cstddef>
#include <cstdint>

namespace pinlex {

/// Whether a unit of a passage is `ancestor` or lies below it.
bool lies_within(const Passage& passage, std::size_t unit, std::size_t ancestor);

/// How much of a unit is shown.
enum class Extent : std::uint8_t {
  whole,      ///< With all that lies below it.
  own_words,  ///< Only its own lead-in and closing words.
};

/// Where in a passage the answer stands.
struct PinpointChoice {
  std::size_t unit = 0;
  Extent extent = Extent::whole;
};

/// The unit of a passage that answers best: the paragraph (or point, where points stand directly
/// below the article) that holds most of the words looked for, rare words counting more; of equal
/// ones that where they stand closest together, then the first. A long one is narrowed to the point
/// below it that holds all that was found in it. Unit 0, the whole passage, where it has no
/// paragraphs, or where its own opening words hold more than any of them.
/// How much of what is looked for stands together: the weights of the words that the best unit
/// below the passage holds (the passage itself where it has none), and of those its heading holds.
struct Closeness {
  double in_unit = 0, in_heading = 0;
};
Closeness closeness_of(const Passage& passage, const PassageFindings& findings);

PinpointChoice best_unit(const Passage& passage, const PassageFindings& findings);

}  // namespace pinlex
