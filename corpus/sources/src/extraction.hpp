// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/sources/document.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// Makes the document of a file whose bytes are not its text: writes the text, a line after the
/// other, and maps all that is in the document to it.
class Extraction {
 public:
  explicit Extraction(std::string format);

  /// What is added next stands at this place ("page 3").
  void at(std::string place);

  /// A block of these lines; empty ones are left out, and a block without lines altogether.
  void add(BlockKind kind, std::uint8_t level, const std::vector<std::string>& lines);

  /// A block of one line that is tidy already, and goes on at other places: each an offset in it.
  void add(BlockKind kind, std::uint8_t level, const std::string& line,
           const std::vector<PlaceMark>& places);

  /// Text that belongs to no provision.
  void remove(std::string_view line, Removed reason);

  /// Whether no block was added yet.
  bool empty() const { return document_.blocks.empty(); }

  Metadata& metadata() { return document_.metadata; }

  Document take();

 private:
  MappedText write(std::string_view line);

  Document document_;
};

/// The text without blanks at its ends (no-break spaces too), runs of blanks within as one space,
/// and nothing that is not UTF-8 or would act on a terminal.
std::string tidy_line(std::string_view text);

}  // namespace pinlex
