// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/source.hpp>

#include <algorithm>
#include <iterator>

namespace pinlex {
namespace {

std::uint32_t u32(std::size_t value) { return static_cast<std::uint32_t>(value); }

/// The first segment that ends behind a text offset.
auto segment_at(const std::vector<Segment>& segments, std::uint32_t text_offset) {
  return std::partition_point(segments.begin(), segments.end(), [&](const Segment& segment) {
    return segment.text + segment.text_length <= text_offset;
  });
}

/// Where a byte of the text lies in the source; a decoded run answers with its beginning or end.
std::uint32_t source_offset(const Segment& segment, std::uint32_t text_offset, bool as_end) {
  if (segment.bytewise()) return segment.source + (text_offset - segment.text);
  return as_end ? segment.source + segment.source_length : segment.source;
}

}  // namespace

SourceRange hull(SourceRange a, SourceRange b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

void MappedText::append(std::string_view bytes, std::uint32_t source_offset) {
  if (bytes.empty()) return;
  const auto length = u32(bytes.size());
  if (!segments.empty() && segments.back().bytewise() &&
      segments.back().source + segments.back().source_length == source_offset) {
    segments.back().text_length += length;
    segments.back().source_length += length;
  } else {
    segments.push_back({u32(text.size()), length, source_offset, length});
  }
  text += bytes;
}

void MappedText::append_decoded(std::string_view decoded, SourceRange source) {
  if (decoded.empty()) return;
  segments.push_back({u32(text.size()), u32(decoded.size()), source.begin, source.size()});
  text += decoded;
}

void MappedText::append(const MappedText& other) {
  const auto shift = u32(text.size());
  for (Segment segment : other.segments) {
    segment.text += shift;
    if (!segments.empty() && segments.back().bytewise() && segment.bytewise() &&
        segments.back().source + segments.back().source_length == segment.source) {
      segments.back().text_length += segment.text_length;
      segments.back().source_length += segment.source_length;
    } else {
      segments.push_back(segment);
    }
  }
  text += other.text;
}

MappedText MappedText::substr(std::uint32_t begin, std::uint32_t end) const {
  MappedText part;
  if (begin >= end) return part;
  part.text = text.substr(begin, end - begin);
  for (auto it = segment_at(segments, begin); it != segments.end() && it->text < end; ++it) {
    const Segment& segment = *it;
    const std::uint32_t from = std::max(segment.text, begin);
    const std::uint32_t to = std::min(segment.text + segment.text_length, end);
    if (segment.bytewise()) {
      part.segments.push_back(
          {from - begin, to - from, segment.source + (from - segment.text), to - from});
    } else {
      part.segments.push_back({from - begin, to - from, segment.source, segment.source_length});
    }
  }
  return part;
}

SourceRange MappedText::source_of(std::uint32_t begin, std::uint32_t end) const {
  const auto first = segment_at(segments, begin);
  if (begin >= end || first == segments.end()) return {};
  // Segments ascend, so that the outermost two decide.
  const auto last = segment_at(segments, end - 1);
  const Segment& tail = last == segments.end() ? segments.back() : *last;
  return {source_offset(*first, std::max(first->text, begin), false),
          source_offset(tail, std::min(tail.text + tail.text_length, end), true)};
}

std::string ExtractedPlaces::of(SourceRange range) const {
  const auto behind = [](std::uint32_t offset, const PlaceMark& mark) {
    return offset < mark.offset;
  };
  const auto first = std::upper_bound(marks.begin(), marks.end(), range.begin, behind);
  if (first == marks.begin()) return {};
  const std::uint32_t end = range.empty() ? range.begin : range.end - 1;
  const auto last = std::upper_bound(first, marks.end(), end, behind);
  const std::string& from = std::prev(first)->place;
  const std::string& to = std::prev(last)->place;
  if (from == to) return from;
  // "page 3–4": the word stands once.
  const auto number = to.rfind(' ');
  const bool same_word = number != std::string::npos && from.starts_with(to.substr(0, number + 1));
  return from + "–" + (same_word ? to.substr(number + 1) : to);
}

}  // namespace pinlex
