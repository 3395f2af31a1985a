// SPDX-License-Identifier: GPL-2.0-or-later
#include "structure_corpus.hpp"

#include <pinlex/base/sha256.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

/// A row of the list that came with the treaties.
struct Row {
  std::string instrument;
  std::uint32_t articles = 0;
  std::string sha256;
};

std::vector<Row> provenance() {
  std::istringstream lines(corpus_bytes("treaties/PROVENANCE.tsv"));
  std::vector<Row> rows;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream cells(line);
    std::vector<std::string> row;
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
    REQUIRE(row.size() >= 6);
    rows.push_back({row[0].substr(0, row[0].find('.')),
                    static_cast<std::uint32_t>(std::stoul(row[3])), row[5]});
  }
  return rows;
}

/// The articles of a version must be art_1 … art_n in order, each once.
void check_articles(const Version& version, std::uint32_t expected) {
  std::vector<std::string> found;
  for (const Provision& provision : version.provisions) {
    if (provision.level == Level::article) found.push_back(provision.eid);
  }
  std::vector<std::string> wanted;
  for (std::uint32_t i = 1; i <= expected; ++i) wanted.push_back("art_" + std::to_string(i));
  CHECK(found == wanted);
}

/// Treaties printed without titles of articles, as a reader of the pages sees.
const std::set<std::string> untitled{
    "coe-030", "coe-086",   "coe-099", "crc",  "crc-op-sc",
    "iccpr",   "iccpr-op1", "icerd",   "udhr", "un-terror-bombing"};

void check_titles(const Version& version) {
  for (const Provision& provision : version.provisions) {
    if (provision.level != Level::article) continue;
    // The Rome Statute prints the title of article 10 nowhere.
    const bool none = untitled.contains(version.instrument) ||
                      (version.instrument == "icc-rome" && provision.eid == "art_10") ||
                      version.instrument == "eu-mla-2000";
    CAPTURE(version.instrument, version.language, provision.eid);
    if (!none) CHECK_FALSE(provision.heading.empty());
    if (untitled.contains(version.instrument)) CHECK(provision.heading.text == "");
    CHECK(provision.heading.text.find("###") == std::string::npos);
    CHECK(provision.heading.text.size() < 400);
  }
}

/// How many articles have words of their own or below.
std::size_t articles_with_words(const Version& version) {
  std::set<std::int32_t> found;
  for (const Piece& piece : version.pieces) {
    auto at = static_cast<std::int32_t>(piece.provision);
    while (at >= 0 && version.provisions[static_cast<std::size_t>(at)].level != Level::article) {
      at = version.provisions[static_cast<std::size_t>(at)].parent;
    }
    if (at >= 0) found.insert(at);
  }
  return found.size();
}

}  // namespace

TEST_CASE("every treaty has the articles of the list, in both languages, none twice") {
  if (!corpus_is_there()) return;
  const auto rows = provenance();
  CHECK(rows.size() == 28);
  for (const Row& row : rows) {
    CAPTURE(row.instrument);
    const CorpusText text = read_corpus_text("treaties/" + row.instrument + ".md");
    CHECK(sha256_hex(text.bytes) == row.sha256);
    CHECK(text.structured.versions.size() == (row.instrument == "iccpr" ? 4u : 2u));
    for (const std::string language : {"en", "nl"}) {
      CAPTURE(language);
      const Version& version = text.version(row.instrument, language);
      check_articles(version, row.articles);
      check_titles(version);
    }
  }
}

TEST_CASE("the file of the ICCPR also holds its Optional Protocol, of 14 articles") {
  if (!corpus_is_there()) return;
  const CorpusText text = read_corpus_text("treaties/iccpr.md");
  for (const std::string language : {"en", "nl"}) {
    const Version& version = text.version("iccpr-op1", language);
    CHECK(version.kind == Kind::protocol);
    check_articles(version, 14);
    check_titles(version);
  }
}

TEST_CASE("the Union's convention of 2000 has 30 articles, in Dutch only") {
  if (!corpus_is_there()) return;
  const CorpusText text = read_corpus_text("treaties/eu-mla-2000.md");
  CHECK(text.structured.versions.size() == 1);
  const Version& version = text.version("eu-mla-2000", "nl");
  check_articles(version, 30);
  for (const Provision& provision : version.provisions) {
    if (provision.level == Level::article) CHECK_FALSE(provision.heading.empty());
  }
}

TEST_CASE("both languages of a treaty have the same paragraphs, but where the page differs") {
  if (!corpus_is_there()) return;
  // Articles in which the two pages differ in numbers printed, each looked up on the page.
  const std::map<std::string, std::set<std::string>> differing{
      {"coe-099", {"art_8"}},                  // point (c) in Dutch alone
      {"coe-197", {"art_30"}},                 // "a" without its mark in Dutch
      {"echr", {"art_31"}},                    // "b" without its mark in Dutch
      {"icerd", {"art_9"}},                    // points inside a line, no colon in Dutch
      {"icc-rome", {"art_93"}},                // letters in English, digits in Dutch
      {"un-drugs-1988", {"art_5", "art_12"}},  // points printed twice; paragraph 13 left out
      {"uncac", {"art_2"}},                    // sub-points inside a line, point (i) left out
  };
  for (const Row& row : provenance()) {
    const CorpusText text = read_corpus_text("treaties/" + row.instrument + ".md");
    const auto numbers = [&](const std::string& language) {
      std::vector<std::string> out;
      for (const Provision& provision : text.version(row.instrument, language).provisions) {
        const std::string unit = provision.eid.substr(0, provision.eid.find("__"));
        const auto known = differing.find(row.instrument);
        const bool differs = known != differing.end() && known->second.contains(unit);
        if (unit.starts_with("art_") && !differs) out.push_back(provision.eid);
      }
      return out;
    };
    CAPTURE(row.instrument);
    CHECK(numbers("en") == numbers("nl"));
  }
}

TEST_CASE("ICCPR art. 41(1)(h) has its own two sub-points") {
  if (!corpus_is_there()) return;
  const CorpusText text = read_corpus_text("treaties/iccpr.md");
  for (const std::string language : {"en", "nl"}) {
    const auto& provisions = text.version("iccpr", language).provisions;
    for (const std::string point : {"i", "ii"}) {
      CHECK(std::any_of(provisions.begin(), provisions.end(), [&](const Provision& one) {
        return one.eid == "art_41__para_1__point_h__point_" + point;
      }));
    }
  }
}

TEST_CASE("the protocols in Arabic have all their articles, each with words") {
  if (!corpus_is_there()) return;
  const std::vector<std::pair<std::string, std::size_t>> cases{{"languages/coe-189.ar.txt", 16},
                                                               {"languages/coe-224.ar.txt", 25},
                                                               {"languages/untoc.ar.txt", 41}};
  for (const auto& [file, articles] : cases) {
    CAPTURE(file);
    CHECK(articles_with_words(read_corpus_text(file).structured.versions.at(0)) == articles);
  }
}

TEST_CASE("the regulation in Formex has its articles and recitals, none of them empty") {
  if (!corpus_is_there()) return;
  const CorpusText text = read_corpus_text("formats/en.gdpr.fmx.xml");
  const Version& version = text.structured.versions.at(0);
  CHECK(articles_with_words(version) == 99);
  std::set<std::string> recitals;
  for (const Piece& piece : version.pieces) {
    const auto& eid = version.provisions[piece.provision].eid;
    if (eid.starts_with("rec_") && eid.find("__") == std::string::npos) recitals.insert(eid);
  }
  CHECK(recitals.size() == 173);
}
