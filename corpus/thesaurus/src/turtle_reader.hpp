// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace pinlex {

/// A statement of a Turtle text, with its names written out.
struct TurtleStatement {
  std::uint32_t line = 0;  ///< Where its object ends.
  std::string subject;     ///< An IRI, or "_:…" for a node without a name.
  std::string predicate;
  std::string object;
  bool literal = false;  ///< Whether the object is a text, not a node.
  std::string language;  ///< Of such a text, as it is written; often empty.
};

/// Hands over the statements of a text in its order. Fails with Code::usage, file, line and reason
/// where the text is no Turtle or exceeds the limits in skos.hpp.
Result<void> read_turtle(std::string_view turtle, const std::string& file,
                         const std::function<void(TurtleStatement)>& take);

}  // namespace pinlex
