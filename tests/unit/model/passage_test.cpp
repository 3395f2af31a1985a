// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/passage.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;

namespace {

/// Builds versions by hand; each piece lies behind the one before in an imagined source.
class Maker {
 public:
  std::int32_t add(const std::string& eid, Level level, std::int32_t parent) {
    Provision provision;
    provision.eid = eid;
    provision.level = level;
    provision.parent = parent;
    provision.number.append(eid, at_);
    at_ += static_cast<std::uint32_t>(eid.size()) + 1;
    version_.provisions.push_back(provision);
    return static_cast<std::int32_t>(version_.provisions.size()) - 1;
  }

  void say(std::int32_t provision, std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) text += i == 0 ? "word" : " word";
    Piece piece{static_cast<std::uint32_t>(provision), {}};
    piece.text.append(text, at_);
    at_ += static_cast<std::uint32_t>(text.size()) + 1;
    version_.pieces.push_back(piece);
  }

  const Version& version() const { return version_; }

 private:
  Version version_;
  std::uint32_t at_ = 0;
};

std::size_t count_texts(const std::vector<Passage>& passages) {
  std::size_t count = 0;
  for (const Passage& passage : passages) count += passage.texts.size();
  return count;
}

}  // namespace

TEST_CASE("an article is one passage that knows its chapter") {
  Maker make;
  const auto chapter = make.add("chp_1", Level::chapter, -1);
  const auto article = make.add("art_1", Level::article, chapter);
  make.say(article, 5);
  const auto paragraph = make.add("art_1__para_1", Level::paragraph, article);
  make.say(paragraph, 7);
  const auto other = make.add("art_2", Level::article, chapter);
  make.say(other, 3);
  const auto passages = passages_of(make.version());
  REQUIRE(passages.size() == 2);
  CHECK(passages[0].eid == "art_1");
  REQUIRE(passages[0].ancestors.size() == 1);
  CHECK(passages[0].ancestors[0].eid == "chp_1");
  REQUIRE(passages[0].units.size() == 2);
  CHECK(passages[0].units[0].parent == -1);
  CHECK(passages[0].units[1].parent == 0);
  REQUIRE(passages[0].texts.size() == 2);
  CHECK(passages[0].texts[1].unit == 1);
  CHECK(passages[0].source().begin == make.version().provisions[1].number.source().begin);
  CHECK(passages[0].source().end == make.version().pieces[1].text.source().end);
}

TEST_CASE("a chapter without words is no passage, one with words is") {
  Maker make;
  const auto silent = make.add("chp_1", Level::chapter, -1);
  make.say(make.add("art_1", Level::article, silent), 2);
  const auto telling = make.add("chp_2", Level::chapter, -1);
  make.say(telling, 2);
  const auto passages = passages_of(make.version());
  REQUIRE(passages.size() == 2);
  CHECK(passages[0].eid == "art_1");
  CHECK(passages[1].eid == "chp_2");
}

TEST_CASE("a very long article splits between paragraphs and loses nothing") {
  Maker make;
  const auto article = make.add("art_1", Level::article, -1);
  make.say(article, 10);
  for (int i = 1; i <= 5; ++i) {
    const auto paragraph = make.add("art_1__para_" + std::to_string(i), Level::paragraph, article);
    make.say(paragraph, 300);
    make.say(make.add("art_1__para_" + std::to_string(i) + "__point_a", Level::point, paragraph),
             300);
  }
  const auto passages = passages_of(make.version());
  REQUIRE(passages.size() == 3);
  CHECK(count_texts(passages) == make.version().pieces.size());
  std::uint32_t part = 0;
  for (const Passage& passage : passages) {
    CHECK(passage.eid == "art_1");
    CHECK(passage.part == part++);
    CHECK(passage.parts == 3);
    REQUIRE_FALSE(passage.units.empty());
    CHECK(passage.units[0].eid == "art_1");
    for (std::size_t i = 1; i < passage.units.size(); ++i) {
      REQUIRE(passage.units[i].parent >= 0);
      CHECK(static_cast<std::size_t>(passage.units[i].parent) < i);
    }
    for (const UnitText& text : passage.texts) CHECK(text.unit < passage.units.size());
  }
  // A paragraph and its points stay together.
  CHECK(passages[1].units[1].eid == "art_1__para_3");
}

TEST_CASE("sections of commentary gather whole paragraphs of about two hundred words") {
  Maker make;
  const auto section = make.add("sec_1", Level::heading, -1);
  for (int i = 1; i <= 10; ++i) {
    make.say(make.add("sec_1__para_" + std::to_string(i), Level::paragraph, section), 90);
  }
  const auto inner = make.add("sec_2", Level::heading, section);
  make.say(inner, 20);
  const auto passages = passages_of(make.version());
  REQUIRE(passages.size() == 5);
  CHECK(count_texts(passages) == 11);
  CHECK(passages[0].texts.size() == 3);
  CHECK(passages[4].eid == "sec_2");
  REQUIRE(passages[4].ancestors.size() == 1);
  CHECK(passages[4].ancestors[0].eid == "sec_1");
}

TEST_CASE("a text without spaces is measured by its characters") {
  Maker make;
  const auto article = make.add("art_1", Level::article, -1);
  Version version = make.version();
  for (std::uint32_t i = 0; i < 3; ++i) {
    Provision paragraph;
    paragraph.eid = "art_1__para_" + std::to_string(i + 1);
    paragraph.level = Level::paragraph;
    paragraph.parent = article;
    version.provisions.push_back(paragraph);
    std::string text;
    for (int n = 0; n < 2500; ++n) text += "\xE6\xB3\x95";
    Piece piece{i + 1, {}};
    piece.text.append(text, 1000 + i * 10'000);
    version.pieces.push_back(piece);
  }
  CHECK(passages_of(version).size() == 3);
}

TEST_CASE("a version without provisions has no passages") { CHECK(passages_of(Version()).empty()); }
