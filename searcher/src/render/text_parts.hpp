// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "layout.hpp"

#include <pinlex/searcher/check.hpp>
#include <pinlex/searcher/hit.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace pinlex {

inline constexpr std::size_t text_indent = 3;   ///< Of what stands below a citation.
inline constexpr std::size_t depth_indent = 4;  ///< Of each level below the pinpoint.

/// Numbers with a mark every three digits, as people read them: "1,234 passages".
std::string plural(std::uint64_t number, const std::string& noun);

/// File, page, bytes, SHA-256 shortened.
std::string file_and_range(const Provenance& from);

/// Where a text comes from, as all forms for people say it.
struct SourceLines {
  std::string notice;  ///< Of a digest: that it is not the official text; else empty.
  std::string source;  ///< File, bytes, SHA-256 shortened, address and dates.
  std::string ids;
};
SourceLines source_lines(const Hit& hit);

/// "Article 21 – Interception of content data" of a hit, in its two parts.
bool has_place(const Hit& hit);

/// Sets runs of words of one provision. Numbers stand in a column of their own beside the words;
/// later words of a provision, and those without a number, begin where its first words do.
class TextSetter {
 public:
  explicit TextSetter(const std::vector<ShownText>& texts);
  void put(TextLayout& layout, const ShownText& text);

 private:
  std::uint32_t top_;                          ///< The least depth of all.
  std::map<std::string, std::size_t> begins_;  ///< Column of the words of each provision.
};

/// At most so many bytes of a text, whole characters, and "…" where that is not all.
std::string shortened(const std::string& text, std::size_t bytes);

/// Words compared one by one, with a line that says how each side is marked.
void put_diff(TextLayout& layout, const std::vector<DiffRun>& diff, const std::string& source,
              const std::string& quotation);

/// What a person should know, a paragraph each.
void put_notes(TextLayout& layout, const std::vector<std::string>& notes);

/// Citation, heading, place, words and source of a provision, in parts or whole.
void put_names(TextLayout& layout, const Hit& hit);
void put_source(TextLayout& layout, const Hit& hit);
void put_hit(TextLayout& layout, const Hit& hit);

}  // namespace pinlex
