// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/model/passage.hpp>
#include <pinlex/model/provision.hpp>
#include <pinlex/model/reference.hpp>
#include <pinlex/powers/classification.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {

/// A line of a version's table of contents.
struct OutlineEntry {
  std::string eid;
  Level level = Level::article;
  std::int32_t parent = -1;  ///< Index in the outline.
  std::string number;
  std::string heading;
};

/// What the index keeps of a version beside its passages.
struct VersionRecord {
  Version version;                    ///< Without provisions and pieces: those are in the passages.
  std::vector<Source> sources;        ///< All files it was read from.
  std::vector<OutlineEntry> outline;  ///< Groupings and basic units, in the order of the text.
  std::uint32_t articles = 0;         ///< Basic units.
  std::uint32_t passages = 0;
  std::string sha256;  ///< Of the records of its passages, one behind the other, hexadecimal.

  /// "coe-185@en.digest".
  std::string id() const;
};

/// A passage as stored, with the id of its version.
struct PassageRecord {
  std::string version;       ///< "coe-185@en.digest".
  std::uint32_t source = 0;  ///< Index in VersionRecord::sources.
  Passage passage;
  std::vector<Reference> references = {};    ///< In the order of the text.
  std::vector<Classification> classes = {};  ///< By unit; concepts are those of the index.
};

/// Binary forms, self-contained, little-endian varints. Decoding checks every length and fails
/// with Code::damaged on anything that encode() cannot have made.
std::string encode(const VersionRecord& record);
std::string encode(const PassageRecord& record);
Result<VersionRecord> decode_version(std::string_view bytes);
Result<PassageRecord> decode_passage(std::string_view bytes);

/// Where the words of a record begin: all of them stand behind everything else, so that both can be
/// compressed apart. The end of bytes that are no record.
std::size_t words_begin(std::string_view record);

/// Changes whenever the bytes above do, or what a field means.
inline constexpr std::uint32_t index_format = 8;

}  // namespace pinlex
