// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "aside.hpp"
#include "part.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A part as bytes, to be put aside, and what is to be known of it meanwhile.
struct PackedPart {
  std::string id, instrument, language;
  std::string file;            ///< As Part::file() gives it.
  std::string named_by;        ///< Its naming_path(): texts named so never complete each other.
  std::uint32_t passages = 0;
  std::uint64_t size = 0;      ///< About what the records of its passages take, bytes.
  std::string bytes;           ///< Until they are put aside.
  AsidePlace place;            ///< From then on.
};

PackedPart pack(Part part, std::string named_by);

/// The part again.
Part unpack(std::string_view bytes);

/// A passage among the bytes of a packed part: its record, as it would be stored, of source 0.
struct PackedPassage {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
};

/// Where the passages are.
std::vector<PackedPassage> packed_passages(std::string_view bytes);

/// A passage from its bytes.
Passage unpack_passage(std::string_view bytes);

/// The version, its file and its outline alone.
VersionRecord packed_record(std::string_view bytes);

}  // namespace pinlex
