// SPDX-License-Identifier: GPL-2.0-or-later
#include "extraction.hpp"

#include <pinlex/base/utf8.hpp>

#include <utility>

namespace pinlex {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

constexpr std::string_view no_break_space = "\xC2\xA0";

}  // namespace

Extraction::Extraction(std::string format) {
  document_.format = std::move(format);
  document_.extracted.emplace();
}

void Extraction::at(std::string place) {
  document_.extracted->places.push_back({u32(document_.extracted->text.size()), std::move(place)});
}

MappedText Extraction::write(std::string_view line) {
  std::string& text = document_.extracted->text;
  MappedText mapped;
  mapped.append(line, u32(text.size()));
  text += line;
  text += '\n';
  return mapped;
}

void Extraction::add(BlockKind kind, std::uint8_t level, const std::vector<std::string>& lines) {
  Block block;
  block.kind = kind;
  block.level = level;
  for (const std::string& line : lines) {
    if (const std::string tidy = tidy_line(line); !tidy.empty()) block.lines.push_back(write(tidy));
  }
  if (block.lines.empty()) return;
  document_.extracted->text += '\n';
  document_.blocks.push_back(std::move(block));
}

void Extraction::add(BlockKind kind, std::uint8_t level, const std::string& line,
                     const std::vector<PlaceMark>& places) {
  const std::uint32_t begin = u32(document_.extracted->text.size());
  for (const PlaceMark& place : places) {
    document_.extracted->places.push_back({begin + place.offset, place.place});
  }
  add(kind, level, {line});
}

void Extraction::remove(std::string_view line, Removed reason) {
  const std::string tidy = tidy_line(line);
  if (tidy.empty()) return;
  document_.removed.push_back({write(tidy).source(), reason});
}

Document Extraction::take() { return std::move(document_); }

std::string tidy_line(std::string_view text) {
  const std::string safe = printable(text);
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < safe.size();) {
    const std::string_view rest = std::string_view(safe).substr(at);
    const char c = rest.front();
    const std::size_t blanks = rest.starts_with(no_break_space)                  ? 2
                               : c == ' ' || c == '\t' || c == '\n' || c == '\r' ? 1
                                                                                 : 0;
    if (blanks > 0) {
      blank = true;
      at += blanks;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
    ++at;
  }
  return out;
}

}  // namespace pinlex
