// SPDX-License-Identifier: GPL-2.0-or-later
#include "aside.hpp"
#include "packed_part.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

TEST_CASE("what is put aside comes back, from memory and from disk") {
  for (const std::uint64_t memory : {0, 7, 1000}) {
    Aside aside(memory);
    const AsidePlace swans = aside.put("swans swim");
    const AsidePlace none = aside.put("");
    const AsidePlace boats = aside.put("boats");
    CHECK(swans.on_disk == (memory < 10));
    CHECK(boats.on_disk == (memory < 5));
    CHECK(aside.get(swans, 6, 4) == "swim");
    CHECK(aside.get(boats, 0, 5) == "boats");
    Aside moved = std::move(aside);
    CHECK(moved.take(swans) == "swans swim");
    CHECK(moved.take(none).empty());
    CHECK(moved.take(boats) == "boats");
  }
}

TEST_CASE("what was taken makes room") {
  Aside aside(5);
  const AsidePlace first = aside.put("swans");
  CHECK(aside.put("boats").on_disk);
  CHECK(aside.take(first) == "swans");
  CHECK_FALSE(aside.put("ducks").on_disk);
}

TEST_CASE("a packed part is what it was") {
  Part part;
  part.version.instrument = "lake";
  part.version.language = "en";
  part.version.title = "Lake Convention";
  part.version.source.root = "texts";
  part.version.source.file = "lake.md";
  part.outline = {{"art_1", Level::article, -1, "Article 1", "Moorings"}};
  Passage passage;
  passage.eid = "art_1";
  passage.units = {{"art_1", Level::article, -1, "Article 1", "Moorings", {10, 20}}};
  MappedText text;
  text.append("Swans swim.", 30);
  text.append_decoded("&", {41, 46});
  passage.texts = {{0, text}};
  part.passages = {passage};
  const PackedPart packed = pack(part, "texts/lake");
  CHECK(packed.id == "lake@en");
  CHECK(packed.file == "texts/lake.md");
  CHECK(packed.named_by == "texts/lake");
  CHECK(packed.passages == 1);
  const Part again = unpack(packed.bytes);
  CHECK(again.id() == part.id());
  CHECK(again.version.title == part.version.title);
  CHECK(again.version.source.file == "lake.md");
  CHECK(again.outline[0].heading == "Moorings");
  REQUIRE(again.passages.size() == 1);
  CHECK(again.passages[0].units[0].source == SourceRange{10, 20});
  CHECK(again.passages[0].texts[0].text == text);
  const auto places = packed_passages(packed.bytes);
  REQUIRE(places.size() == 1);
  CHECK(unpack_passage(packed.bytes.substr(places[0].begin, places[0].size)).eid == "art_1");
  CHECK(packed_record(packed.bytes).outline.size() == 1);
}
