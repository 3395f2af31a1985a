// SPDX-License-Identifier: GPL-2.0-or-later
#include "searcher_index.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

Names shown(const ShowAnswer& answer) {
  Names out;
  for (const ShownProvision& one : answer.provisions) out.push_back(one.provision.pinpoint);
  return out;
}

}  // namespace

TEST_CASE("a citation shows the provision, whole and verbatim") {
  struct Case {
    ShowRequest request;
    Names shown;
  };
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const std::string title = "Convention on Lighthouses and the Interception of Light Signals";
  const std::vector<Case> cases = {
      {{"lighthouses#art_3", {}, {}}, {"lighthouses#art_3@en"}},
      {{"lighthouses#art_3@nl", {}, {}}, {"lighthouses#art_3@nl"}},
      {{"lighthouses#art_3@en.digest", {}, {}}, {"lighthouses#art_3@en.digest"}},
      {{"lighthouses#art_3", {"nl"}, {}}, {"lighthouses#art_3@nl"}},
      {{"lighthouses#art_3", {"en", "nl"}, {}}, {"lighthouses#art_3@en", "lighthouses#art_3@nl"}},
      {{"lighthouses#art_3", {}, {"digest"}}, {"lighthouses#art_3@en.digest"}},
      {{"lighthouses#art_3", {}, {"official", "digest"}},
       {"lighthouses#art_3@en", "lighthouses#art_3@en.digest"}},
      {{"lighthouses#art_2__para_2__point_b__point_ii", {}, {}},
       {"lighthouses#art_2__para_2__point_b__point_ii@en"}},
      {{"article 3, paragraph 3, of the " + title, {}, {}}, {"lighthouses#art_3__para_3@en"}},
      {{"art. 2 Protocol on Carrier Pigeons", {}, {}}, {"pigeons#art_2@en"}},
      {{title + ", arts. 3-5", {}, {}},
       {"lighthouses#art_3@en", "lighthouses#art_4@en", "lighthouses#art_4bis@en",
        "lighthouses#art_5@en"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.request.citation);
    const ShowAnswer answer = must(searcher.show(one.request));
    CHECK(shown(answer) == one.shown);
    for (const ShownProvision& provision : answer.provisions) {
      CHECK(provision.missing.empty());
      CHECK(!provision.provision.texts.empty());
      CHECK(provision.outline.empty());
    }
  }
}

TEST_CASE("the texts of a point are those of the point") {
  const FixtureIndex index;
  const ShowAnswer answer = must(index.open().show({"lighthouses#art_2__para_2__point_b", {}, {}}));
  REQUIRE(answer.provisions.size() == 1);
  const Hit& hit = answer.provisions[0].provision;
  REQUIRE(hit.texts.size() == 3);
  CHECK(hit.texts[0].number == "b)");
  CHECK(hit.texts[0].text == "the keeper went out to save life at sea, and");
  CHECK(hit.texts[2].text == "had no oil left to burn.");
  CHECK(hit.texts[2].depth == 1);
  CHECK(hit.number == "Article 2");
  CHECK(hit.path == Names{"CHAPTER I – THE LAMP"});
  CHECK(hit.provenance.as_of == "2024-04-30");
  CHECK(hit.provenance.retrieved == "2024-05-01");
}

TEST_CASE("what is missing is said, with the nearest above it") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const ShowAnswer paragraph = must(searcher.show({"lighthouses#art_3__para_9", {}, {}}));
  CHECK(shown(paragraph) == Names{"lighthouses#art_3@en"});
  CHECK(paragraph.provisions[0].missing == "lighthouses#art_3__para_9@en");

  const auto article = searcher.show({"lighthouses#art_33", {}, {}});
  REQUIRE(!article);
  CHECK(article.error().code == Code::nothing_found);
  CHECK(article.error().message ==
        "Convention on Lighthouses and the Interception of Light Signals has no art. 33");

  const ShowAnswer some = must(searcher.show({"Protocol on Carrier Pigeons, arts. 2-4", {}, {}}));
  CHECK(shown(some) == Names{"pigeons#art_2@en"});
  CHECK(some.absent == Names{"pigeons#art_4"});
}

TEST_CASE("groupings and whole texts give a table of contents") {
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const ShowAnswer chapter = must(searcher.show({"lighthouses#chp_2", {}, {}}));
  REQUIRE(chapter.provisions.size() == 1);
  const ShownProvision& one = chapter.provisions[0];
  CHECK(one.provision.citation ==
        "Convention on Lighthouses and the Interception of Light Signals, chapter 2");
  CHECK(one.provision.heading == "THE SIGNALS");
  REQUIRE(one.outline.size() == 5);
  CHECK(one.outline[0].entry.eid == "chp_2");
  CHECK(one.outline[3].entry.eid == "art_4bis");
  CHECK(one.outline[3].entry.parent == 0);
  CHECK(one.provision.texts.empty());

  const ShowAnswer whole = must(searcher.show({"lighthouses", {}, {}}));
  REQUIRE(whole.provisions.size() == 1);
  CHECK(whole.provisions[0].outline.size() > 8);
  CHECK(whole.provisions[0].missing.empty());
}

TEST_CASE("a citation that cannot be answered") {
  struct Case {
    ShowRequest request;
    Code code;
  };
  const FixtureIndex index;
  const Searcher searcher = index.open();
  const std::vector<Case> cases = {
      {{"", {}, {}}, Code::query},
      {{"the article about lamps", {}, {}}, Code::query},
      {{"art. 3", {}, {}}, Code::query},
      {{"lighthouses#art_3@fr", {}, {}}, Code::nothing_found},
      {{"lighthouses#art_3", {"fr"}, {}}, Code::nothing_found},
      {{"lighthouses#art_3", {}, {"translation"}}, Code::nothing_found},
      {{"pigeons#art_3@en.digest", {}, {}}, Code::nothing_found},
  };
  for (const Case& one : cases) {
    CAPTURE(one.request.citation);
    const auto answer = searcher.show(one.request);
    REQUIRE(!answer);
    CHECK(answer.error().code == one.code);
  }
  const auto dutch = searcher.show({"pigeons#art_1", {"en", "nl"}, {}});
  REQUIRE(dutch);
  CHECK(shown(*dutch) == Names{"pigeons#art_1@en"});
  CHECK(dutch->notes == Names{"no text of pigeons in nl"});
}

TEST_CASE("what is in the index") {
  const FixtureIndex index;
  const InfoAnswer answer = must(index.open().info());
  REQUIRE(answer.indexes.size() == 1);
  CHECK(answer.indexes[0].generation == 1);
  CHECK(!answer.indexes[0].recipe.empty());
  Names versions;
  std::uint64_t passages = 0;
  for (const VersionRecord& record : answer.versions) {
    versions.push_back(record.id());
    passages += record.passages;
  }
  CHECK(versions == Names{"lighthouses@en", "lighthouses@en.digest", "lighthouses@nl", "pigeons@en",
                          "watching-the-watchers@en"});
  CHECK(passages == answer.indexes[0].passages);
}

TEST_CASE("a catalogue gives further names, and one with a fault is said") {
  const FixtureIndex index;
  const auto catalogue = index.folder().write(
      "catalogue/lights.toml",
      "[[instrument]]\nid = \"lighthouses\"\nkind = \"treaty\"\nseries = \"LTS 7\"\n"
      "titles.en = \"Convention on Lighthouses and the Interception of Light Signals\"\n"
      "names.en = [\"Skerry Convention\"]\n");
  const Searcher searcher = must(Searcher::open({index.path()}, catalogue.parent_path()));
  CHECK(shown(must(searcher.show({"Skerry Convention art. 3(3)", {}, {}}))) ==
        Names{"lighthouses#art_3__para_3@en"});
  CHECK(shown(must(searcher.show({"LTS 7 art. 4", {}, {}}))) == Names{"lighthouses#art_4@en"});

  index.folder().write("catalogue/lights.toml", "[[instrument]]\nid = 7\n");
  const Searcher faulty = must(Searcher::open({index.path()}, catalogue));
  CHECK(!faulty.show({"lighthouses#art_3", {}, {}}));
  CHECK(faulty.search({"lamp", 0, 10, {}}));
}
