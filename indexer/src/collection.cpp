// SPDX-License-Identifier: GPL-2.0-or-later
#include "collection.hpp"

#include "discovery.hpp"
#include "file_name.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/schema/index_document.hpp>

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>

namespace pinlex {
namespace {

bool is_in_outline(Level level) {
  switch (level) {
    case Level::paragraph:
    case Level::point:
      return false;
    case Level::preamble:
    case Level::annex:
    case Level::part:
    case Level::title:
    case Level::chapter:
    case Level::section:
    case Level::heading:
    case Level::article:
    case Level::conclusions:
      return true;
  }
  return true;
}

/// A basic unit of the text itself, not of an annex.
bool is_article(const OutlineEntry& entry) {
  return entry.level == Level::article && entry.eid.find("__") == std::string::npos;
}

/// Groupings and basic units; each keeps its nearest ancestor that is one.
std::vector<OutlineEntry> outline_of(const Version& version) {
  std::vector<OutlineEntry> outline;
  std::vector<std::int32_t> place(version.provisions.size(), -1);
  for (std::size_t i = 0; i < version.provisions.size(); ++i) {
    const Provision& provision = version.provisions[i];
    const std::int32_t above =
        provision.parent < 0 ? -1 : place[static_cast<std::size_t>(provision.parent)];
    if (!is_in_outline(provision.level)) {
      place[i] = above;
      continue;
    }
    place[i] = static_cast<std::int32_t>(outline.size());
    outline.push_back(
        {provision.eid, provision.level, above, provision.number.text, provision.heading.text});
  }
  return outline;
}

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

/// About what the record of a passage takes: its words, mostly.
std::uint64_t size_of(const Passage& passage) {
  std::uint64_t bytes = 0;
  for (const UnitText& text : passage.texts) bytes += text.text.text.size();
  for (const Unit& unit : passage.units) bytes += unit.eid.size() + unit.heading.size();
  return bytes;
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

std::string Part::id() const {
  return ProvisionId{
      version.instrument, {}, version_suffix(version.language, version.edition, version.as_of)}
      .str();
}

std::string file_of(const Source& source) {
  const std::filesystem::path root(source.root);
  // A root that is the file itself.
  if (root.filename() == source.file || source.root == standard_input_root) return root.string();
  return (root / source.file).lexically_normal().string();
}

std::string Part::file() const { return file_of(version.source); }

Part part_of(Version version) {
  Part part;
  part.passages = passages_of(version);
  part.outline = outline_of(version);
  version.provisions = {};
  version.pieces = {};
  part.version = std::move(version);
  return part;
}

std::string naming_path(const Version& version, const Catalogue& catalogue) {
  if (catalogue.find(version.instrument) != nullptr) return {};
  const FileName name = read_file_name(version.source.file);
  std::string_view rest = version.instrument;
  if (!rest.starts_with(name.slug)) return {};
  rest.remove_prefix(name.slug.size());
  // A second text of the same file has the slug with a number.
  const bool numbered = rest.size() > 1 && rest.front() == '-' &&
                        rest.find_first_not_of("0123456789", 1) == std::string_view::npos;
  if (!rest.empty() && !numbered) return {};
  return version.source.root + "/" + name.stem;
}

std::uint32_t count_articles(const std::vector<OutlineEntry>& outline) {
  return static_cast<std::uint32_t>(std::count_if(outline.begin(), outline.end(), is_article));
}

std::optional<Collection::Place> Collection::find(const Text& text, const Passage& passage) {
  const auto at = text.places.find(key_of(passage));
  return at == text.places.end() ? std::nullopt : std::optional(at->second);
}

void Collection::add(Part part, const std::string& named_by) {
  if (!named_by.empty()) {
    names_.try_emplace(part.version.instrument, named_by, part.file());
  }
  Text& text = texts_[part.id()];
  for (std::size_t i = 0; i < part.passages.size(); ++i) {
    text.places.try_emplace(key_of(part.passages[i]), Place{text.parts.size(), i});
  }
  text.parts.push_back(std::move(part));
}

Collection::Admission Collection::admit(Part part, const std::string& named_by) {
  const std::string id = part.id();
  if (part.passages.empty()) return {{}, id + " holds no words", 0, false};
  const auto text = texts_.find(id);
  const bool known = text != texts_.end();
  Admission clash;
  std::size_t met = 0;
  for (const Passage& passage : part.passages) {
    const auto there = known ? find(text->second, passage) : std::nullopt;
    if (!there) continue;
    ++met;
    const Part& holder = text->second.parts[there->part];
    if (!clash.refused.empty() || same_words(holder.passages[there->passage], passage)) continue;
    clash.offset = passage.source().begin;
    clash.refused = id + ": " + pinpoint(passage.eid) + " has other words in " + holder.file() +
                    ", which is indexed";
  }
  if (met == part.passages.size() && clash.refused.empty()) {
    return {text->second.parts.front().file(), {}, 0, false};
  }
  const auto name = names_.find(part.version.instrument);
  if (!named_by.empty() && name != names_.end() && (known || name->second.first != named_by)) {
    return {{},
            "its name gives the id " + part.version.instrument + ", as does " +
                name->second.second + "; rename one, or declare its instrument",
            0,
            false};
  }
  clash.whole = met == 0;
  if (clash.refused.empty()) keep(std::move(part), named_by);
  return clash;
}

void Collection::keep(Part part, const std::string& named_by) {
  if (const auto text = texts_.find(part.id()); text != texts_.end()) {
    std::erase_if(part.passages,
                  [&](const Passage& passage) { return find(text->second, passage).has_value(); });
  }
  if (!part.passages.empty()) add(std::move(part), named_by);
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
  if (!texts_.contains(id)) return std::nullopt;
  std::set<std::string_view> articles;
  for (const Part& part : texts_.at(id).parts) {
    for (const OutlineEntry& entry : part.outline) {
      if (is_article(entry)) articles.insert(entry.eid);
    }
  }
  return static_cast<std::uint32_t>(articles.size());
}

std::uint64_t Collection::passages() const {
  std::uint64_t count = 0;
  for (const auto& [id, text] : texts_) count += text.places.size();
  return count;
}

std::vector<std::uint64_t> Collection::sizes(
    const std::vector<std::vector<std::string>>& ids) const {
  std::vector<std::uint64_t> out;
  for (const auto& list : ids) {
    out.push_back(0);
    for (const std::string& id : list) {
      for (const Part& part : texts_.at(id).parts) {
        for (const Passage& passage : part.passages) out.back() += size_of(passage);
      }
    }
  }
  return out;
}

RecordSample Collection::sample(std::uint64_t bytes) const {
  RecordSample out;
  for (const auto& [id, text] : texts_) {
    for (const Part& part : text.parts) {
      for (const Passage& passage : part.passages) out.total += size_of(passage);
    }
  }
  const std::uint64_t step = std::max<std::uint64_t>(1, out.total / bytes);
  std::uint64_t met = 0;
  for (const auto& [id, text] : texts_) {
    for (const Part& part : text.parts) {
      for (const Passage& passage : part.passages) {
        if (met++ % step == 0) out.records.push_back(encode(PassageRecord{id, 0, passage}));
      }
    }
  }
  return out;
}

const std::string& Collection::language(const std::string& id) const {
  return texts_.at(id).parts.front().version.language;
}

StoredText Collection::take(const std::string& id) {
  auto parts = std::move(texts_.at(id).parts);
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
