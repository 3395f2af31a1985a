// SPDX-License-Identifier: GPL-2.0-or-later
#include "bare_sections.hpp"

#include "numbering.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace pinlex {
namespace {

constexpr std::string_view section_word = "Section ";
constexpr std::size_t least_sections = 3;
constexpr std::size_t least_with_paragraphs = 2;

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "26A Notices", "3. Fees": digits, at most three capitals, a blank, a title.
std::optional<HeadingLine> bare_section(const Block& block) {
  if (block.kind != BlockKind::heading || block.quoted || block.lines.empty()) return std::nullopt;
  const std::string text = block.text();
  const std::string_view line = text;
  const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
  std::size_t end = digits;
  while (end < line.size() && line[end] >= 'A' && line[end] <= 'Z') ++end;
  const std::size_t blank = end + (line.substr(end).starts_with('.') ? 1 : 0);
  const bool titled = blank + 1 < line.size() && line[blank] == ' ' && is_letter(line[blank + 1]);
  if (digits == 0 || digits > 4 || end - digits > 3 || !titled) return std::nullopt;
  auto heading = read_heading(std::string(section_word) + text, true);
  if (!heading || heading->title_begin < section_word.size()) return std::nullopt;
  const auto word = static_cast<std::uint32_t>(section_word.size());
  heading->level = Level::article;
  heading->number_begin = 0;
  heading->number_end -= word;
  heading->title_begin -= word;
  return heading;
}

/// "(1) The keeper", or the section's number again, as acts print it: "3.—(1) The keeper".
bool begins_with_paragraph(const Block& block, const HeadingLine& section) {
  if (block.kind != BlockKind::paragraph) return false;
  const std::string_view line = block.lines.front().text;
  Mark mark;
  return line.starts_with("(1)") || (read_unit_mark(line, mark) && mark.number == section.number);
}

/// A section that no heading opens, only its number: "3.—(1) The keeper".
std::optional<HeadingLine> run_on_section(const Block& block) {
  Mark mark;
  if (block.kind != BlockKind::paragraph || block.quoted || block.lines.empty())
    return std::nullopt;
  if (!read_unit_mark(block.lines.front().text, mark)) return std::nullopt;
  HeadingLine heading;
  heading.abbreviation = "sec";
  heading.number = mark.number;
  heading.ordinal = mark.readings.front().ordinal;
  heading.number_begin = mark.begin;
  heading.number_end = mark.end;
  heading.title_begin = mark.rest;
  heading.runs_on = true;
  return heading;
}

using Sections = std::vector<std::pair<std::size_t, HeadingLine>>;

/// Sections without headings, where they count up from the first.
Sections run_on_sections(const Document& document) {
  Sections found;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    auto section = run_on_section(document.blocks[i]);
    if (!section) continue;
    const std::uint32_t last = found.empty() ? 0 : found.back().second.ordinal;
    const bool insert = section->number != std::to_string(section->ordinal);
    if (section->ordinal != last + 1 && !(insert && section->ordinal == last)) continue;
    found.emplace_back(i, std::move(*section));
  }
  if (found.size() < least_sections) found.clear();
  return found;
}

/// The sections at one level of headings; empty where they are none.
Sections sections_at(const Document& document, const Headings& headings, unsigned level) {
  Sections found;
  std::size_t with_paragraphs = 0;
  std::size_t descents = 0;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].level != level || headings[i]) continue;
    auto section = bare_section(document.blocks[i]);
    if (!section) continue;
    if (!found.empty() && section->ordinal < found.back().second.ordinal) ++descents;
    const bool next = i + 1 < document.blocks.size();
    if (next && begins_with_paragraph(document.blocks[i + 1], *section)) ++with_paragraphs;
    found.emplace_back(i, std::move(*section));
  }
  const bool sections = found.size() >= least_sections &&
                        with_paragraphs >= least_with_paragraphs && descents * 10 <= found.size();
  if (!sections) found.clear();
  return found;
}

}  // namespace

void read_bare_sections(const Document& document, Headings& headings) {
  const auto units = static_cast<std::size_t>(std::count_if(
      headings.begin(), headings.end(),
      [](const auto& heading) { return heading && heading->level == Level::article; }));
  Sections best;
  for (unsigned level = 1; level <= 9; ++level) {
    auto sections = sections_at(document, headings, level);
    if (sections.size() > best.size()) best = std::move(sections);
  }
  if (best.empty()) best = run_on_sections(document);
  // A few units by name may be running heads that were taken for text.
  if (best.empty() || best.size() < 8 * units) return;
  for (auto& heading : headings) {
    if (heading && heading->level == Level::article) heading.reset();
  }
  for (auto& [block, section] : best) headings[block] = std::move(section);
}

}  // namespace pinlex
