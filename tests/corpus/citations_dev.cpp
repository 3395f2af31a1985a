// SPDX-License-Identifier: GPL-2.0-or-later
// The catalogue that is shipped, against itself, against the shared texts and against the shared
// list of citations as people type them.
#include <pinlex/citations/citation.hpp>
#include <pinlex/model/catalogue.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace pinlex {
namespace {

namespace fs = std::filesystem;

const fs::path source_dir = PINLEX_SOURCE_DIR;
const fs::path shared_dir = source_dir / ".." / "shared";

std::string content(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

std::vector<std::string> split(const std::string& text, const std::string& by) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (true) {
    const auto end = text.find(by, begin);
    parts.push_back(text.substr(begin, end - begin));
    if (end == std::string::npos) return parts;
    begin = end + by.size();
  }
}

const Catalogue& shipped() {
  static const Catalogue catalogue = [] {
    Catalogue made;
    for (const auto& entry : fs::directory_iterator(source_dir / "corpus" / "data" / "catalogue")) {
      if (entry.path().extension() != ".toml") continue;
      const auto added = made.add_toml(content(entry.path()), entry.path().filename().string());
      INFO((added ? std::string() : added.error().message));
      REQUIRE(added);
    }
    return made;
  }();
  return catalogue;
}

/// As the shared list writes it: "a#x , a#y", "a#x .. a#y".
std::string listed(const Citation& citation) {
  std::string out;
  for (const CitedProvision& provision : citation.provisions) {
    out += (out.empty() ? "" : " , ") + citation.instrument + "#" + provision.eid;
    if (!provision.last.empty()) out += " .. " + citation.instrument + "#" + provision.last;
  }
  return out;
}

TEST_CASE("the shipped catalogue holds together") {
  const auto& instruments = shipped().instruments();
  REQUIRE(instruments.size() > 60);
  const CitationReader reader(shipped());
  for (const auto& [id, instrument] : instruments) {
    INFO(id);
    if (!instrument.parent.empty()) CHECK(shipped().find(instrument.parent) != nullptr);
    if (!instrument.adopted.empty() && !instrument.in_force.empty()) {
      CHECK(instrument.adopted <= instrument.in_force);
    }
    CHECK((instrument.address.empty() || instrument.address.starts_with("https://")));
    for (const auto& [language, title] : instrument.titles) {
      INFO(title);
      const auto match = shipped().find_title(title);
      REQUIRE(match.instrument != nullptr);
      CHECK(match.instrument->id == id);
      const auto cited = reader.parse(title);
      REQUIRE(cited);
      CHECK(cited->instrument == id);
    }
    for (const auto& [language, names] : instrument.names) {
      for (const auto& name : names) {
        INFO(name);
        const auto cited = reader.parse(name);
        REQUIRE(cited);
        CHECK(cited->instrument == id);
      }
    }
  }
}

TEST_CASE("citations as people type them") {
  std::ifstream in(shared_dir / "eval" / "dev.citations.tsv");
  if (!in) {
    WARN("skipped: ../shared/eval/dev.citations.tsv is not there");
    return;
  }
  const CitationReader reader(shipped());
  std::string line;
  int cases = 0;
  while (std::getline(in, line)) {
    const auto fields = split(line, "\t");
    if (fields.size() < 2 || line.starts_with("# ")) continue;
    INFO(fields[0]);
    const auto citation = reader.parse(fields[0]);
    REQUIRE(citation);
    ++cases;
    // '-': the provision does not exist, which is for the index to say; it must be read all the
    // same.
    if (fields[1].starts_with("-")) {
      CHECK_FALSE(citation->instrument.empty());
      CHECK_FALSE(citation->provisions.front().eid.empty());
    } else {
      CHECK(listed(*citation) == fields[1]);
    }
    const auto running = reader.find_all("We read " + fields[0] + " with care.");
    REQUIRE(running.size() == 1);
    CHECK(listed(running.front()) == listed(*citation));
  }
  CHECK(cases >= 29);
}

TEST_CASE("the shared treaties are known by the titles printed in them") {
  const fs::path folder = shared_dir / "corpus" / "treaties";
  if (!fs::exists(folder)) {
    WARN("skipped: ../shared/corpus/treaties is not there");
    return;
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() != ".md") continue;
    const std::string id = entry.path().stem().string();
    INFO(id);
    REQUIRE(shipped().find(id) != nullptr);
    std::istringstream lines(content(entry.path()));
    std::set<std::string> languages;
    std::string line;
    while (std::getline(lines, line)) {
      if (!line.starts_with("##")) continue;
      const auto match = shipped().find_title(line.substr(line.find_first_not_of('#')));
      if (match.instrument == nullptr) continue;
      if (match.instrument->id == id) languages.insert(match.language);
    }
    CHECK(languages.count("nl") == 1);
    if (id != "eu-mla-2000") CHECK(languages.count("en") == 1);
  }
}

}  // namespace
}  // namespace pinlex
