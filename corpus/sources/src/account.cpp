// SPDX-License-Identifier: GPL-2.0-or-later
#include "account.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <array>

namespace pinlex {
namespace {

constexpr std::uint8_t unassigned = 0xFF;
constexpr std::uint8_t in_provision = 0xFE;

using Classes = std::vector<std::uint8_t>;

void assign(Classes& classes, SourceRange range, std::uint8_t value) {
  const auto end = std::min<std::size_t>(range.end, classes.size());
  for (std::size_t i = range.begin; i < end; ++i) {
    if (classes[i] == unassigned) classes[i] = value;
  }
}

void assign(Classes& classes, const MappedText& text) {
  for (const Segment& segment : text.segments) {
    assign(classes, {segment.source, segment.source + segment.source_length}, in_provision);
  }
}

bool is_mark(char32_t c) {
  if (c < 0x80) {
    const bool letter = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    return !letter && !(c >= U'0' && c <= U'9');
  }
  return (c >= 0x2010 && c <= 0x2064) || c == 0xB0 || c == 0xBA;
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\n' || c == U'\r' || c == U'\t' || c == U'\f' || c == 0xA0 ||
         (c >= 0x2000 && c <= 0x200F) || c == 0x3000 || c == 0xFEFF;
}

/// Definitions of link targets leave no event behind.
bool is_link_definition(std::string_view line) {
  return line.find_first_not_of(' ') < 4 && line.find('[') < 4 &&
         line.find("]:") != std::string_view::npos;
}

/// Classes for what is left: by line for link definitions, else by character.
void explain_rest(Classes& classes, std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (classes[at] != unassigned) {
      ++at;
      continue;
    }
    // The line is looked at once, at its start, so that a long one costs no more than many.
    const bool line_start = at == 0 || bytes[at - 1] == '\n';
    const auto end = line_start ? std::min(bytes.find('\n', at), bytes.size()) : at;
    if (line_start && is_link_definition(bytes.substr(at, end - at))) {
      assign(classes, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)},
             static_cast<std::uint8_t>(Removed::link_target));
      at = end;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next_code_point(bytes, at);
    std::uint8_t value = unassigned;
    if (is_space(c)) value = static_cast<std::uint8_t>(Removed::whitespace);
    if (value == unassigned && is_mark(c)) value = static_cast<std::uint8_t>(Removed::markup);
    std::fill(classes.begin() + static_cast<std::ptrdiff_t>(begin),
              classes.begin() + static_cast<std::ptrdiff_t>(at), value);
  }
}

}  // namespace

ByteAccount account_for(const std::vector<Version>& versions,
                        const std::vector<RemovedRange>& removed, std::string_view bytes) {
  Classes classes(bytes.size(), unassigned);
  for (const Version& version : versions) {
    for (const Provision& provision : version.provisions) {
      assign(classes, provision.number);
      assign(classes, provision.heading);
    }
    for (const Piece& piece : version.pieces) assign(classes, piece.text);
  }
  for (const RemovedRange& part : removed) {
    assign(classes, part.range, static_cast<std::uint8_t>(part.reason));
  }
  explain_rest(classes, bytes);
  std::array<std::uint64_t, 256> counts{};
  for (const std::uint8_t value : classes) ++counts[value];
  ByteAccount account;
  for (std::size_t i = 0; i < classes.size() && counts[unassigned] > 0; ++i) {
    if (classes[i] != unassigned) continue;
    const auto at = static_cast<std::uint32_t>(i);
    auto& left = account.left;
    if (left.empty() || left.back().end != at) left.push_back({at, at});
    left.back().end = at + 1;
  }
  account.in_provisions = counts[in_provision];
  account.unexplained = counts[unassigned];
  for (std::uint8_t i = 0; i < in_provision; ++i) {
    if (counts[i] > 0) account.removed.emplace_back(static_cast<Removed>(i), counts[i]);
  }
  return account;
}

}  // namespace pinlex
