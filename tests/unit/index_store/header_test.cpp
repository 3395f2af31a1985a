// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/index_store/header.hpp>
#include <pinlex/schema/record.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace pinlex;

namespace {

Header header() {
  Header out;
  out.format = index_format;
  out.recipe = "words as they are";
  out.writer = "pinlex 9.9.9";
  out.created = "2020-02-02T20:20:02Z";
  out.generation = 42;
  out.versions = 3;
  out.passages = 700;
  out.languages = {"en", "nl"};
  out.shards = {"shard-0", "shard-1"};
  out.frequent = "7 of 9000";
  out.thesaurus = "abc";
  out.dictionary = 77;
  return out;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a header comes back as it was written") {
  const Header before = header();
  const auto after = header_from_json(to_json(before), "header.json");
  REQUIRE(after);
  CHECK(after->format == before.format);
  CHECK(after->recipe == before.recipe);
  CHECK(after->writer == before.writer);
  CHECK(after->created == before.created);
  CHECK(after->generation == before.generation);
  CHECK(after->versions == before.versions);
  CHECK(after->passages == before.passages);
  CHECK(after->languages == before.languages);
  CHECK(after->shards == before.shards);
  CHECK(after->frequent == before.frequent);
  CHECK(after->thesaurus == before.thesaurus);
  CHECK(after->dictionary == before.dictionary);
}

TEST_CASE("a damaged header says what is wrong with it") {
  const std::string good = to_json(header());
  struct Row {
    std::string json, message;
  };
  for (const Row& row : {
           Row{"", "h: is not a JSON object"},
           Row{good.substr(0, good.size() / 2), "h: is not a JSON object"},
           Row{"[]", "h: is not a JSON object"},
           Row{"{}", "h: format is not a number"},
           Row{replaced(good, "\"generation\": 42", "\"generation\": -1"),
               "h: generation is not a number"},
           Row{replaced(good, "\"generation\": 42", "\"generation\": \"42\""),
               "h: generation is not a number"},
           Row{replaced(good, "\"dictionary\": 77", "\"dictionary\": 4294967296"),
               "h: dictionary is not a number"},
           Row{replaced(good, "\"recipe\"", "\"receipt\""), "h: recipe is not a string"},
           Row{replaced(good, "\"frequent\"", "\"rare\""), "h: frequent is not a string"},
           Row{replaced(good, "\"en\"", "1"), "h: languages is not a list of strings"},
           Row{replaced(good, "\"shard-1\"", "\"../shard-1\""),
               "h: shards names no folder beside it"},
           Row{replaced(good, "\"shard-1\"", "\"..\""), "h: shards names no folder beside it"},
       }) {
    const auto read = header_from_json(row.json, "h");
    INFO(row.message);
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::damaged);
    CHECK(read.error().message == row.message);
  }
}

TEST_CASE("of another format only format and writer are read") {
  const auto read = header_from_json(R"({"format": 99, "writer": "pinlex 99"})", "h");
  REQUIRE(read);
  CHECK(read->format == 99);
  CHECK(read->writer == "pinlex 99");
}
