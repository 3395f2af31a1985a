// SPDX-License-Identifier: GPL-2.0-or-later
#include "packed_part.hpp"

#include <pinlex/base/codec.hpp>

#include <stdexcept>
#include <utility>

namespace pinlex {
namespace {

/// About what the record of a passage takes: its words, mostly.
std::uint64_t size_of(const Passage& passage) {
  std::uint64_t bytes = 0;
  for (const UnitText& text : passage.texts) bytes += text.text.text.size();
  for (const Unit& unit : passage.units) bytes += unit.eid.size() + unit.heading.size();
  return bytes;
}

/// Bytes that this run itself wrote: that they are wrong is a fault of ours or of the disk.
template <typename Decoded>
Decoded sound(Result<Decoded> decoded) {
  if (!decoded) throw std::runtime_error("a text that was put aside is not what was written");
  return std::move(*decoded);
}

/// The head of a packed part: its record, and how long each passage is.
struct Head {
  std::string_view record;
  std::vector<std::uint32_t> lengths;
  std::uint32_t end = 0;
};

Head head_of(std::string_view bytes) {
  ByteReader in(bytes);
  Head head;
  head.record = in.string();
  head.lengths.resize(in.count(1));
  std::uint64_t all = 0;
  for (std::uint32_t& length : head.lengths) all += length = in.number32();
  if (!in.ok() || all > bytes.size()) sound<VersionRecord>(fail(Code::damaged, ""));
  head.end = static_cast<std::uint32_t>(bytes.size() - all);
  return head;
}

}  // namespace

PackedPart pack(Part part, std::string named_by) {
  PackedPart packed;
  packed.id = part.id();
  packed.instrument = part.version.instrument;
  packed.language = part.version.language;
  packed.file = part.file();
  packed.named_by = std::move(named_by);
  packed.passages = static_cast<std::uint32_t>(part.passages.size());
  VersionRecord record;
  record.sources = {part.version.source};
  record.version = std::move(part.version);
  record.outline = std::move(part.outline);
  ByteWriter head;
  head.string(encode(record));
  head.number(part.passages.size());
  std::string passages;
  PassageRecord stored;
  stored.version = packed.id;
  for (Passage& passage : part.passages) {
    packed.size += size_of(passage);
    stored.passage = std::move(passage);
    const std::string bytes = encode(stored);
    head.number(bytes.size());
    passages += bytes;
  }
  packed.bytes = head.take() + passages;
  return packed;
}

std::vector<PackedPassage> packed_passages(std::string_view bytes) {
  const Head head = head_of(bytes);
  std::vector<PackedPassage> out;
  std::uint32_t begin = head.end;
  for (const std::uint32_t length : head.lengths) {
    out.push_back({begin, length});
    begin += length;
  }
  return out;
}

Passage unpack_passage(std::string_view bytes) {
  return std::move(sound(decode_passage(bytes)).passage);
}

VersionRecord packed_record(std::string_view bytes) {
  return sound(decode_version(head_of(bytes).record));
}

Part unpack(std::string_view bytes) {
  VersionRecord record = packed_record(bytes);
  Part part;
  part.version = std::move(record.version);
  part.outline = std::move(record.outline);
  for (const PackedPassage& place : packed_passages(bytes)) {
    part.passages.push_back(unpack_passage(bytes.substr(place.begin, place.size)));
  }
  return part;
}

}  // namespace pinlex
