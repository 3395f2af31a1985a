// SPDX-License-Identifier: GPL-2.0-or-later
#include "collection.hpp"

#include "same_text.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/index_document.hpp>

#include <algorithm>
#include <set>
#include <tuple>

namespace pinlex {
namespace {

/// Passages of which it is remembered where they are; of more they are looked for again.
constexpr std::size_t most_placed = 200'000;

std::string key_of(const Passage& passage) {
  return passage.eid + "/" + std::to_string(passage.part);
}

bool same_words(const Passage& a, const Passage& b) {
  const auto same_unit = [](const Unit& x, const Unit& y) {
    return std::tie(x.eid, x.number, x.heading) == std::tie(y.eid, y.number, y.heading);
  };
  const auto same_text = [](const UnitText& x, const UnitText& y) {
    return x.unit == y.unit && x.text.text == y.text.text;
  };
  return std::equal(a.units.begin(), a.units.end(), b.units.begin(), b.units.end(), same_unit) &&
         std::equal(a.texts.begin(), a.texts.end(), b.texts.begin(), b.texts.end(), same_text);
}

/// Appends what of `from` is not there yet, below the same parents.
void merge_outline(const std::vector<OutlineEntry>& from, std::vector<OutlineEntry>& into,
                   std::unordered_map<std::string, std::int32_t>& known) {
  std::vector<std::int32_t> moved(from.size(), -1);
  for (std::size_t i = 0; i < from.size(); ++i) {
    const auto [at, fresh] = known.try_emplace(from[i].eid, static_cast<std::int32_t>(into.size()));
    moved[i] = at->second;
    if (!fresh) continue;
    into.push_back(from[i]);
    const std::int32_t parent = from[i].parent;
    into.back().parent = parent < 0 ? -1 : moved[static_cast<std::size_t>(parent)];
  }
}

/// Where a part stands among others of its version: by its first passage, then by its file.
std::pair<std::string, std::string> rank_of(const Part& part) {
  std::string first;
  for (const Passage& passage : part.passages) {
    std::string key = order_key(part.id(), passage);
    if (first.empty() || key < first) first = std::move(key);
  }
  return {first, part.file()};
}

void sort_parts(std::vector<Part>& parts) {
  if (parts.size() < 2) return;
  std::vector<std::pair<std::pair<std::string, std::string>, Part>> ranked;
  ranked.reserve(parts.size());
  for (Part& part : parts) {
    auto rank = rank_of(part);
    ranked.emplace_back(std::move(rank), std::move(part));
  }
  std::sort(ranked.begin(), ranked.end(),
            [](const auto& a, const auto& b) { return a.first < b.first; });
  parts.clear();
  for (auto& [rank, part] : ranked) parts.push_back(std::move(part));
}

}  // namespace

std::string Collection::bytes_of(const PackedPart& part) const {
  return aside_.get(part.place, 0, part.place.size);
}

Passage Collection::passage_at(const std::string& id, const Place& place) const {
  const PackedPart& part = texts_.at(id)[place.part];
  return unpack_passage(aside_.get(part.place, place.passage.begin, place.passage.size));
}

std::vector<Part> Collection::parts_of(const std::string& id) const {
  std::vector<Part> parts;
  for (const PackedPart& part : texts_.at(id)) parts.push_back(unpack(bytes_of(part)));
  return parts;
}

/// Few versions are in more than one file: only of those is it known which passages they have.
Collection::Places& Collection::places_of(const std::string& id) {
  if (const auto known = places_.find(id); known != places_.end()) return known->second;
  if (placed_ > most_placed) {
    places_.clear();
    placed_ = 0;
  }
  Places& places = places_[id];
  const auto& parts = texts_.at(id);
  for (std::size_t i = 0; i < parts.size(); ++i) place(parts[i], i, places);
  return places;
}

/// Notes where the passages of a part are.
void Collection::place(const PackedPart& part, std::size_t number, Places& places) {
  const std::size_t before = places.size();
  const std::string bytes = bytes_of(part);
  const Part whole = unpack(bytes);
  const auto passages = packed_passages(bytes);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    places.try_emplace(key_of(whole.passages[i]), Place{number, passages[i]});
  }
  placed_ += places.size() - before;
}

void Collection::add(PackedPart part) {
  if (!part.named_by.empty()) names_.try_emplace(part.instrument, part.named_by, part.file);
  std::vector<PackedPart>& parts = texts_[part.id];
  if (const auto known = places_.find(part.id); known != places_.end()) {
    place(part, parts.size(), known->second);
  }
  parts.push_back(std::move(part));
}

Collection::Admission Collection::admit(PackedPart part) {
  if (part.passages == 0) return {{}, part.id + " holds no words", 0, false};
  if (!part.bytes.empty()) put_aside(part);
  const auto text = texts_.find(part.id);
  const bool known = text != texts_.end();
  Admission clash;
  std::size_t met = 0;
  if (known) {
    const Places& places = places_of(part.id);
    for (const Passage& passage : unpack(bytes_of(part)).passages) {
      const auto there = places.find(key_of(passage));
      if (there == places.end()) continue;
      ++met;
      if (!clash.refused.empty() || same_words(passage_at(part.id, there->second), passage)) continue;
      clash.offset = passage.source().begin;
      clash.refused = part.id + ": " + pinpoint(passage.eid) + " has other words in " +
                      text->second[there->second.part].file + ", which is indexed";
    }
  }
  if (met == part.passages && clash.refused.empty()) return {text->second.front().file, {}, 0, false};
  const bool clashes = !clash.refused.empty() || !part.named_by.empty();
  if (known && clashes && is_same_text(unpack(bytes_of(part)), parts_of(part.id))) {
    return {text->second.front().file, {}, 0, false};
  }
  const auto name = names_.find(part.instrument);
  if (!part.named_by.empty() && name != names_.end() &&
      (known || name->second.first != part.named_by)) {
    return {{},
            "its name gives the id " + part.instrument + ", as does " + name->second.second +
                "; rename one, or declare its instrument",
            0,
            false};
  }
  clash.whole = met == 0;
  if (!clash.refused.empty()) return clash;
  if (met == 0) {
    add(std::move(part));
  } else {
    keep(std::move(part));
  }
  return clash;
}

void Collection::keep(PackedPart part) {
  if (!part.bytes.empty()) put_aside(part);
  if (texts_.contains(part.id)) {
    const Places& places = places_of(part.id);
    Part rest = unpack(bytes_of(part));
    const std::size_t known = std::erase_if(rest.passages, [&](const Passage& passage) {
      return places.contains(key_of(passage));
    });
    if (known > 0) {
      part = pack(std::move(rest), std::move(part.named_by));
      put_aside(part);
    }
  }
  if (part.passages > 0) add(std::move(part));
}

std::vector<std::vector<std::string>> Collection::by_instrument() const {
  // A key may be cut short: the id itself decides then.
  using Key = std::pair<std::string, std::string>;
  std::map<Key, std::map<Key, std::string>> sorted;
  for (const auto& [id, text] : texts_) {
    const ProvisionId parsed = parse_id(id);
    const Key instrument{sort_key({parsed.instrument, {}, {}}), parsed.instrument};
    sorted[instrument][{sort_key(parsed), id}] = id;
  }
  std::vector<std::vector<std::string>> out;
  for (const auto& [instrument, versions] : sorted) {
    out.emplace_back();
    for (const auto& [key, id] : versions) out.back().push_back(id);
  }
  return out;
}

std::optional<std::uint32_t> Collection::articles(const std::string& id) const {
  const auto text = texts_.find(id);
  if (text == texts_.end()) return std::nullopt;
  std::set<std::string> articles;
  for (const PackedPart& part : text->second) {
    for (OutlineEntry& entry : packed_record(bytes_of(part)).outline) {
      if (is_article(entry)) articles.insert(std::move(entry.eid));
    }
  }
  return static_cast<std::uint32_t>(articles.size());
}

std::uint64_t Collection::passages() const {
  std::uint64_t count = 0;
  for (const auto& [id, parts] : texts_) {
    for (const PackedPart& part : parts) count += part.passages;
  }
  return count;
}

std::vector<std::uint64_t> Collection::sizes(
    const std::vector<std::vector<std::string>>& ids) const {
  std::vector<std::uint64_t> out;
  for (const auto& list : ids) {
    out.push_back(0);
    for (const std::string& id : list) {
      for (const PackedPart& part : texts_.at(id)) out.back() += part.size;
    }
  }
  return out;
}

RecordSample Collection::sample(std::uint64_t bytes) const {
  RecordSample out;
  for (const auto& [id, parts] : texts_) {
    for (const PackedPart& part : parts) out.total += part.size;
  }
  const std::uint64_t step = std::max<std::uint64_t>(1, out.total / bytes);
  std::uint64_t next = 0;  // How many passages there are before the next one to take.
  for (const auto& [id, parts] : texts_) {
    for (const PackedPart& part : parts) {
      if (next >= part.passages) {
        next -= part.passages;
        continue;
      }
      const std::string packed = bytes_of(part);
      const auto passages = packed_passages(packed);
      for (; next < passages.size(); next += step) {
        out.records.push_back(packed.substr(passages[next].begin, passages[next].size));
      }
      next -= passages.size();
    }
  }
  return out;
}

const std::string& Collection::language(const std::string& id) const {
  return texts_.at(id).front().language;
}

StoredText Collection::take(const std::string& id) {
  std::vector<Part> parts;
  for (const PackedPart& packed : texts_.at(id)) parts.push_back(unpack(aside_.take(packed.place)));
  texts_.erase(id);
  sort_parts(parts);
  StoredText out;
  std::unordered_map<std::string, std::int32_t> known;
  for (Part& part : parts) {
    merge_outline(part.outline, out.record.outline, known);
    const auto source = static_cast<std::uint32_t>(out.record.sources.size());
    out.record.sources.push_back(part.version.source);
    for (Passage& passage : part.passages) {
      out.passages.push_back({id, source, std::move(passage)});
    }
  }
  out.record.version = std::move(parts.front().version);
  out.record.articles = count_articles(out.record.outline);
  out.record.passages = static_cast<std::uint32_t>(out.passages.size());
  return out;
}

}  // namespace pinlex
