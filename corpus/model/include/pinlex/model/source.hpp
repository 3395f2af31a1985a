// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A half-open range of bytes [begin, end) of a source file.
struct SourceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

/// The smallest range that holds both; an empty range holds nothing.
SourceRange hull(SourceRange a, SourceRange b);

/// One run of a text and where it comes from. Where the two lengths are equal, offsets correspond
/// byte by byte (nearly always the run stands in the source as it is); otherwise the run was
/// decoded as a whole (an entity such as `&amp;`).
struct Segment {
  std::uint32_t text = 0;           ///< Offset of the run in the text, bytes.
  std::uint32_t text_length = 0;    ///< Length in the text, bytes.
  std::uint32_t source = 0;         ///< Offset of the run in the source file, bytes.
  std::uint32_t source_length = 0;  ///< Length in the source file, bytes.

  bool bytewise() const { return text_length == source_length; }
  friend bool operator==(const Segment&, const Segment&) = default;
};

/// UTF-8 text with the way back to the bytes it was read from. Segments ascend in both offsets,
/// do not overlap and together cover the whole text.
struct MappedText {
  std::string text;
  std::vector<Segment> segments;

  bool empty() const { return text.empty(); }

  /// Appends `length` bytes that stand in the source at `offset`, joined to the last segment where
  /// they follow it immediately.
  void append(std::string_view bytes, std::uint32_t source_offset);

  /// Appends text decoded from another spelling in the source.
  void append_decoded(std::string_view decoded, SourceRange source);

  /// Appends another mapped text.
  void append(const MappedText& other);

  /// The part [begin, end) of this text, offsets in bytes of the text.
  MappedText substr(std::uint32_t begin, std::uint32_t end) const;

  /// The hull in the source of the text range [begin, end); decoded runs count whole.
  SourceRange source_of(std::uint32_t begin, std::uint32_t end) const;

  /// The hull in the source of the whole text.
  SourceRange source() const { return source_of(0, static_cast<std::uint32_t>(text.size())); }

  friend bool operator==(const MappedText&, const MappedText&) = default;
};

/// Where a page or paragraph begins in a text that was extracted from a file.
struct PlaceMark {
  std::uint32_t offset = 0;  ///< Byte of the extracted text.
  std::string place;         ///< "page 3", "paragraph 12".
};

/// The places of an extracted text.
struct ExtractedPlaces {
  std::vector<PlaceMark> marks;  ///< Ascending; none where nothing is known.

  /// Where a range lies: "page 3", "page 3–4"; empty where nothing is known of it.
  std::string of(SourceRange range) const;
};

}  // namespace pinlex
