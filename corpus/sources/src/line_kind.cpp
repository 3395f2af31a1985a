// SPDX-License-Identifier: GPL-2.0-or-later
#include "line_kind.hpp"

#include "heading_words.hpp"

#include <cctype>

namespace pinlex {

bool is_in_capitals(std::string_view line) {
  if (line.empty() || line.size() > longest_line_of_heading) return false;
  if (line.back() == '.' || line.back() == ';') return false;
  std::size_t letters = 0;
  for (const char c : line) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::islower(byte) != 0) return false;
    if (std::isupper(byte) != 0) ++letters;
  }
  return letters >= 4;
}

bool shows_heading(std::string_view line) {
  if (is_in_capitals(line)) return true;
  // Letters of other scripts take two or three bytes.
  return line.size() <= 3 * longest_line_of_heading && read_heading(line, false).has_value();
}

}  // namespace pinlex
