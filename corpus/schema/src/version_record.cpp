// SPDX-License-Identifier: GPL-2.0-or-later
#include "record_parts.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/record.hpp>

#include <cstddef>
#include <limits>
#include <utility>

namespace pinlex {
namespace {

void put_source(RecordWriter& out, const Source& source) {
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

Source get_source(RecordReader& in) {
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

void put_version(RecordWriter& out, const Version& version) {
  out.string(version.instrument);
  out.number(static_cast<std::uint64_t>(version.kind));
  out.words(version.title);
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

Version get_version(RecordReader& in) {
  Version version;
  version.instrument = in.string();
  version.kind = in.choice(Kind::document);
  version.title = in.words();
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

OutlineEntry get_outline_entry(RecordReader& in, std::size_t index) {
  OutlineEntry entry;
  entry.eid = in.eid();
  entry.level = in.choice(Level::conclusions);
  entry.parent = in.parent(index);
  entry.number = in.words();
  entry.heading = in.words();
  return entry;
}

}  // namespace

std::string VersionRecord::id() const {
  return ProvisionId{
      version.instrument, {}, version_suffix(version.language, version.edition, version.as_of)}
      .str();
}

std::string encode(const VersionRecord& record) {
  RecordWriter out;
  out.number(static_cast<unsigned char>(version_mark));
  put_version(out, record.version);
  out.number(record.sources.size());
  for (const Source& source : record.sources) put_source(out, source);
  out.number(record.outline.size());
  for (const OutlineEntry& entry : record.outline) {
    out.eid(entry.eid);
    out.number(static_cast<std::uint64_t>(entry.level));
    out.parent(entry.parent);
    out.words(entry.number);
    out.words(entry.heading);
  }
  out.number(record.articles);
  out.number(record.passages);
  out.string(record.sha256);
  return out.take();
}

Result<VersionRecord> decode_version(std::string_view bytes) {
  RecordReader in(bytes);
  in.expect(in.number32() == version_mark);
  VersionRecord record;
  record.version = get_version(in);
  for (std::size_t left = in.count(7); left > 0 && in.ok(); --left) {
    record.sources.push_back(get_source(in));
  }
  const std::size_t outline = in.count(6);
  for (std::size_t i = 0; i < outline && in.ok(); ++i) {
    record.outline.push_back(get_outline_entry(in, i));
  }
  record.articles = in.number32();
  record.passages = in.number32();
  record.sha256 = in.string();
  if (!record.sources.empty()) record.version.source = record.sources.front();
  if (!in.done()) return damaged_record("version");
  return record;
}

}  // namespace pinlex
