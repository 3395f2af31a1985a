// SPDX-License-Identifier: GPL-2.0-or-later
#include "live_index.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/fields.hpp>

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace pinlex {
namespace {

/// The entries that lead to these passages, with their ancestors.
std::vector<OutlineEntry> outline_for(const std::vector<OutlineEntry>& outline,
                                      const std::vector<Passage>& passages) {
  std::unordered_set<std::string_view> eids;
  for (const Passage& passage : passages) {
    eids.insert(passage.eid);
    for (const Ancestor& ancestor : passage.ancestors) eids.insert(ancestor.eid);
  }
  std::vector<OutlineEntry> out;
  std::vector<std::int32_t> moved(outline.size(), -1);
  for (std::size_t i = 0; i < outline.size(); ++i) {
    if (!eids.contains(outline[i].eid)) continue;
    moved[i] = static_cast<std::int32_t>(out.size());
    out.push_back(outline[i]);
    const std::int32_t parent = outline[i].parent;
    out.back().parent = parent < 0 ? -1 : moved[static_cast<std::size_t>(parent)];
  }
  return out;
}

}  // namespace

Result<LiveIndex> LiveIndex::open(const std::filesystem::path& index) {
  LiveIndex live;
  // The words are made anew from the stored texts, so that their recipe does not matter.
  auto reader = IndexReader::open(index, RecipeCheck::any);
  if (!reader && reader.error().code == Code::no_index) return live;
  if (!reader) return passed_on(reader);
  const auto documents = reader->documents(term_of(Field::record, "version"));
  if (!documents) return passed_on(documents);
  for (const std::uint32_t document : *documents) {
    auto version = reader->version(document);
    if (!version) return passed_on(version);
    live.versions_.push_back({document, std::move(*version)});
  }
  live.reader_.emplace(std::move(*reader));
  return live;
}

Result<StoredText> LiveIndex::text(const Stored& version) const {
  StoredText out;
  out.record = version.record;
  const auto documents = reader_->documents(term_of(Field::version, version.record.id()));
  if (!documents) return passed_on(documents);
  for (const std::uint32_t document : *documents) {
    if (document == version.document) continue;
    auto stored = reader_->passage(document);
    if (!stored) return passed_on(stored);
    if (stored->source >= version.record.sources.size()) {
      return fail(Code::damaged,
                  version.record.id() + ": a passage is of a file that is not listed");
    }
    // Terms are cut short where they are too long: the record decides.
    if (stored->version == version.record.id()) out.passages.push_back(std::move(*stored));
  }
  return out;
}

Result<std::vector<Part>> LiveIndex::parts(const Stored& version) const {
  auto text = this->text(version);
  if (!text) return passed_on(text);
  const VersionRecord& record = version.record;
  std::vector<Part> parts(record.sources.size());
  for (PassageRecord& stored : text->passages) {
    parts[stored.source].passages.push_back(std::move(stored.passage));
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    parts[i].version = record.version;
    parts[i].version.source = record.sources[i];
    parts[i].outline =
        parts.size() == 1 ? record.outline : outline_for(record.outline, parts[i].passages);
  }
  std::erase_if(parts, [](const Part& part) { return part.passages.empty(); });
  return parts;
}

}  // namespace pinlex
