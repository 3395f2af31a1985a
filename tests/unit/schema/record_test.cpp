// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/schema/record.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace pinlex;

namespace {

MappedText mapped(std::string_view text, std::uint32_t source) {
  MappedText out;
  out.append(text, source);
  return out;
}

/// An article with two paragraphs, an entity in its text and a heading far from it.
PassageRecord article() {
  PassageRecord record;
  record.version = "lake-1@en";
  record.source = 1;
  Passage& passage = record.passage;
  passage.eid = "art_5";
  passage.part = 1;
  passage.parts = 3;
  passage.ancestors = {{"chp_2", "Chapter II", "Boats & buoys"}, {"chp_2__sec_1", "Section 1", ""}};
  passage.units = {
      {"art_5", Level::article, -1, "Article 5", "Ferries", {90, 140}},
      {"art_5__para_1", Level::paragraph, 0, "1.", "", {200, 202}},
      {"art_5__para_1__point_b", Level::point, 1, "b)", "", {4000000000u, 4000000002u}},
      {"art_5__para_2", Level::paragraph, 0, "", "", {}}};
  MappedText with_entity = mapped("Ferries ", 210);
  with_entity.append_decoded("&", {218, 223});
  with_entity.append(" rafts stop at sunset.", 223);
  passage.texts = {{1, with_entity}, {3, mapped("Nothing here binds a swan.", 150)}, {0, {}}};
  record.references = {{0, 0, 7, "lake-1", {{"art_2", "art_4"}, {"art_6", ""}}},
                       {1, 8, 26, "pond-2", {{"", ""}}}};
  record.classes = {
      {0, 300, Element::safeguard, 0, 0, {{EvidenceFor::named, true, 0, 0, 7}}},
      {1,
       2,
       Element::power,
       5,
       9,
       {{EvidenceFor::named, false, 0, 0, 7}, {EvidenceFor::reference, false, 1, 8, 26}}}};
  return record;
}

VersionRecord version() {
  VersionRecord record;
  record.version.instrument = "lake-1";
  record.version.kind = Kind::protocol;
  record.version.title = "Protocol on Ferries";
  record.version.series = "LTS 1";
  record.version.language = "en";
  record.version.edition = Edition::consolidated;
  record.version.as_of = "2021-07-05";
  record.version.address = "https://example.org/lake-1";
  record.version.author = "A. Heron";
  record.version.published = "2020-01-01";
  record.version.about = {"lake-0#art_1", "lake-0#art_2"};
  record.version.doubts = {{17, "article 4 follows article 2"}};
  record.sources = {
      {"a.md", "texts", std::string(64, 'a'), 1234, "https://example.org/a", "2020-02-02"},
      {"b.md", "texts", std::string(64, 'b'), 1ull << 40, "", ""}};
  record.sources[1].extracted = std::make_shared<const ExtractedPlaces>(
      ExtractedPlaces{{{0, "page 1"}, {7000, "page 2"}}});
  record.version.source = record.sources[0];
  record.outline = {{"chp_2", Level::chapter, -1, "Chapter II", "Boats"},
                    {"art_5", Level::article, 0, "Article 5", "Ferries"}};
  record.articles = 1;
  record.passages = 2;
  return record;
}

bool same(const PassageRecord& a, const PassageRecord& b) {
  if (a.version != b.version || a.source != b.source || a.passage.eid != b.passage.eid)
    return false;
  if (a.references != b.references || a.classes != b.classes) return false;
  if (a.passage.part != b.passage.part || a.passage.parts != b.passage.parts) return false;
  if (a.passage.ancestors.size() != b.passage.ancestors.size()) return false;
  for (std::size_t i = 0; i < a.passage.ancestors.size(); ++i) {
    const Ancestor &x = a.passage.ancestors[i], &y = b.passage.ancestors[i];
    if (x.eid != y.eid || x.number != y.number || x.heading != y.heading) return false;
  }
  if (a.passage.units.size() != b.passage.units.size()) return false;
  for (std::size_t i = 0; i < a.passage.units.size(); ++i) {
    const Unit &x = a.passage.units[i], &y = b.passage.units[i];
    if (x.eid != y.eid || x.level != y.level || x.parent != y.parent || x.number != y.number ||
        x.heading != y.heading || x.source != y.source) {
      return false;
    }
  }
  if (a.passage.texts.size() != b.passage.texts.size()) return false;
  for (std::size_t i = 0; i < a.passage.texts.size(); ++i) {
    const UnitText &x = a.passage.texts[i], &y = b.passage.texts[i];
    if (x.unit != y.unit || x.text != y.text) return false;
  }
  return true;
}

/// The error of damage, or success; anything else fails the test.
template <typename T>
bool damaged_or_read(const Result<T>& result) {
  return result.has_value() || result.error().code == Code::damaged;
}

}  // namespace

TEST_CASE("a passage comes back as it was stored") {
  const PassageRecord before = article();
  const auto after = decode_passage(encode(before));
  REQUIRE(after);
  CHECK(same(before, *after));
  const auto empty = decode_passage(encode(PassageRecord{}));
  REQUIRE(empty);
  CHECK(same(PassageRecord{}, *empty));
}

TEST_CASE("a text that no segment covers in places comes back too") {
  PassageRecord before = article();
  before.passage.texts[0].text.segments.erase(before.passage.texts[0].text.segments.begin() + 1);
  const auto after = decode_passage(encode(before));
  REQUIRE(after);
  CHECK(same(before, *after));
}

TEST_CASE("a version comes back as it was stored") {
  const VersionRecord before = version();
  const std::string bytes = encode(before);
  const auto after = decode_version(bytes);
  REQUIRE(after);
  CHECK(after->id() == "lake-1@en.2021-07-05");
  CHECK(after->version.title == before.version.title);
  CHECK(after->version.about == before.version.about);
  CHECK(after->version.doubts.size() == 1);
  CHECK(after->sources[1].bytes == 1ull << 40);
  CHECK(after->outline[1].parent == 0);
  CHECK(encode(*after) == bytes);
}

TEST_CASE("one record is not taken for the other") {
  CHECK(decode_passage(encode(version())).error().code == Code::damaged);
  CHECK(decode_version(encode(article())).error().code == Code::damaged);
}

TEST_CASE("every truncation and every trailing byte is refused") {
  const std::string passage = encode(article());
  const std::string whole = encode(version());
  for (std::size_t length = 0; length < passage.size(); ++length) {
    CHECK_FALSE(decode_passage(std::string_view(passage).substr(0, length)));
  }
  for (std::size_t length = 0; length < whole.size(); ++length) {
    CHECK_FALSE(decode_version(std::string_view(whole).substr(0, length)));
  }
  CHECK_FALSE(decode_passage(passage + '\0'));
  CHECK_FALSE(decode_version(whole + '\0'));
}

TEST_CASE("no flipped bit crashes the reader, and what it reads can be written again") {
  const std::string passage = encode(article());
  for (std::size_t bit = 0; bit < passage.size() * 8; ++bit) {
    std::string broken = passage;
    broken[bit / 8] = static_cast<char>(broken[bit / 8] ^ (1 << bit % 8));
    const auto read = decode_passage(broken);
    REQUIRE(damaged_or_read(read));
    if (read) CHECK(encode(*read) == broken);
  }
  const std::string whole = encode(version());
  for (std::size_t bit = 0; bit < whole.size() * 8; ++bit) {
    std::string broken = whole;
    broken[bit / 8] = static_cast<char>(broken[bit / 8] ^ (1 << bit % 8));
    const auto read = decode_version(broken);
    REQUIRE(damaged_or_read(read));
    if (read) CHECK(encode(*read) == broken);
  }
}

TEST_CASE("no heap of random bytes crashes the reader") {
  std::mt19937 random(20010911);
  std::uniform_int_distribution<int> byte(0, 255);
  for (int round = 0; round < 20000; ++round) {
    const int length = byte(random);
    // In front stands how much comes before the words.
    std::string bytes(1, static_cast<char>(std::min(1 + length / 2, 127)));
    bytes += round % 2 == 0 ? 'P' : 'V';
    // Mostly small numbers: those pass for counts and lead further in.
    for (int i = 0; i < length; ++i) {
      bytes += static_cast<char>(byte(random) < 200 ? byte(random) % 6 : byte(random));
    }
    REQUIRE(damaged_or_read(decode_passage(bytes)));
    REQUIRE(damaged_or_read(decode_version(bytes)));
  }
}

TEST_CASE("a damaged record says what to do") {
  const Error error = decode_passage("nonsense").error();
  CHECK(error.message == "a stored passage is not what was written");
  CHECK(error.hint == "index the texts again");
}

TEST_CASE("a class outside of its passage is damage") {
  const Evidence good{EvidenceFor::named, false, 0, 0, 7};
  const std::vector<Classification> bad{
      {4, 0, Element::power, 0, 0, {good}},
      {0, 0, Element::power, 0, 0, {}},
      {0, 0, static_cast<Element>(6), 0, 0, {good}},
      {0, 0, Element::power, 0, 16, {good}},
      {0, 0, Element::power, 0, 0, {{EvidenceFor::named, false, 3, 0, 0}}},
      {0, 0, Element::power, 0, 0, {{EvidenceFor::named, false, 1, 20, 27}}},
      {0, 0, Element::power, 0, 0, {{EvidenceFor::named, true, 0, 0, 8}}},
      {0, 0, Element::power, 0, 0, {{static_cast<EvidenceFor>(5), false, 0, 0, 1}}}};
  for (std::size_t i = 0; i < bad.size(); ++i) {
    CAPTURE(i);
    PassageRecord record = article();
    record.classes = {bad[i]};
    const auto decoded = decode_passage(encode(record));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == Code::damaged);
  }
}

TEST_CASE("a reference outside of the words it stands in is damage") {
  const std::vector<Reference> bad{{3, 0, 1, "pond-2", {{"art_1", ""}}},
                                   {1, 20, 27, "pond-2", {{"art_1", ""}}},
                                   {1, 27, 27, "pond-2", {{"art_1", ""}}},
                                   {1, 0, 1, "pond-2", {}}};
  for (const Reference& reference : bad) {
    CAPTURE(reference.text, reference.begin, reference.end);
    PassageRecord record = article();
    record.references = {reference};
    const auto decoded = decode_passage(encode(record));
    REQUIRE_FALSE(decoded);
    CHECK(decoded.error().code == Code::damaged);
    CHECK(decoded.error().message == "a stored passage is not what was written");
  }
}
