// SPDX-License-Identifier: GPL-2.0-or-later
#include "hit.hpp"
#include "searcher_records.hpp"

#include <pinlex/searcher/render.hpp>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

using namespace pinlex;
using nlohmann::json;

namespace {

Hit lantern_hit(Edition edition = Edition::official) {
  const VersionRecord version = lantern_version("en", edition);
  const PassageRecord record = lantern_record(version);
  Hit hit = hit_of(version, record, "art_7__para_1");
  add_texts(hit, record.passage, {1, Extent::whole});
  hit.rank = 1;
  hit.score = 4.25;
  hit.heading_highlights = {{11, 18}, {19, 26}};
  hit.texts[1].highlights = {{10, 17}, {23, 30}};
  hit.also = {"lanterns#art_7@nl"};
  return hit;
}

SearchAnswer lantern_answer(Edition edition = Edition::official) {
  SearchAnswer answer;
  answer.query = "lantern  signals";
  answer.read_as = "lantern signals";
  answer.total = {1234, false};
  answer.hits = {lantern_hit(edition)};
  return answer;
}

const TextStyle plain{false, 72}, wide{false, 0};

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("ranges of an extracted text are called so, with their page") {
  SearchAnswer answer = lantern_answer();
  answer.hits.front().provenance.extracted = std::make_shared<const ExtractedPlaces>(
      ExtractedPlaces{{{0, "page 1"}, {1100, "page 2"}}});
  CHECK(has(to_text(answer, wide),
            "lanterns.md, page 1–2, bytes 1010–1167 of the extracted text, sha256"));
  const auto from = nlohmann::json::parse(to_json(answer))["hits"][0]["provenance"];
  CHECK(from["extracted"] == true);
  CHECK(from["place"] == "page 1–2");
  CHECK(has(to_csv(answer), ",true,page 1–2\n"));
  CHECK(has(to_csv(lantern_answer()), ",false,\n"));
  CHECK_FALSE(has(to_json(lantern_answer()), "extracted"));
}

TEST_CASE("a hit as text") {
  CHECK(to_text(lantern_answer(), plain) ==
        "1. Convention on Lanterns (LTS 12), art. 7(1)\n"
        "   Article 7 – Reading of «lantern signals»\n"
        "   CHAPTER II – Powers › Section 1\n"
        "\n"
        "   1.  A keeper may, for grave wrongs:\n"
        "       (a) watch the «signals» of a «lantern»; and\n"
        "       (b) oblige an owner:\n"
        "           (i) to watch; or\n"
        "           (ii) to help the keeper\n"
        "       as the case demands.\n"
        "\n"
        "   lanterns.md, bytes 1010–1167, sha256 aaaaaaaaaaaa;\n"
        "       https://example.org/lanterns; fetched from\n"
        "       https://example.org/raw/lanterns.md; fetched 2024-03-05; as of\n"
        "       2020-02-01\n"
        "   lanterns#art_7__para_1@en; also lanterns#art_7@nl\n"
        "\n"
        "At least 1,234 passages match; hits 1–1 shown\n");
}

TEST_CASE("a digest always says what it is") {
  const std::string notice = "digest, not the official text: https://example.org/lanterns\n";
  CHECK(has(to_text(lantern_answer(Edition::digest), plain), notice));
  CHECK_FALSE(has(to_text(lantern_answer(), plain), "digest"));
  const auto digest = json::parse(to_json(lantern_answer(Edition::digest)));
  CHECK(digest["hits"][0]["notice"] == "digest, not the official text");
  CHECK_FALSE(json::parse(to_json(lantern_answer()))["hits"][0].contains("notice"));
  ShowAnswer shown;
  shown.provisions.push_back({lantern_hit(Edition::digest), "", {}});
  CHECK(has(to_text(shown, plain), notice));
}

TEST_CASE("how a query was read is said when it is not plain") {
  SearchAnswer answer = lantern_answer();
  CHECK_FALSE(has(to_text(answer, plain), "read as"));
  answer.read_as = "lantern AND signals";
  CHECK(has(to_text(answer, plain), "read as: lantern AND signals\n"));
}

TEST_CASE("totals and pages") {
  SearchAnswer answer = lantern_answer();
  answer.total = {1, true};
  CHECK(has(to_text(answer, plain), "\n1 passage matches; hits 1–1 shown\n"));
  answer.hits.clear();
  CHECK(to_text(answer, plain) == "There are no further hits.\n");
  answer.total = {0, true};
  CHECK(to_text(answer, plain) == "No passage matches.\n");
  answer.notes = {"Convention on Lanterns has no art. 99"};
  CHECK(has(to_text(answer, plain), "note: Convention on Lanterns has no art. 99\n"));
}

TEST_CASE("colours mark words only where wanted") {
  const std::string coloured = to_text(lantern_answer(), {true, 72});
  CHECK(has(coloured, "\x1b[1;33mlantern\x1b[0m; and"));
  CHECK_FALSE(has(coloured, "«"));
  CHECK_FALSE(has(to_text(lantern_answer(), plain), "\x1b"));
}

TEST_CASE("a source's control characters are harmless, in text and in JSON") {
  SearchAnswer answer = lantern_answer();
  answer.hits[0].texts[0].text = "a\x1b]0;title\x07 b\xFF";
  CHECK(has(to_text(answer, plain), "a\xEF\xBF\xBD]0;title\xEF\xBF\xBD b\xEF\xBF\xBD"));
  const auto parsed = json::parse(to_json(answer));
  CHECK(parsed["hits"][0]["texts"][0]["text"] == "a\x1b]0;title\x07 b\xEF\xBF\xBD");
}

TEST_CASE("a search as JSON") {
  const auto parsed = json::parse(to_json(lantern_answer()));
  CHECK(parsed["schema"] == "pinlex.search/1");
  CHECK(parsed["total"] == json{{"value", 1234}, {"exact", false}});
  const auto& hit = parsed["hits"][0];
  CHECK(hit["rank"] == 1);
  CHECK(hit["score"] == 4.25);
  CHECK(hit["pinpoint"] == "lanterns#art_7__para_1@en");
  CHECK(hit["heading"]["highlights"] == json::parse("[[11,18],[19,26]]"));
  CHECK(hit["texts"][1]["number"] == "(a)");
  CHECK(hit["texts"][1]["highlights"] == json::parse("[[10,17],[23,30]]"));
  CHECK(hit["texts"][0]["source"]["begin"] == 1013);
  CHECK_FALSE(hit["texts"][5].contains("number"));
  CHECK(hit["provenance"]["sha256"] == std::string(64, 'a'));
  CHECK(hit["provenance"]["range"] == json{{"begin", 1010}, {"end", 1167}});
  CHECK_FALSE(hit["provenance"].contains("author"));
}

TEST_CASE("a provision that is missing, and an outline") {
  ShowAnswer answer;
  answer.read_as = "lanterns#art_7__para_9";
  answer.absent = {"lanterns#art_99"};
  answer.provisions.push_back({lantern_hit(), "lanterns#art_7__para_9@en", {}});
  answer.provisions.emplace_back();
  for (const OutlineEntry& entry : lantern_version().outline) {
    answer.provisions[1].outline.push_back({entry, {}});
  }
  answer.provisions[1].outline.push_back({{"art_10__para_1", Level::paragraph, 6, "1.", ""}, "A…"});
  answer.provisions[1].provision.citation = "Convention on Lanterns (LTS 12)";
  const std::string text = to_text(answer, wide);
  CHECK(has(text, "There is no lanterns#art_7__para_9@en; the nearest provision above it is:\n"));
  CHECK(has(text, "   CHAPTER II – Powers\n     Section 1\n       Article 2 – Lighting\n"));
  CHECK(has(text, "     Article 10 – Review\n       1. A…\n"));
  const auto parsed = json::parse(to_json(answer));
  CHECK(parsed["schema"] == "pinlex.show/1");
  CHECK(parsed["absent"] == json{"lanterns#art_99"});
  CHECK(parsed["provisions"][0]["missing"] == "lanterns#art_7__para_9@en");
  CHECK(parsed["provisions"][0]["outline"].empty());
  CHECK(parsed["provisions"][1]["outline"][3] == json{{"eid", "chp_2__sec_1"},
                                                      {"level", "section"},
                                                      {"parent", 2},
                                                      {"number", "Section 1"},
                                                      {"heading", ""}});
}

TEST_CASE("what is in an index") {
  InfoAnswer answer;
  answer.indexes = {{"lanterns.index", "recipe 1", "2024-05-06T07:08:09Z", "pinlex 0.1.0", 3, 44}};
  VersionRecord dutch = lantern_version("nl");
  dutch.version.title = "Verdrag inzake lantaarns";
  VersionRecord lamps = lantern_version("fr");
  lamps.version.instrument = "lamps";
  lamps.version.title = "Convention sur les lampes";
  answer.versions = {lamps, dutch, lantern_version("en", Edition::digest), lantern_version()};
  const auto parsed = json::parse(to_json(answer));
  CHECK(parsed["schema"] == "pinlex.info/1");
  CHECK(parsed["recipe"] == "recipe 1");
  CHECK(parsed["generation"] == 3);
  REQUIRE(parsed["instruments"].size() == 2);
  CHECK(parsed["instruments"][0]["title"] == "Convention sur les lampes");
  CHECK(parsed["instruments"][1]["title"] == "Convention on Lanterns");
  REQUIRE(parsed["instruments"][1]["versions"].size() == 3);
  CHECK(parsed["instruments"][1]["versions"][1]["edition"] == "digest");
  CHECK(parsed["instruments"][1]["versions"][0]["articles"] == 4);
  CHECK(parsed["instruments"][1]["versions"][0]["sources"][0]["file"] == "lanterns.md");
  const std::string text = to_text(answer, wide);
  CHECK(has(text, "lanterns.index: generation 3, 44 passages, written 2024-05-06T07:08:09Z"));
  CHECK(has(text, "lanterns (treaty) Verdrag inzake lantaarns (LTS 12)\n"));
  CHECK(has(text, "   en.digest: digest, 4 articles, 4 passages, as of 2020-02-01; lanterns.md\n"));
  CHECK(to_text(InfoAnswer{}, plain).empty());
}

TEST_CASE("the fields a query may name") {
  const auto parsed = json::parse(fields_to_json());
  CHECK(parsed["schema"] == "pinlex.fields/1");
  REQUIRE(!parsed["fields"].empty());
  for (const auto& field : parsed["fields"]) {
    CHECK(has(fields_to_text(plain), field["name"].get<std::string>() + " "));
  }
}
