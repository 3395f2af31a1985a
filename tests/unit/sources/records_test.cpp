// SPDX-License-Identifier: GPL-2.0-or-later
#include "outline.hpp"

#include <pinlex/sources/reader.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace pinlex;
using Strings = std::vector<std::string>;

namespace {

/// The texts of a file of records; each keeps the promises of all texts.
std::vector<Version> versions_of(const std::string& bytes, const std::string& name = "lamp.jsonl",
                                 const RecordFields& fields = {}) {
  auto texts = read_texts(bytes, name, fields);
  if (!texts) FAIL("refused: " << texts.error().message);
  std::vector<Version> out;
  for (Document& document : texts->documents) {
    auto structured = find_structure(document, {}, "lamp", bytes);
    if (!structured) FAIL("refused: " << structured.error().message);
    CHECK(structured->account.unexplained == 0);
    out.push_back(structured->versions.at(0));
    CHECK(faults({bytes, std::move(document), std::move(*structured)}) == "");
  }
  return out;
}

std::string refusal(const std::string& bytes, const RecordFields& fields = {},
                    const std::string& name = "lamp.json") {
  const auto texts = read_texts(bytes, name, fields);
  if (!texts) return texts.error().message;
  std::string all;
  for (const Error& error : texts->refused) all += (all.empty() ? "" : "; ") + error.message;
  return all;
}

}  // namespace

TEST_CASE("numbered records are provisions, in the order of the file") {
  const auto versions = versions_of(
      R"j({"instrument": "lamps", "number": "Article 1", "heading": "Light", "text": "1. Lit.\n(a) red;\n(b) blue."})j"
      "\n"
      R"j({"instrument": "lamps", "number": "Article 2", "text": ["One.", "Two."]})j"
      "\n");
  REQUIRE(versions.size() == 1);
  CHECK(versions[0].instrument == "lamps");
  CHECK(eids(versions[0]) == Strings{"art_1", "art_1__para_1", "art_1__para_1__point_a",
                                     "art_1__para_1__point_b", "art_2", "art_2__para_1",
                                     "art_2__para_2"});
  CHECK(words(versions[0], "art_1__para_1__point_b") == "blue.");
  CHECK(versions[0].provisions[0].heading.text == "Light");
}

TEST_CASE("groupings hold articles, and recitals and paragraphs are named as they are cited") {
  const auto versions = versions_of(R"j({"provisions": [
    {"level": "recital", "number": "(1)", "text": "Whereas it is dark."},
    {"level": "chapter", "number": "Chapter II", "heading": "Oil", "provisions": [
      {"number": "§ 4a", "heading": "Whale oil", "text": "None."}]},
    {"level": "annex", "heading": "Wicks", "text": "Short ones."}]})j");
  REQUIRE(versions.size() == 1);
  CHECK(eids(versions[0]) == Strings{"rec_1", "chp_2", "sec_4a", "annex"});
}

TEST_CASE("words without numbers are read as a file of them would be") {
  const auto versions = versions_of(
      R"j({"text": "Article 1\n\nLamps are lit.\n\nArticle 2\n\nLamps are put out."})j");
  REQUIRE(versions.size() == 1);
  CHECK(eids(versions[0]) == Strings{"art_1", "art_2"});
}

TEST_CASE("ranges of escaped words are bytes of the file") {
  const std::string bytes =
      R"j({"number": "Article 1", "text": "Caf\u00e9 \"lit\" \ud83d\udca1 so."})j";
  const auto versions = versions_of(bytes);
  REQUIRE(versions.size() == 1);
  REQUIRE(versions[0].pieces.size() == 1);
  const MappedText& text = versions[0].pieces[0].text;
  CHECK(text.text == "Caf\xC3\xA9 \"lit\" \xF0\x9F\x92\xA1 so.");
  const auto range = text.source();
  CHECK(bytes.substr(range.begin, range.size()) == R"j(Caf\u00e9 \"lit\" \ud83d\udca1 so.)j");
  const auto lit = text.source_of(7, 10);
  CHECK(bytes.substr(lit.begin, lit.size()) == "lit");
}

TEST_CASE("a mapping says which members hold what") {
  const std::string bytes = R"j({"data": {"laws": [{"n": "lamps", "said": {"in": "en"}, "parts": [
    {"t": "Art. 3 Oil", "b": "No oil.", "note": "x"}, {"t": "Foreword", "b": "Dark."}]}]}})j";
  const RecordFields fields{{"texts", "data.laws"},  {"instrument", "n"}, {"language", "said.in"},
                            {"provisions", "parts"}, {"heading", "t"},    {"text", "b"}};
  const auto versions = versions_of(bytes, "lamp.json", fields);
  REQUIRE(versions.size() == 1);
  CHECK(versions[0].instrument == "lamps");
  CHECK(versions[0].language == "en");
  CHECK(eids(versions[0]) == Strings{"art_3", "hdg_1"});
  CHECK(versions[0].provisions[0].number.text == "Art. 3");
  REQUIRE(versions[0].doubts.size() == 1);
  CHECK_THAT(versions[0].doubts[0].message,
             Catch::Contains("passed over") && Catch::EndsWith("'note'"));
}

TEST_CASE("YAML is read with folded, quoted and literal words, in languages side by side") {
  const std::string bytes =
      "- id: '1.'\n  en: >\n    Lamps are\n    lit.\n  de: \"Lampen \\\n    br\\u00e4nnten.\"\n"
      "- id: '2.'\n  en: |\n    It''s one\n  de: 'Sie''s'\n";
  const RecordFields fields{{"provisions", "."},
                            {"number", "id"},
                            {"unit", "paragraph"},
                            {"text.en", "en"},
                            {"text.de", "de"}};
  const auto versions = versions_of(bytes, "lamp.yaml", fields);
  REQUIRE(versions.size() == 2);
  CHECK(versions[0].language == "de");
  CHECK(words(versions[0], "para_1") == "Lampen br\xC3\xA4nnten.");
  CHECK(words(versions[0], "para_2") == "Sie's");
  CHECK(words(versions[1], "para_1") == "Lamps are lit.");
  CHECK(words(versions[1], "para_2") == "It''s one");
}

TEST_CASE("texts of one file are told apart by instrument, language and edition") {
  const auto versions = versions_of(R"j([{"instrument": "a", "language": "en", "text": "One."},
    {"instrument": "a", "language": "fr", "text": "Un."}, {"instrument": "b", "text": "Two."},
    {"instrument": "a", "language": "en", "text": "More."}])j");
  Strings ids;
  for (const Version& one : versions) ids.push_back(one.instrument);
  CHECK(ids == Strings{"a", "a", "b"});
  CHECK(words(versions[0], "para_2") + words(versions[0], "sec_1__para_2") != "(none)(none)");
}

TEST_CASE("records that cannot be taken are named with line and reason") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"{\"title\": \"x\"\n", "1: not JSON"},
      {"{\n  \"title\": \"x\",\n  \"text\": tru\n}", "3: not JSON"},
      {R"j({"title": "a", "title": "b"})j", "1: not JSON: the member 'title' stands twice"},
      {"[\n{\"txet\": \"a\"}]", "2: nothing says what the member 'txet' holds"},
      {R"j({"schema": "pinlex.text/2", "text": "a"})j", "1: schema 'pinlex.text/2'"},
      {R"j([{"text": "a"}, {"text": "b"}])j", "1: nothing tells this text"},
      {R"j({"text": {"a": "b"}})j", "1: 'text' is not a string"},
      {R"j({"number": ["a"], "text": "b"})j", "1: 'number' is not a string"},
      {R"j({"provisions": {"text": "b"}})j", "1: 'provisions' is not a list"},
      {R"j({"provisions": ["b", "c"]})j", "1: a provision must be a map"},
      {R"j({"level": "verse", "text": "b"})j", "1: level 'verse' is not known"},
      {R"j({"text": "a\u0000b"})j", "1: not JSON: there is a zero byte"},
      {R"j({"text": "\ud83d"})j", "1: not JSON"},
  };
  for (const auto& [bytes, expected] : cases) {
    CAPTURE(bytes);
    CHECK_THAT(refusal(bytes), Catch::StartsWith(expected));
  }
  CHECK_THAT(refusal("{\"instrument\": \"a\", \"text\": \"a\"}\n{\"te\n{\"instrument\": \"b\", "
                     "\"text\": \"b\"}\n"),
             Catch::StartsWith("2: not JSON"));
  CHECK_THAT(refusal(R"j({"a": []})j", {{"texts", "b.c"}, {"text", "t"}}),
             Catch::StartsWith("1: there is no 'b.c'"));
}

TEST_CASE("a record that is refused leaves nothing behind") {
  const std::string bytes =
      "{\"instrument\": \"a\", \"number\": \"Article 1\", \"text\": \"One.\"}\n"
      "{\"instrument\": \"a\", \"number\": \"Article 2\", \"text\": \"Two.\","
      " \"provisions\": [{\"level\": \"verse\", \"text\": \"x\"}]}\n";
  const auto versions = versions_of(bytes);
  REQUIRE(versions.size() == 1);
  CHECK(eids(versions[0]) == Strings{"art_1"});
}

TEST_CASE("deep and broad data is refused by limit") {
  CHECK_THAT(refusal("[{\"text\": " + std::string(200, '[') + std::string(200, ']') + "}]"),
             Catch::Contains("nested deeper than 64"));
  std::string broad = "{\"text\": \"a\"";
  for (int i = 0; i < 1200; ++i) broad += ", \"m" + std::to_string(i) + "\": 1";
  CHECK_THAT(refusal(broad + "}"), Catch::Contains("more than 1000 members"));
  std::string many = "[{\"text\": [1";
  for (int i = 0; i < 1'000'001; ++i) many += ",1";
  CHECK_THAT(refusal(many + "]}]"), Catch::Contains("more than 1000000 values"));
  CHECK_THAT(refusal(std::string(3000, '-') + " a", {{"text", "t"}}, "a.yaml"), !Catch::Equals(""));
  std::string deep;
  for (int i = 0; i < 2000; ++i) deep += "- ";
  CHECK_THAT(refusal(deep + "a", {{"text", "t"}}, "a.yaml"),
             Catch::Contains("nested deeper") || Catch::Contains("YAML"));
  CHECK_THAT(refusal("a: &x [1]\nb: *x\n", {{"text", "b"}}, "a.yaml"), Catch::Contains("aliases"));
}
