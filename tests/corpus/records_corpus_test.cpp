// SPDX-License-Identifier: GPL-2.0-or-later
// Records as other people keep them: each text comes out whole, by a mapping alone.
#include "structure_corpus.hpp"

#include <pinlex/sources/reader.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace pinlex;

namespace {

std::vector<Version> read_mapped(const std::string& file, const RecordFields& fields) {
  const std::string bytes = corpus_bytes(file);
  auto texts = read_texts(bytes, file, fields);
  if (!texts) FAIL(file << ":" << texts.error().message);
  CHECK(texts->refused.empty());
  std::vector<Version> out;
  for (const Document& document : texts->documents) {
    const auto found = find_structure(document, {}, "record", bytes);
    if (!found) FAIL(file << ":" << found.error().message);
    CHECK(found->account.unexplained == 0);
    out.push_back(found->versions.at(0));
  }
  return out;
}

}  // namespace

TEST_CASE("a convention in JSON has all its articles, none empty") {
  if (!corpus_is_there()) return;
  const auto versions = read_mapped("languages/coe-185.de.json", {{"title", "title"},
                                                                  {"provisions", "provisions"},
                                                                  {"heading", "title"},
                                                                  {"text", "content"}});
  REQUIRE(versions.size() == 1);
  const auto& provisions = versions[0].provisions;
  CHECK(std::count_if(provisions.begin(), provisions.end(),
                      [](const Provision& one) { return one.level == Level::article; }) == 48);
}

TEST_CASE("general comments in JSON have all their paragraphs by number") {
  if (!corpus_is_there()) return;
  const auto files = corpus_files("commentary/un-general-comments", {".json"});
  REQUIRE(files.size() == 5);
  for (const std::string& file : files) {
    CAPTURE(file);
    const auto versions = read_mapped(
        file, {{"provisions", "."}, {"number", "ID"}, {"text", "Text"}, {"unit", "paragraph"}});
    REQUIRE(versions.size() == 1);
    for (std::size_t i = 0; i < versions[0].provisions.size(); ++i) {
      CHECK(versions[0].provisions[i].number.text == std::to_string(i + 1) + ".");
    }
  }
}

TEST_CASE(
    "commentary in YAML, two languages side by side, is two versions with as many paragraphs") {
  if (!corpus_is_there()) return;
  for (const std::string& file : corpus_files("commentary/eff", {".yaml"})) {
    CAPTURE(file);
    const auto versions =
        read_mapped(file, {{"provisions", "."}, {"text.en", "en"}, {"text.zh", "zh"}});
    REQUIRE(versions.size() == 2);
    CHECK(versions[0].language == "en");
    CHECK(versions[0].provisions.size() == versions[1].provisions.size());
  }
}
