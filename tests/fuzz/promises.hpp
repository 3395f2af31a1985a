// SPDX-License-Identifier: GPL-2.0-or-later
// What must hold of a structure whatever the bytes were.
#pragma once

#include <pinlex/base/utf8.hpp>
#include <pinlex/model/passage.hpp>
#include <pinlex/sources/structure.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace pinlex {

inline void require(bool holds) {
  if (!holds) std::abort();
}

inline void require_inside(const MappedText& text, std::size_t size) {
  std::uint32_t covered = 0;
  std::uint32_t behind = 0;
  for (const Segment& segment : text.segments) {
    require(segment.text == covered && segment.source >= behind);
    covered += segment.text_length;
    behind = segment.source + segment.source_length;
  }
  require(covered == text.text.size() && behind <= size);
  require(ill_formed_utf8(text.text) == std::string_view::npos);
}

inline void check(const Structured& found, std::size_t size) {
  require(found.account.unexplained == 0);
  for (const Version& version : found.versions) {
    for (const Provision& provision : version.provisions) {
      require(!provision.eid.empty());
      require_inside(provision.number, size);
      require_inside(provision.heading, size);
    }
    std::size_t texts = 0;
    for (const Passage& passage : passages_of(version)) texts += passage.texts.size();
    require(texts == version.pieces.size());
    for (const Piece& piece : version.pieces) require_inside(piece.text, size);
  }
}

}  // namespace pinlex
