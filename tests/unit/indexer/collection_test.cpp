// SPDX-License-Identifier: GPL-2.0-or-later
#include "collection.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

/// A version of `lake` with one chapter that holds these articles, each with one sentence.
Version chapter(const std::string& file, const std::string& number,
                const std::vector<std::pair<std::string, std::string>>& articles) {
  Version version;
  version.instrument = "lake";
  version.language = "en";
  version.source.root = "texts";
  version.source.file = file;
  version.provisions.push_back({"chp_" + number, Level::chapter, -1, {}, {}});
  std::uint32_t offset = 0;
  for (const auto& [article, sentence] : articles) {
    version.provisions.push_back({"art_" + article, Level::article, 0, {}, {}});
    MappedText text;
    text.append(sentence, offset);
    offset += 100;
    version.pieces.push_back(
        {static_cast<std::uint32_t>(version.provisions.size() - 1), std::move(text)});
  }
  return version;
}

std::vector<std::string> eids(const StoredText& text) {
  std::vector<std::string> out;
  for (const auto& passage : text.passages) out.push_back(passage.passage.eid);
  return out;
}

std::vector<std::string> outline(const StoredText& text) {
  std::vector<std::string> out;
  for (const auto& entry : text.record.outline) {
    const std::string above =
        entry.parent < 0 ? "" : text.record.outline[static_cast<std::size_t>(entry.parent)].eid;
    out.push_back(above + "/" + entry.eid);
  }
  return out;
}

}  // namespace

TEST_CASE("a part is what one file holds of a version") {
  const Part part = part_of(chapter("a.md", "1", {{"1", "Swans swim."}, {"2", "Boats float."}}));
  CHECK(part.id() == "lake@en");
  CHECK(part.file() == "texts/a.md");
  CHECK(part.version.provisions.empty());
  CHECK(part.passages.size() == 2);
  CHECK(part.outline.size() == 3);
  CHECK(count_articles(part.outline) == 2);
}

TEST_CASE("articles of annexes are not counted") {
  CHECK(count_articles({{"art_1", Level::article, -1, "", ""},
                        {"annex_1", Level::annex, -1, "", ""},
                        {"annex_1__art_1", Level::article, 1, "", ""}}) == 1);
}

TEST_CASE("files with different articles complete each other, in the order of the text") {
  Collection collection;
  const auto second = chapter("a.md", "2", {{"10", "Ducks dive."}});
  const auto first = chapter("b.md", "1", {{"2", "Swans swim."}});
  const auto more = chapter("c.md", "1", {{"3", "Geese graze."}});
  for (const Version& version : {second, first, more}) {
    const auto admission = collection.admit(pack(part_of(version), ""));
    CHECK(admission.refused.empty());
    CHECK(admission.duplicate_of.empty());
  }
  CHECK(collection.articles("lake@en") == 3);
  CHECK(collection.passages() == 3);
  const StoredText text = collection.take("lake@en");
  CHECK(eids(text) == std::vector<std::string>{"art_2", "art_3", "art_10"});
  CHECK(outline(text) ==
        std::vector<std::string>{"/chp_1", "chp_1/art_2", "chp_1/art_3", "/chp_2", "chp_2/art_10"});
  CHECK(text.record.articles == 3);
  CHECK(text.record.passages == 3);
  REQUIRE(text.record.sources.size() == 3);
  CHECK(text.record.sources[text.passages[2].source].file == "a.md");
}

TEST_CASE("the same words again are a duplicate, even of a part") {
  Collection collection;
  CHECK(collection.admit(pack(part_of(chapter("a.md", "1", {{"1", "Swans swim."}, {"2", "Boats."}})), ""))
            .refused.empty());
  const auto again = collection.admit(pack(part_of(chapter("b.md", "1", {{"2", "Boats."}})), ""));
  CHECK(again.duplicate_of == "texts/a.md");
  CHECK(again.refused.empty());
  CHECK(collection.take("lake@en").record.sources.size() == 1);
}

TEST_CASE("a file that repeats some and adds some gives what is new") {
  Collection collection;
  collection.admit(pack(part_of(chapter("a.md", "1", {{"1", "Swans swim."}})), ""));
  const auto more =
      collection.admit(pack(part_of(chapter("b.md", "1", {{"1", "Swans swim."}, {"2", "Boats."}})), ""));
  CHECK(more.refused.empty());
  CHECK(more.duplicate_of.empty());
  CHECK(eids(collection.take("lake@en")) == std::vector<std::string>{"art_1", "art_2"});
}

TEST_CASE("other words for the same article are refused, and the first stay") {
  Collection collection;
  collection.admit(pack(part_of(chapter("a.md", "1", {{"1", "Swans swim."}})), ""));
  const auto other =
      collection.admit(pack(part_of(chapter("b.md", "1", {{"2", "Boats."}, {"1", "Swans sink."}})), ""));
  CHECK(other.refused == "lake@en: art. 1 has other words in texts/a.md, which is indexed");
  CHECK(other.offset == 100);
  CHECK(eids(collection.take("lake@en")) == std::vector<std::string>{"art_1"});
}

TEST_CASE("texts named by a path clash by name") {
  Collection collection;
  CHECK(collection.admit(pack(part_of(chapter("a b.md", "1", {{"1", "Swans."}})), "texts/a b"))
            .refused.empty());
  SECTION("another path with the same slug") {
    auto other = chapter("a-b.nl.md", "1", {{"1", "Zwanen."}});
    other.language = "nl";
    CHECK(
        collection.admit(pack(part_of(other), "texts/a-b")).refused ==
        "its name gives the id lake, as does texts/a b.md; rename one, or declare its instrument");
  }
  SECTION("another language of the same path is no clash") {
    auto other = chapter("a b.nl.md", "1", {{"1", "Zwanen."}});
    other.language = "nl";
    CHECK(collection.admit(pack(part_of(other), "texts/a b")).refused.empty());
  }
  SECTION("the same path with another ending does not complete the first") {
    CHECK_FALSE(collection.admit(pack(part_of(chapter("a b.txt", "1", {{"2", "Boats."}})), "texts/a b"))
                    .refused.empty());
  }
  SECTION("the same words are a duplicate all the same") {
    CHECK(collection.admit(pack(part_of(chapter("a-b.md", "1", {{"1", "Swans."}})), "texts/a-b"))
              .duplicate_of == "texts/a b.md");
  }
}

TEST_CASE("a text without words is refused") {
  Collection collection;
  CHECK(collection.admit(pack(part_of(chapter("a.md", "1", {})), "")).refused ==
        "lake@en holds no words");
  CHECK(collection.empty());
}

TEST_CASE("what stays gives way to what is newer") {
  Collection collection;
  collection.admit(pack(part_of(chapter("a.md", "1", {{"1", "Swans swim."}})), ""));
  collection.keep(pack(part_of(chapter("b.md", "1", {{"1", "Swans sank."}, {"2", "Boats."}})), ""));
  const StoredText text = collection.take("lake@en");
  CHECK(eids(text) == std::vector<std::string>{"art_1", "art_2"});
  CHECK(text.passages[0].passage.texts[0].text.text == "Swans swim.");
}

TEST_CASE("a sample is taken from all over") {
  Collection collection;
  for (const char* instrument : {"a", "b", "c", "d"}) {
    auto version = chapter("a.md", "1", {{"1", std::string(1000, 'x')}, {"2", "Boats float."}});
    version.instrument = instrument;
    collection.admit(pack(part_of(version), ""));
  }
  const auto all = collection.sample(1 << 20);
  CHECK(all.records.size() == 8);
  CHECK(all.total > 4000);
  const auto some = collection.sample(all.total / 4);
  REQUIRE(some.records.size() == 2);
  CHECK(decode_passage(some.records[0])->version == "a@en");
  CHECK(decode_passage(some.records[1])->version == "c@en");
  CHECK(Collection().sample(1).records.empty());
}

TEST_CASE("instruments and versions come in reading order") {
  Collection collection;
  for (const auto& [instrument, language] :
       {std::pair{"ets-185", "nl"}, {"ets-24", "en"}, {"ets-185", "en"}}) {
    auto version = chapter("a.md", "1", {{"1", "Swans."}});
    version.instrument = instrument;
    version.language = language;
    collection.admit(pack(part_of(version), ""));
  }
  CHECK(collection.by_instrument() ==
        std::vector<std::vector<std::string>>{{"ets-24@en"}, {"ets-185@en", "ets-185@nl"}});
}

TEST_CASE("only a file's own path names an uncatalogued text") {
  const Catalogue catalogue;
  Version version;
  version.source.root = "texts";
  version.source.file = "dir/Act.en.md";
  for (const auto& [instrument, path] : {std::pair{"dir-act", "texts/dir/Act"},
                                         {"dir-act-2", "texts/dir/Act"},
                                         {"dir-act-two", ""},
                                         {"dir-actor", ""},
                                         {"lake", ""}}) {
    version.instrument = instrument;
    INFO(instrument);
    CHECK(naming_path(version, catalogue) == path);
  }
}
