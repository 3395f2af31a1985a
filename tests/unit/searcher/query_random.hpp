// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "query/tree.hpp"

#include <cstdint>
#include <random>
#include <string>

namespace pinlex {

/// Random trees of the form parse_query() promises, the same for the same seed on every machine.
class RandomQueries {
 public:
  explicit RandomQueries(std::uint32_t seed) : engine_(seed) {}

  /// `depth` bounds the height. With `facts`, fields and citations are among the leaves.
  Node tree(int depth, bool facts);

  /// Uniform in [0, count); std::uniform_int_distribution differs between libraries.
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(engine_()) % count; }

 private:
  Node operand(int depth, bool facts);
  Node leaf();
  Node fact();
  Node group(NodeType type, int depth, bool facts);
  Node proximity(int depth);
  Node side(int depth, bool conjunction);

  std::mt19937 engine_;
};

/// Ten made-up words; `text_word(i)` of a text has the stem `stem_word(i % 5)`.
std::string stem_word(std::uint32_t number);
std::string text_word(std::uint32_t number);

}  // namespace pinlex
