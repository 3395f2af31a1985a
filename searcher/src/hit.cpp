// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"

#include <pinlex/model/eid.hpp>
#include <pinlex/model/instrument.hpp>

#include <algorithm>
#include <vector>

namespace pinlex {
namespace {

/// One space for each run of white space, none at the ends.
std::string tidy(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r') {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::uint32_t depth_below(const Passage& passage, std::size_t unit, std::size_t ancestor) {
  std::uint32_t depth = 0;
  for (; unit != ancestor; ++depth) unit = static_cast<std::size_t>(passage.units[unit].parent);
  return depth;
}

/// Whether the number of a passage's own provision stands before its words, as that of a numbered
/// paragraph does; the number of an article stands above them.
bool number_before_words(const Unit& unit) {
  return unit.level == Level::paragraph || unit.level == Level::point;
}

/// Appends to a hit the units of a passage one after the other.
class TextsWriter {
 public:
  TextsWriter(Hit& hit, const Passage& passage, std::size_t top)
      : hit_(hit), passage_(passage), top_(top), named_(passage.units.size()) {
    // A later part of a split passage repeats the provisions it continues.
    for (std::size_t i = 0; i < named_.size(); ++i) named_[i] = is_shown(passage.units[i].eid);
  }

  void text(const UnitText& run) {
    ShownText shown = start(run.unit);
    shown.text = run.text.text;
    shown.source = run.text.source();
    add(std::move(shown));
  }

  /// The number and heading of a unit that has no words, or none before those of a unit below it.
  void name_only(std::size_t unit) {
    if (named_[unit] || (number(unit).empty() && heading(unit).empty())) return;
    ShownText shown = start(unit);
    shown.source = passage_.units[unit].source;
    add(std::move(shown));
  }

 private:
  bool is_shown(const std::string& eid) const {
    return std::any_of(hit_.texts.begin(), hit_.texts.end(),
                       [&](const ShownText& text) { return text.eid == eid; });
  }

  std::string number(std::size_t unit) const {
    const bool above = unit == 0 && !number_before_words(passage_.units[0]);
    return above ? std::string() : passage_.units[unit].number;
  }

  std::string heading(std::size_t unit) const {
    return unit == 0 ? std::string() : passage_.units[unit].heading;
  }

  ShownText start(std::size_t unit) {
    ShownText shown;
    shown.eid = passage_.units[unit].eid;
    shown.depth = depth_below(passage_, unit, top_);
    if (!named_[unit]) {
      shown.number = number(unit);
      shown.heading = heading(unit);
      hit_.provenance.range = hull(hit_.provenance.range, passage_.units[unit].source);
    }
    named_[unit] = true;
    return shown;
  }

  void add(ShownText shown) {
    hit_.provenance.range = hull(hit_.provenance.range, shown.source);
    hit_.texts.push_back(std::move(shown));
  }

  Hit& hit_;
  const Passage& passage_;
  std::size_t top_;
  std::vector<bool> named_;  ///< Whose number and heading stand there already.
};

}  // namespace

Provenance provenance_of(const VersionRecord& record, std::uint32_t source) {
  const Version& version = record.version;
  const Source& file = source < record.sources.size() ? record.sources[source] : version.source;
  Provenance out;
  out.file = file.file;
  out.sha256 = file.sha256;
  out.address = version.address;
  out.fetched_from = file.address;
  out.retrieved = file.retrieved;
  out.as_of = version.as_of;
  out.published = version.published;
  out.author = version.author;
  out.extracted = file.extracted;
  return out;
}

std::string Provenance::place() const {
  return extracted && !range.empty() ? extracted->of(range) : std::string();
}

Hit hit_of(const VersionRecord& version, const PassageRecord& record, std::string_view eid) {
  const Version& of = version.version;
  const Passage& passage = record.passage;
  ProvisionId id = parse_id(record.version);
  Hit hit;
  id.eid = passage.eid;
  hit.id = id.str();
  id.eid = eid;
  hit.pinpoint = id.str();
  hit.citation = citation_of(of, eid);
  hit.instrument = of.instrument;
  hit.title = of.title;
  hit.kind = name(of.kind);
  hit.language = of.language;
  hit.edition = name(of.edition);
  if (!passage.units.empty()) {
    hit.number = tidy(passage.units.front().number);
    hit.heading = passage.units.front().heading;
  }
  for (const Ancestor& ancestor : passage.ancestors) {
    hit.path.push_back(place_name(ancestor.number, ancestor.heading));
  }
  hit.provenance = provenance_of(version, record.source);
  return hit;
}

void add_texts(Hit& hit, const Passage& passage, PinpointChoice shown,
               const PassageFindings* findings) {
  TextsWriter writer(hit, passage, shown.unit);
  const auto is_shown = [&](std::size_t one) {
    if (shown.extent == Extent::own_words) return one == shown.unit;
    return lies_within(passage, one, shown.unit);
  };
  std::size_t next = shown.unit;
  const auto name_up_to = [&](std::size_t end) {
    for (; next < end; ++next) {
      if (is_shown(next)) writer.name_only(next);
    }
  };
  for (std::size_t i = 0; i < passage.texts.size(); ++i) {
    if (!is_shown(passage.texts[i].unit)) continue;
    name_up_to(passage.texts[i].unit);
    writer.text(passage.texts[i]);
    if (findings != nullptr) hit.texts.back().highlights = findings->texts[i].places();
  }
  name_up_to(passage.units.size());
  if (findings != nullptr && !passage.units.empty()) {
    hit.heading_highlights = findings->headings.front().places();
  }
}

std::string citation_of(const Version& version, std::string_view eid) {
  Instrument instrument;
  instrument.id = version.instrument;
  if (!version.title.empty()) instrument.titles[version.language] = version.title;
  instrument.series = version.series;
  std::string out = display_title(instrument, version.language);
  if (!eid.empty()) out += ", " + pinpoint(eid);
  return out;
}

std::string place_name(std::string_view number, std::string_view heading) {
  const std::string first = tidy(number), second = tidy(heading);
  if (first.empty() || second.empty()) return first + second;
  return first + " – " + second;
}

std::string shown_words(const Hit& hit) {
  std::string words;
  for (const ShownText& text : hit.texts) {
    for (const std::string* part : {&text.number, &text.heading, &text.text}) {
      if (!part->empty()) words.append(words.empty() ? "" : " ").append(*part);
    }
  }
  return words;
}

}  // namespace pinlex
