// SPDX-License-Identifier: GPL-2.0-or-later
#include "record_parts.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/record.hpp>

#include <cstddef>
#include <utility>

namespace pinlex {
namespace {

/// Where the last thing ended in the source; offsets are written as differences from it.
struct Cursor {
  std::int64_t source = 0;
};

std::uint32_t get_offset(RecordReader& in, std::int64_t from) {
  const std::int64_t difference = in.difference();
  in.expect(difference >= -from && difference <= static_cast<std::int64_t>(all_ones) - from);
  return in.ok() ? static_cast<std::uint32_t>(from + difference) : 0;
}

/// An index that mostly is the last one or the next; `size` is what it stays below.
void put_index(RecordWriter& out, std::uint32_t index, std::uint32_t& last) {
  out.difference(std::int64_t{index} - std::int64_t{last});
  last = index;
}

std::uint32_t get_index(RecordReader& in, std::size_t size, std::uint32_t& last) {
  last = get_offset(in, last);
  in.expect(last < size);
  return last;
}

// --- Texts and their places ------------------------------------------------------------------

/// A segment is written as its length and what is unusual about it: text before it that no segment
/// covers (1), a length in the source that differs (2).
constexpr std::uint64_t after_gap = 1;
constexpr std::uint64_t decoded = 2;

/// Most texts are one segment, for which a zero stands in place of the number of segments.
bool is_one_segment(const MappedText& text) {
  return text.segments.size() == 1 && text.segments[0].text == 0 &&
         text.segments[0].text_length == text.text.size() && text.segments[0].bytewise();
}

void put_segment(RecordWriter& out, const Segment& segment, std::uint32_t covered, Cursor& cursor) {
  const bool gap = segment.text != covered;
  const bool differs = !segment.bytewise();
  out.number((std::uint64_t{segment.text_length} << 2) | (differs ? decoded : 0) |
             (gap ? after_gap : 0));
  if (gap) out.number(segment.text - covered);
  out.difference(std::int64_t{segment.source} - cursor.source);
  if (differs) out.number(segment.source_length);
  cursor.source = std::int64_t{segment.source} + segment.source_length;
}

void put_text(RecordWriter& out, const MappedText& text, Cursor& cursor) {
  out.words(text.text);
  if (is_one_segment(text)) {
    out.number(0);
    out.difference(std::int64_t{text.segments[0].source} - cursor.source);
    cursor.source = std::int64_t{text.segments[0].source} + text.segments[0].source_length;
    return;
  }
  out.number(text.segments.size() + 1);
  std::uint32_t covered = 0;
  for (const Segment& segment : text.segments) {
    put_segment(out, segment, covered, cursor);
    covered = segment.text + segment.text_length;
  }
}

Segment get_segment(RecordReader& in, std::uint64_t covered, std::size_t size, Cursor& cursor) {
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

Segment get_one_segment(RecordReader& in, std::size_t size, Cursor& cursor) {
  Segment segment;
  segment.text_length = segment.source_length = static_cast<std::uint32_t>(size);
  segment.source = get_offset(in, cursor.source);
  cursor.source = std::int64_t{segment.source} + segment.source_length;
  in.expect(cursor.source <= static_cast<std::int64_t>(all_ones));
  return segment;
}

MappedText get_text(RecordReader& in, Cursor& cursor) {
  MappedText text;
  text.text = in.words();
  const std::size_t segments = in.count(1);
  if (segments == 0) {
    if (in.ok()) text.segments.push_back(get_one_segment(in, text.text.size(), cursor));
    return text;
  }
  text.segments.reserve(segments - 1);
  std::uint64_t covered = 0;
  for (std::size_t i = 1; i < segments && in.ok(); ++i) {
    text.segments.push_back(get_segment(in, covered, text.text.size(), cursor));
    covered = std::uint64_t{text.segments.back().text} + text.segments.back().text_length;
  }
  in.expect(!is_one_segment(text));
  return text;
}

/// Where the words of each unit begin in the source: number and heading stand right before them.
std::vector<std::int64_t> begins_of_words(const Passage& passage) {
  constexpr std::int64_t none = -1;
  std::vector<std::int64_t> begins(passage.units.size(), none);
  for (const UnitText& text : passage.texts) {
    std::int64_t& begin = begins[text.unit];
    if (begin == none && !text.text.segments.empty()) begin = text.text.segments[0].source;
  }
  // Where a unit has none, those of the next one.
  std::int64_t next = 0;
  for (std::size_t i = begins.size(); i-- > 0;) {
    if (begins[i] == none) begins[i] = next;
    next = begins[i];
  }
  return begins;
}

// --- Passages --------------------------------------------------------------------------------

void put_passage(RecordWriter& out, const Passage& passage) {
  out.eid(passage.eid);
  out.number(passage.part);
  out.number(passage.parts);
  out.number(passage.ancestors.size());
  for (const Ancestor& ancestor : passage.ancestors) {
    out.eid(ancestor.eid);
    out.words(ancestor.number);
    out.words(ancestor.heading);
  }
  out.number(passage.units.size());
  for (const Unit& unit : passage.units) {
    out.eid(unit.eid);
    out.number(static_cast<std::uint64_t>(unit.level));
    out.parent(unit.parent);
    out.words(unit.number);
    out.words(unit.heading);
  }
  out.number(passage.texts.size());
  Cursor cursor;
  std::uint32_t last = 0;
  for (const UnitText& text : passage.texts) {
    put_index(out, text.unit, last);
    put_text(out, text.text, cursor);
  }
  const auto words = begins_of_words(passage);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const SourceRange range = passage.units[i].source;
    out.difference(words[i] - std::int64_t{range.end});
    out.difference(std::int64_t{range.end} - std::int64_t{range.begin});
  }
}

Ancestor get_ancestor(RecordReader& in) {
  Ancestor ancestor;
  ancestor.eid = in.eid();
  ancestor.number = in.words();
  ancestor.heading = in.words();
  return ancestor;
}

Unit get_unit(RecordReader& in, std::size_t index) {
  Unit unit;
  unit.eid = in.eid();
  unit.level = in.choice(Level::conclusions);
  unit.parent = in.parent(index);
  unit.number = in.words();
  unit.heading = in.words();
  return unit;
}

/// A difference below `from` that stays an offset.
std::uint32_t get_offset_before(RecordReader& in, std::int64_t from) {
  const std::int64_t difference = in.difference();
  in.expect(difference <= from && difference >= from - static_cast<std::int64_t>(all_ones));
  return in.ok() ? static_cast<std::uint32_t>(from - difference) : 0;
}

void get_places_of_units(RecordReader& in, Passage& passage) {
  const auto words = begins_of_words(passage);
  for (std::size_t i = 0; i < words.size() && in.ok(); ++i) {
    SourceRange& range = passage.units[i].source;
    range.end = get_offset_before(in, words[i]);
    range.begin = get_offset_before(in, range.end);
  }
}

Passage get_passage(RecordReader& in) {
  Passage passage;
  passage.eid = in.eid();
  passage.part = in.number32();
  passage.parts = in.number32();
  const std::size_t ancestors = in.count(4);
  passage.ancestors.reserve(ancestors);
  for (std::size_t i = 0; i < ancestors && in.ok(); ++i) {
    passage.ancestors.push_back(get_ancestor(in));
  }
  const std::size_t units = in.count(8);
  passage.units.reserve(units);
  for (std::size_t i = 0; i < units && in.ok(); ++i) passage.units.push_back(get_unit(in, i));
  const std::size_t texts = in.count(3);
  passage.texts.reserve(texts);
  Cursor cursor;
  std::uint32_t last = 0;
  for (std::size_t i = 0; i < texts && in.ok(); ++i) {
    UnitText& text = passage.texts.emplace_back();
    text.unit = get_index(in, units, last);
    text.text = get_text(in, cursor);
  }
  if (in.ok()) get_places_of_units(in, passage);
  return passage;
}

// --- References ------------------------------------------------------------------------------

/// Most references stay within their instrument, which is then not written.
std::string own_instrument(const PassageRecord& record) {
  return parse_id(record.version).instrument;
}

void put_references(RecordWriter& out, const PassageRecord& record) {
  const std::string own = own_instrument(record);
  out.number(record.references.size());
  for (const Reference& reference : record.references) {
    out.number(reference.text);
    out.number(reference.begin);
    out.number(reference.end - reference.begin);
    out.string(reference.instrument == own ? std::string_view() : reference.instrument);
    out.number(reference.targets.size());
    for (const ReferenceTarget& target : reference.targets) {
      out.eid(target.eid);
      out.eid(target.last);
    }
  }
}

Reference get_reference(RecordReader& in, const PassageRecord& record) {
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
  const std::size_t targets = in.count(4);
  in.expect(targets > 0);
  for (std::size_t i = 0; i < targets && in.ok(); ++i) {
    ReferenceTarget& target = reference.targets.emplace_back();
    target.eid = in.eid();
    target.last = in.eid();
  }
  return reference;
}

// --- Classes ---------------------------------------------------------------------------------

/// How many members the sets of a class have.
constexpr unsigned addressee_bits = static_cast<unsigned>(Addressee::custodian) + 1;
constexpr unsigned data_bits = static_cast<unsigned>(DataSort::stored) + 1;

/// Most evidence stands close to what was read before it: places are written as differences.
void put_classes(RecordWriter& out, const PassageRecord& record) {
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

Evidence get_evidence(RecordReader& in, const Passage& passage) {
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

Classification get_class(RecordReader& in, const Passage& passage, std::uint32_t unit) {
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

}  // namespace

std::size_t words_begin(std::string_view record) {
  ByteReader in(record);
  const std::uint64_t places = in.number(in.left());
  return in.ok() && places <= in.left() ? record.size() - in.left() + places : record.size();
}

std::string encode(const PassageRecord& record) {
  RecordWriter out;
  out.number(static_cast<unsigned char>(passage_mark));
  out.string(record.version);
  out.number(record.source);
  put_passage(out, record.passage);
  put_references(out, record);
  put_classes(out, record);
  return out.take();
}

Result<PassageRecord> decode_passage(std::string_view bytes) {
  RecordReader in(bytes);
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
  if (!in.done()) return damaged_record("passage");
  return record;
}

}  // namespace pinlex
