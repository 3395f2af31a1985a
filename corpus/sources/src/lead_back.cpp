// SPDX-License-Identifier: GPL-2.0-or-later
#include "lead_back.hpp"

#include <algorithm>
#include <cstdint>

namespace pinlex {
namespace {

class WayBack {
 public:
  explicit WayBack(const std::vector<Segment>& origin) : origin_(origin) {}

  std::uint32_t begin_of(std::uint32_t at) const { return offset(at, false); }

  SourceRange range(std::uint32_t begin, std::uint32_t end) const {
    return {offset(begin, false), end > begin ? offset(end - 1, true) : offset(begin, false)};
  }

  /// The run of the origin that holds a byte.
  const Segment* run_at(std::uint32_t at) const {
    const auto run = std::partition_point(origin_.begin(), origin_.end(), [&](const Segment& one) {
      return one.text + one.text_length <= at;
    });
    return run == origin_.end() ? nullptr : &*run;
  }

 private:
  /// Where the byte at `at` begins, or where it ends.
  std::uint32_t offset(std::uint32_t at, bool as_end) const {
    const Segment* run = run_at(at);
    if (run == nullptr) return origin_.back().source + origin_.back().source_length;
    if (run->bytewise()) return run->source + (at - run->text) + (as_end ? 1 : 0);
    return as_end ? run->source + run->source_length : run->source;
  }

  const std::vector<Segment>& origin_;
};

void lead_back(const WayBack& way, MappedText& text) {
  MappedText out;
  for (const Segment& segment : text.segments) {
    const auto words = std::string_view(text.text).substr(segment.text, segment.text_length);
    if (!segment.bytewise()) {
      out.append_decoded(words, way.range(segment.source, segment.source + segment.source_length));
      continue;
    }
    for (std::uint32_t at = 0; at < words.size();) {
      const std::uint32_t source = segment.source + at;
      const Segment* run = way.run_at(source);
      std::uint32_t end = at + 1;
      if (run != nullptr && run->bytewise()) {
        end = std::min<std::uint32_t>(run->text + run->text_length - segment.source,
                                      static_cast<std::uint32_t>(words.size()));
        out.append(words.substr(at, end - at), way.begin_of(source));
      } else {
        while (end < words.size() && words[end] != ' ' && words[end - 1] != ' ') {
          const Segment* next = way.run_at(segment.source + end);
          if (next == nullptr || next->bytewise()) break;
          ++end;
        }
        out.append_decoded(words.substr(at, end - at), way.range(source, segment.source + end));
      }
      at = end;
    }
  }
  text = std::move(out);
}

}  // namespace

void lead_back(const std::vector<Segment>& origin, std::vector<Version>& versions) {
  const WayBack way(origin);
  for (Version& version : versions) {
    for (Provision& provision : version.provisions) {
      lead_back(way, provision.number);
      lead_back(way, provision.heading);
    }
    for (Piece& piece : version.pieces) lead_back(way, piece.text);
    for (Doubt& doubt : version.doubts) doubt.offset = way.begin_of(doubt.offset);
  }
}

}  // namespace pinlex
