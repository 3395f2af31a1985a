// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/passage.hpp>
#include <pinlex/schema/record.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// Builds a passage by hand; its words stand one after the other in an invented source.
class PassageBuilder {
 public:
  PassageBuilder(std::string eid, std::string number, std::string heading,
                 Level level = Level::article) {
    passage_.eid = eid;
    unit(std::move(eid), std::move(number), -1, level);
    passage_.units[0].heading = std::move(heading);
  }

  /// Adds a unit and returns its index.
  std::int32_t unit(std::string eid, std::string number, std::int32_t parent,
                    Level level = Level::paragraph) {
    Unit one;
    one.eid = std::move(eid);
    one.level = level;
    one.parent = parent;
    one.source = {offset_, offset_ + static_cast<std::uint32_t>(number.size())};
    offset_ = one.source.end + 1;
    one.number = std::move(number);
    passage_.units.push_back(std::move(one));
    return static_cast<std::int32_t>(passage_.units.size()) - 1;
  }

  /// Adds words of a unit.
  PassageBuilder& text(std::int32_t unit, std::string words) {
    UnitText run;
    run.unit = static_cast<std::uint32_t>(unit);
    run.text.append(words, offset_);
    offset_ += static_cast<std::uint32_t>(words.size()) + 1;
    passage_.texts.push_back(std::move(run));
    return *this;
  }

  /// A unit with its words.
  std::int32_t unit_with(std::string eid, std::string number, std::int32_t parent,
                         std::string words) {
    const auto index = unit(std::move(eid), std::move(number), parent);
    text(index, std::move(words));
    return index;
  }

  Passage& passage() { return passage_; }

 private:
  Passage passage_;
  std::uint32_t offset_ = 1000;
};

/// An article on listening to lanterns: (1) with points (a), (b)(i), (b)(ii), then (2) and (3).
inline Passage lantern_article() {
  PassageBuilder b("art_7", "Article 7", "Reading of lantern signals");
  b.passage().ancestors = {{"chp_2", "CHAPTER  II", "Powers"}, {"chp_2__sec_1", "Section 1", ""}};
  const auto one = b.unit_with("art_7__para_1", "1.", 0, "A keeper may, for grave wrongs:");
  b.unit_with("art_7__para_1__point_a", "(a)", one, "watch the signals of a lantern; and");
  const auto point_b = b.unit_with("art_7__para_1__point_b", "(b)", one, "oblige an owner:");
  b.unit_with("art_7__para_1__point_b__point_i", "(i)", point_b, "to watch; or");
  b.unit_with("art_7__para_1__point_b__point_ii", "(ii)", point_b, "to help the keeper");
  b.text(one, "as the case demands.");
  b.unit_with("art_7__para_2", "2.", 0, "An owner keeps secret that a keeper watches.");
  b.unit_with("art_7__para_3", "3.", 0, "Judges review what keepers do.");
  return b.passage();
}

inline VersionRecord lantern_version(std::string language = "en",
                                     Edition edition = Edition::official) {
  VersionRecord record;
  Version& version = record.version;
  version.instrument = "lanterns";
  version.kind = Kind::treaty;
  version.title = "Convention on Lanterns";
  version.series = "LTS 12";
  version.language = std::move(language);
  version.edition = edition;
  version.address = "https://example.org/lanterns";
  version.as_of = "2020-02-01";
  Source source;
  source.file = "lanterns.md";
  source.sha256 = std::string(64, 'a');
  source.bytes = 5000;
  source.address = "https://example.org/raw/lanterns.md";
  source.retrieved = "2024-03-05";
  record.sources = {source};
  record.outline = {{"chp_1", Level::chapter, -1, "CHAPTER I", "Words"},
                    {"art_1", Level::article, 0, "Article 1", "Definitions"},
                    {"chp_2", Level::chapter, -1, "CHAPTER II", "Powers"},
                    {"chp_2__sec_1", Level::section, 2, "Section 1", ""},
                    {"art_2", Level::article, 3, "Article 2", "Lighting"},
                    {"art_7", Level::article, 3, "Article 7", "Reading of lantern signals"},
                    {"art_10", Level::article, 2, "Article 10", "Review"}};
  record.articles = 4;
  record.passages = 4;
  return record;
}

inline PassageRecord lantern_record(const VersionRecord& version) {
  PassageRecord record;
  record.version = version.id();
  record.passage = lantern_article();
  return record;
}

}  // namespace pinlex
