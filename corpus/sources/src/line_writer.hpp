// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "entities.hpp"

#include <pinlex/model/source.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace pinlex {

/// Gathers a line from runs of marked-up text: white space runs become one space, character
/// references are decoded, each with its bytes in the source.
class LineWriter {
 public:
  using Decode = std::string (*)(std::string_view reference);

  /// Adds a run that stands at `offset` of the source. `decode` answers nothing to what is no
  /// character reference.
  void text(std::string_view raw, std::uint32_t offset, Decode decode = decode_entity);

  /// Adds what the source says in another way ("<br>", a generated number).
  void decoded(std::string_view words, SourceRange source);

  /// A space, if the line has words and does not end with one.
  void space(SourceRange source);

  /// A bar between the cells of a table, if the line has words.
  void bar(SourceRange source);

  bool empty() const { return line_.empty(); }

  /// The line without the space at its end; the writer is empty afterwards.
  MappedText take();

 private:
  MappedText line_;
};

}  // namespace pinlex
