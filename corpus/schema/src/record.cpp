// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/codec.hpp>
#include <pinlex/model/eid.hpp>
#include <pinlex/schema/record.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

namespace pinlex {
namespace {

constexpr char passage_mark = 'P';
constexpr char version_mark = 'V';
constexpr std::uint64_t all_ones = std::numeric_limits<std::uint32_t>::max();

// --- Parts that both records share -----------------------------------------------------------

/// Where the last thing ended in the source; offsets are written as differences from it.
struct Cursor {
  std::int64_t source = 0;
};

void put_parent(ByteWriter& out, std::int32_t parent) {
  out.number(static_cast<std::uint64_t>(std::int64_t{parent} + 1));
}

/// A parent is an earlier entry or none.
std::int32_t get_parent(ByteReader& in, std::size_t index) {
  return static_cast<std::int32_t>(in.number(index)) - 1;
}

void put_range(ByteWriter& out, SourceRange range, Cursor& cursor) {
  out.difference(std::int64_t{range.begin} - cursor.source);
  out.difference(std::int64_t{range.end} - std::int64_t{range.begin});
  cursor.source = range.end;
}

std::uint32_t get_offset(ByteReader& in, std::int64_t from) {
  const std::int64_t difference = in.difference();
  in.expect(difference >= -from && difference <= static_cast<std::int64_t>(all_ones) - from);
  return in.ok() ? static_cast<std::uint32_t>(from + difference) : 0;
}

SourceRange get_range(ByteReader& in, Cursor& cursor) {
  SourceRange range;
  range.begin = get_offset(in, cursor.source);
  range.end = get_offset(in, range.begin);
  cursor.source = range.end;
  return range;
}

/// How many members the sets of a class have.
constexpr unsigned addressee_bits = static_cast<unsigned>(Addressee::custodian) + 1;
constexpr unsigned data_bits = static_cast<unsigned>(DataSort::stored) + 1;

/// A segment is written as its length and what is unusual about it: text before it that no segment
/// covers (1), a length in the source that differs (2).
constexpr std::uint64_t after_gap = 1;
constexpr std::uint64_t decoded = 2;

void put_text(ByteWriter& out, const MappedText& text, Cursor& cursor) {
  out.string(text.text);
  out.number(text.segments.size());
  std::uint32_t covered = 0;
  for (const Segment& segment : text.segments) {
    const bool gap = segment.text != covered;
    const bool differs = segment.text_length != segment.source_length;
    out.number((std::uint64_t{segment.text_length} << 2) | (differs ? decoded : 0) |
               (gap ? after_gap : 0));
    if (gap) out.number(segment.text - covered);
    out.difference(std::int64_t{segment.source} - cursor.source);
    if (differs) out.number(segment.source_length);
    covered = segment.text + segment.text_length;
    cursor.source = std::int64_t{segment.source} + segment.source_length;
  }
}

Segment get_segment(ByteReader& in, std::uint64_t covered, std::size_t size, Cursor& cursor) {
  Segment segment;
  const std::uint64_t head = in.number(all_ones << 2 | 3);
  const std::uint64_t gap = (head & after_gap) != 0 ? in.number(all_ones) : 0;
  const std::uint64_t start = covered + gap;
  in.expect((gap != 0) == ((head & after_gap) != 0));
  in.expect(start <= size && head >> 2 <= size - start);
  if (!in.ok()) return segment;
  segment.text = static_cast<std::uint32_t>(start);
  segment.text_length = static_cast<std::uint32_t>(head >> 2);
  segment.source = get_offset(in, cursor.source);
  segment.source_length = (head & decoded) != 0 ? in.number32() : segment.text_length;
  in.expect((segment.source_length != segment.text_length) == ((head & decoded) != 0));
  cursor.source = std::int64_t{segment.source} + segment.source_length;
  in.expect(cursor.source <= static_cast<std::int64_t>(all_ones));
  return segment;
}

MappedText get_text(ByteReader& in, Cursor& cursor) {
  MappedText text;
  text.text = in.string();
  const std::size_t segments = in.count(2);
  text.segments.reserve(segments);
  std::uint64_t covered = 0;
  for (std::size_t i = 0; i < segments && in.ok(); ++i) {
    text.segments.push_back(get_segment(in, covered, text.text.size(), cursor));
    covered = std::uint64_t{text.segments.back().text} + text.segments.back().text_length;
  }
  return text;
}

Unexpected damaged(const std::string& what) {
  return fail(Code::damaged, "a stored " + what + " is not what was written",
              "index the texts again");
}

// --- Passages --------------------------------------------------------------------------------

void put_passage(ByteWriter& out, const Passage& passage) {
  Cursor cursor;
  out.string(passage.eid);
  out.number(passage.part);
  out.number(passage.parts);
  out.number(passage.ancestors.size());
  for (const Ancestor& ancestor : passage.ancestors) {
    out.string(ancestor.eid);
    out.string(ancestor.number);
    out.string(ancestor.heading);
  }
  out.number(passage.units.size());
  for (const Unit& unit : passage.units) {
    out.string(unit.eid);
    out.number(static_cast<std::uint64_t>(unit.level));
    put_parent(out, unit.parent);
    out.string(unit.number);
    out.string(unit.heading);
    put_range(out, unit.source, cursor);
  }
  out.number(passage.texts.size());
  for (const UnitText& text : passage.texts) {
    out.number(text.unit);
    put_text(out, text.text, cursor);
  }
}

Ancestor get_ancestor(ByteReader& in) {
  Ancestor ancestor;
  ancestor.eid = in.string();
  ancestor.number = in.string();
  ancestor.heading = in.string();
  return ancestor;
}

Unit get_unit(ByteReader& in, std::size_t index, Cursor& cursor) {
  Unit unit;
  unit.eid = in.string();
  unit.level = in.choice(Level::conclusions);
  unit.parent = get_parent(in, index);
  unit.number = in.string();
  unit.heading = in.string();
  unit.source = get_range(in, cursor);
  return unit;
}

Passage get_passage(ByteReader& in) {
  Passage passage;
  Cursor cursor;
  passage.eid = in.string();
  passage.part = in.number32();
  passage.parts = in.number32();
  const std::size_t ancestors = in.count(3);
  passage.ancestors.reserve(ancestors);
  for (std::size_t i = 0; i < ancestors && in.ok(); ++i) {
    passage.ancestors.push_back(get_ancestor(in));
  }
  const std::size_t units = in.count(7);
  passage.units.reserve(units);
  for (std::size_t i = 0; i < units && in.ok(); ++i) {
    passage.units.push_back(get_unit(in, i, cursor));
  }
  const std::size_t texts = in.count(3);
  passage.texts.reserve(texts);
  for (std::size_t i = 0; i < texts && in.ok(); ++i) {
    UnitText& text = passage.texts.emplace_back();
    text.unit = in.number32();
    text.text = get_text(in, cursor);
    in.expect(text.unit < passage.units.size());
  }
  return passage;
}

// --- References ------------------------------------------------------------------------------

/// Most references stay within their instrument, which is then not written.
std::string own_instrument(const PassageRecord& record) {
  return parse_id(record.version).instrument;
}

void put_references(ByteWriter& out, const PassageRecord& record) {
  const std::string own = own_instrument(record);
  out.number(record.references.size());
  for (const Reference& reference : record.references) {
    out.number(reference.text);
    out.number(reference.begin);
    out.number(reference.end - reference.begin);
    out.string(reference.instrument == own ? std::string_view() : reference.instrument);
    out.number(reference.targets.size());
    for (const ReferenceTarget& target : reference.targets) {
      out.string(target.eid);
      out.string(target.last);
    }
  }
}

Reference get_reference(ByteReader& in, const PassageRecord& record) {
  const Passage& passage = record.passage;
  Reference reference;
  reference.text = in.number32();
  in.expect(reference.text < passage.texts.size());
  if (!in.ok()) return reference;
  const std::size_t size = passage.texts[reference.text].text.text.size();
  reference.begin = static_cast<std::uint32_t>(in.number(size));
  reference.end = reference.begin + static_cast<std::uint32_t>(in.number(size - reference.begin));
  reference.instrument = in.string();
  if (reference.instrument.empty()) reference.instrument = own_instrument(record);
  const std::size_t targets = in.count(2);
  in.expect(targets > 0);
  for (std::size_t i = 0; i < targets && in.ok(); ++i) {
    ReferenceTarget& target = reference.targets.emplace_back();
    target.eid = in.string();
    target.last = in.string();
  }
  return reference;
}

// --- Classes ---------------------------------------------------------------------------------

/// Most evidence stands close to what was read before it: places are written as differences.
void put_classes(ByteWriter& out, const PassageRecord& record) {
  out.number(record.classes.size());
  std::uint32_t unit = 0;
  for (const Classification& one : record.classes) {
    out.number(one.unit - unit);
    unit = one.unit;
    out.number(one.number);
    out.number(static_cast<std::uint64_t>(one.element));
    out.number(static_cast<std::uint64_t>(one.addressees | one.data << addressee_bits));
    out.number(one.evidence.size());
    for (const Evidence& evidence : one.evidence) {
      out.number((std::uint64_t{evidence.place} << 4) |
                 (static_cast<std::uint64_t>(evidence.what) << 1) |
                 (evidence.in_heading ? 1U : 0U));
      out.number(evidence.begin);
      out.number(evidence.end - evidence.begin);
    }
  }
}

Evidence get_evidence(ByteReader& in, const Passage& passage) {
  Evidence evidence;
  const std::uint64_t head = in.number(all_ones << 4 | 15);
  evidence.in_heading = (head & 1) != 0;
  evidence.what = static_cast<EvidenceFor>(head >> 1 & 7);
  evidence.place = static_cast<std::uint32_t>(head >> 4);
  in.expect(evidence.what <= EvidenceFor::reference);
  in.expect(evidence.place < (evidence.in_heading ? passage.units.size() : passage.texts.size()));
  if (!in.ok()) return evidence;
  const std::size_t size = evidence.in_heading ? passage.units[evidence.place].heading.size()
                                               : passage.texts[evidence.place].text.text.size();
  evidence.begin = static_cast<std::uint32_t>(in.number(size));
  evidence.end = evidence.begin + static_cast<std::uint32_t>(in.number(size - evidence.begin));
  return evidence;
}

Classification get_class(ByteReader& in, const Passage& passage, std::uint32_t unit) {
  Classification one;
  one.unit = unit + in.number32();
  in.expect(one.unit >= unit && one.unit < passage.units.size());
  one.number = in.number32();
  one.element = in.choice(Element::definition);
  const std::uint64_t bits = in.number((1U << (addressee_bits + data_bits)) - 1);
  one.addressees = static_cast<std::uint8_t>(bits & ((1U << addressee_bits) - 1));
  one.data = static_cast<std::uint8_t>(bits >> addressee_bits);
  const std::size_t evidence = in.count(3);
  in.expect(evidence > 0);
  for (std::size_t i = 0; i < evidence && in.ok(); ++i) {
    one.evidence.push_back(get_evidence(in, passage));
  }
  return one;
}

// --- Versions --------------------------------------------------------------------------------

void put_source(ByteWriter& out, const Source& source) {
  out.string(source.file);
  out.string(source.root);
  out.string(source.sha256);
  out.number(source.bytes);
  out.string(source.address);
  out.string(source.retrieved);
  out.number(source.extracted ? 1 : 0);
  if (!source.extracted) return;
  out.number(source.extracted->marks.size());
  std::uint32_t offset = 0;
  for (const PlaceMark& mark : source.extracted->marks) {
    out.number(mark.offset - offset);
    out.string(mark.place);
    offset = mark.offset;
  }
}

Source get_source(ByteReader& in) {
  Source source;
  source.file = in.string();
  source.root = in.string();
  source.sha256 = in.string();
  source.bytes = in.number(std::numeric_limits<std::uint64_t>::max());
  source.address = in.string();
  source.retrieved = in.string();
  if (in.number(1) == 0) return source;
  ExtractedPlaces places;
  std::uint64_t offset = 0;
  for (std::size_t left = in.count(2); left > 0 && in.ok(); --left) {
    offset += in.number(all_ones - offset);
    places.marks.push_back({static_cast<std::uint32_t>(offset), std::string(in.string())});
  }
  source.extracted = std::make_shared<const ExtractedPlaces>(std::move(places));
  return source;
}

void put_version(ByteWriter& out, const Version& version) {
  out.string(version.instrument);
  out.number(static_cast<std::uint64_t>(version.kind));
  out.string(version.title);
  out.string(version.series);
  out.string(version.language);
  out.number(static_cast<std::uint64_t>(version.edition));
  out.string(version.as_of);
  out.string(version.address);
  out.string(version.author);
  out.string(version.published);
  out.string(version.adopted);
  out.number(version.about.size());
  for (const std::string& about : version.about) out.string(about);
  out.number(version.doubts.size());
  for (const Doubt& doubt : version.doubts) {
    out.number(doubt.offset);
    out.string(doubt.message);
  }
}

Version get_version(ByteReader& in) {
  Version version;
  version.instrument = in.string();
  version.kind = in.choice(Kind::document);
  version.title = in.string();
  version.series = in.string();
  version.language = in.string();
  version.edition = in.choice(Edition::digest);
  version.as_of = in.string();
  version.address = in.string();
  version.author = in.string();
  version.published = in.string();
  version.adopted = in.string();
  for (std::size_t left = in.count(1); left > 0 && in.ok(); --left) {
    version.about.emplace_back(in.string());
  }
  for (std::size_t left = in.count(2); left > 0 && in.ok(); --left) {
    Doubt& doubt = version.doubts.emplace_back();
    doubt.offset = in.number32();
    doubt.message = in.string();
  }
  return version;
}

OutlineEntry get_outline_entry(ByteReader& in, std::size_t index) {
  OutlineEntry entry;
  entry.eid = in.string();
  entry.level = in.choice(Level::conclusions);
  entry.parent = get_parent(in, index);
  entry.number = in.string();
  entry.heading = in.string();
  return entry;
}

}  // namespace

std::string VersionRecord::id() const {
  return ProvisionId{
      version.instrument, {}, version_suffix(version.language, version.edition, version.as_of)}
      .str();
}

std::string encode(const PassageRecord& record) {
  ByteWriter out;
  out.number(static_cast<unsigned char>(passage_mark));
  out.string(record.version);
  out.number(record.source);
  put_passage(out, record.passage);
  put_references(out, record);
  put_classes(out, record);
  return out.take();
}

Result<PassageRecord> decode_passage(std::string_view bytes) {
  ByteReader in(bytes);
  in.expect(in.number32() == passage_mark);
  PassageRecord record;
  record.version = in.string();
  record.source = in.number32();
  record.passage = get_passage(in);
  for (std::size_t left = in.count(6); left > 0 && in.ok(); --left) {
    record.references.push_back(get_reference(in, record));
  }
  for (std::size_t left = in.count(8); left > 0 && in.ok(); --left) {
    const std::uint32_t unit = record.classes.empty() ? 0 : record.classes.back().unit;
    record.classes.push_back(get_class(in, record.passage, unit));
  }
  if (!in.ok() || !in.at_end()) return damaged("passage");
  return record;
}

std::string encode(const VersionRecord& record) {
  ByteWriter out;
  out.number(static_cast<unsigned char>(version_mark));
  put_version(out, record.version);
  out.number(record.sources.size());
  for (const Source& source : record.sources) put_source(out, source);
  out.number(record.outline.size());
  for (const OutlineEntry& entry : record.outline) {
    out.string(entry.eid);
    out.number(static_cast<std::uint64_t>(entry.level));
    put_parent(out, entry.parent);
    out.string(entry.number);
    out.string(entry.heading);
  }
  out.number(record.articles);
  out.number(record.passages);
  out.string(record.sha256);
  return out.take();
}

Result<VersionRecord> decode_version(std::string_view bytes) {
  ByteReader in(bytes);
  in.expect(in.number32() == version_mark);
  VersionRecord record;
  record.version = get_version(in);
  for (std::size_t left = in.count(7); left > 0 && in.ok(); --left) {
    record.sources.push_back(get_source(in));
  }
  const std::size_t outline = in.count(5);
  for (std::size_t i = 0; i < outline && in.ok(); ++i) {
    record.outline.push_back(get_outline_entry(in, i));
  }
  record.articles = in.number32();
  record.passages = in.number32();
  record.sha256 = in.string();
  if (!record.sources.empty()) record.version.source = record.sources.front();
  if (!in.ok() || !in.at_end()) return damaged("version");
  return record;
}

}  // namespace pinlex
