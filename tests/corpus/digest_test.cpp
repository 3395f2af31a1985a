// SPDX-License-Identifier: GPL-2.0-or-later
// The built-in digest is whole: every article under its official heading, none without words.
#include <pinlex/base/files.hpp>
#include <pinlex/model/catalogue.hpp>
#include <pinlex/sources/reader.hpp>
#include <pinlex/sources/structure.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace pinlex;

const fs::path top = PINLEX_SOURCE_DIR;
const fs::path data = top / "corpus/data";
const fs::path shared = top / "../shared";

Catalogue catalogue() {
  Catalogue out;
  for (const auto& entry : fs::directory_iterator(data / "catalogue")) {
    if (entry.path().extension() != ".toml") continue;
    const auto text = read_file(entry.path(), 1 << 20);
    REQUIRE(text);
    REQUIRE(out.add_toml(*text, entry.path().filename().string()));
  }
  return out;
}

std::vector<Version> versions_in(const fs::path& file, const Catalogue& known) {
  const auto bytes = read_file(file, 1 << 20);
  REQUIRE(bytes);
  const auto document = read_source(*bytes, file.string());
  REQUIRE(document);
  auto found = find_structure(*document, known, "digest", *bytes);
  REQUIRE(found);
  return std::move(found->versions);
}

Version digest_of(const std::string& name, const Catalogue& known) {
  auto versions = versions_in(data / "digest" / (name + ".md"), known);
  REQUIRE(versions.size() == 1);
  return std::move(versions.front());
}

/// Heading of each article, without white space and case: printings differ in both.
std::map<std::string, std::string> headings_of(const Version& version) {
  std::map<std::string, std::string> out;
  for (const Provision& provision : version.provisions) {
    if (provision.level == Level::article) out[provision.eid] = title_key(provision.heading.text);
  }
  return out;
}

std::map<std::string, std::string> facts_of(const fs::path& file) {
  const auto text = read_file(file, 1 << 20);
  REQUIRE(text);
  std::map<std::string, std::string> out;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with('#')) continue;
    const auto number = line.find('\t') + 1;
    const auto heading = line.find('\t', number) + 1;
    out["art_" + line.substr(number, heading - 1 - number)] = title_key(line.substr(heading));
  }
  return out;
}

/// Articles that hold no words of their own or below them.
std::set<std::string> empty_articles(const Version& version) {
  std::set<std::string> empty;
  for (const Provision& provision : version.provisions) {
    if (provision.level == Level::article) empty.insert(provision.eid);
  }
  for (const Piece& piece : version.pieces) {
    auto at = static_cast<std::int32_t>(piece.provision);
    for (; at >= 0; at = version.provisions[static_cast<std::size_t>(at)].parent) {
      empty.erase(version.provisions[static_cast<std::size_t>(at)].eid);
    }
  }
  return empty;
}

}  // namespace

TEST_CASE("the English digests hold every article of their instrument") {
  const Catalogue known = catalogue();
  for (const std::string id : {"uncc", "coe-185", "coe-189", "coe-224"}) {
    CAPTURE(id);
    const Version version = digest_of(id + ".en", known);
    CHECK(version.instrument == id);
    CHECK(version.edition == Edition::digest);
    CHECK(version.language == "en");
    CHECK(headings_of(version).size() == known.find(id)->articles);
    CHECK(empty_articles(version).empty());
    CHECK(version.doubts.empty());
  }
}

TEST_CASE("the digests of the heart in French and Spanish have the numbers of the English ones") {
  const Catalogue known = catalogue();
  for (const std::string id : {"uncc", "coe-185", "coe-224"}) {
    std::set<std::string> english;
    for (const Provision& provision : digest_of(id + ".en", known).provisions)
      english.insert(provision.eid);
    for (const std::string language : {"fr", "es"}) {
      CAPTURE(id, language);
      const Version version = digest_of(id + "." + language, known);
      CHECK(version.language == language);
      CHECK(headings_of(version).size() >= 10);
      CHECK(empty_articles(version).empty());
      for (const Provision& provision : version.provisions) {
        if (is_grouping(provision.level)) continue;
        CAPTURE(provision.eid);
        CHECK(english.contains(provision.eid));
      }
    }
  }
}

TEST_CASE("the articles of the digest stand under their official headings") {
  if (!fs::exists(shared / "facts")) {
    WARN("skipped: ../shared/facts is absent");
    return;
  }
  const Catalogue known = catalogue();
  CHECK(headings_of(digest_of("uncc.en", known)) == facts_of(shared / "facts/uncc-articles.tsv"));
  CHECK(headings_of(digest_of("coe-224.en", known)) ==
        facts_of(shared / "facts/coe-224-articles.tsv"));
  for (const std::string id : {"coe-185", "coe-189"}) {
    CAPTURE(id);
    const auto printed = versions_in(shared / "corpus/treaties" / (id + ".md"), known);
    CHECK(headings_of(digest_of(id + ".en", known)) == headings_of(printed.front()));
  }
}

TEST_CASE("each commentary note names an article that the digest holds") {
  const Catalogue known = catalogue();
  std::map<std::string, std::set<std::string>> articles;
  for (const std::string id : {"uncc", "coe-224", "coe-185", "coe-189"}) {
    for (const auto& [eid, heading] : headings_of(digest_of(id + ".en", known)))
      articles[id].insert(eid);
  }
  std::size_t notes = 0;
  for (const auto& entry : fs::directory_iterator(data / "digest/notes")) {
    CAPTURE(entry.path().filename());
    const auto versions = versions_in(entry.path(), known);
    REQUIRE(versions.size() == 1);
    CHECK(versions.front().kind == Kind::commentary);
    CHECK_FALSE(versions.front().author.empty());
    CHECK_FALSE(versions.front().about.empty());
    for (const std::string& about : versions.front().about) {
      const auto hash = about.find('#');
      REQUIRE(hash != std::string::npos);
      CHECK(articles[about.substr(0, hash)].contains(about.substr(hash + 1)));
    }
    ++notes;
  }
  CHECK(notes >= 20);
}
