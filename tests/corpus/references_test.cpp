// SPDX-License-Identifier: GPL-2.0-or-later
// What indexing finds in two shared treaties, against lists made by reading them; and that what the
// built-in digest refers to is there.
#include "references.hpp"

#include "collection.hpp"

#include <pinlex/base/files.hpp>
#include <pinlex/model/eid.hpp>
#include <pinlex/sources/reader.hpp>
#include <pinlex/sources/structure.hpp>

#include <catch2/catch.hpp>

#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace pinlex;

const fs::path top = PINLEX_SOURCE_DIR;
const fs::path treaties = top / "../shared/corpus/treaties";

/// From where, to what.
using Pair = std::pair<std::string, std::string>;

const Catalogue& catalogue() {
  static const Catalogue made = [] {
    Catalogue out;
    for (const auto& entry : fs::directory_iterator(top / "corpus/data/catalogue")) {
      if (entry.path().extension() != ".toml") continue;
      const auto text = read_file(entry.path(), 1 << 20);
      REQUIRE(text);
      REQUIRE(out.add_toml(*text, entry.path().filename().string()));
    }
    return out;
  }();
  return made;
}

std::set<Pair> listed(const std::string& name) {
  const auto text = read_file(top / "tests/corpus" / name, 1 << 20);
  REQUIRE(text);
  std::set<Pair> out;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    const auto tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string::npos) continue;
    out.emplace(line.substr(0, tab), line.substr(tab + 1));
  }
  return out;
}

std::string shown(const Reference& reference, const ReferenceTarget& target,
                  const std::string& own) {
  std::string out = reference.instrument == own ? "" : reference.instrument;
  if (!out.empty() && !target.eid.empty()) out += "#";
  out += target.eid;
  return target.last.empty() ? out : out + ".." + target.last;
}

/// The text with its references, as indexing finds them.
StoredText read_references(Version version) {
  Collection collection;
  Part part = part_of(std::move(version));
  const std::string id = part.id();
  collection.keep(pack(std::move(part), ""));
  StoredText text = collection.take(id);
  static const ReferenceFinder finder(catalogue());
  find_references(finder, text);
  return text;
}

std::vector<Version> versions_in(const fs::path& file, const std::string& name) {
  const auto bytes = read_file(file, 1 << 20);
  REQUIRE(bytes);
  const auto document = read_source(*bytes, file.string());
  REQUIRE(document);
  auto structured = find_structure(*document, catalogue(), name, *bytes);
  REQUIRE(structured);
  return std::move(structured->versions);
}

std::set<Pair> found_in(Version version) {
  const std::string own = version.instrument;
  const StoredText text = read_references(std::move(version));
  std::set<Pair> out;
  for (const PassageRecord& record : text.passages) {
    for (const Reference& reference : record.references) {
      const UnitText& words = record.passage.texts[reference.text];
      for (const ReferenceTarget& target : reference.targets) {
        out.emplace(record.passage.units[words.unit].eid, shown(reference, target, own));
      }
    }
  }
  return out;
}

/// Checks what is found in a version of a file against its list.
void compare(const std::string& instrument, const std::string& language, std::size_t least) {
  const fs::path file = treaties / (instrument + ".md");
  if (!fs::exists(file)) {
    WARN("skipped: ../shared/corpus/treaties is not there");
    return;
  }
  const std::set<Pair> expected = listed("references." + instrument + "." + language + ".tsv");
  REQUIRE(expected.size() >= least);
  std::set<Pair> found;
  for (Version& version : versions_in(file, instrument)) {
    if (version.instrument == instrument && version.language == language) {
      found = found_in(std::move(version));
    }
  }
  std::size_t right = 0;
  std::string differences;
  for (const Pair& pair : found) {
    right += expected.count(pair);
    if (expected.count(pair) == 0) differences += "\n+ " + pair.first + " -> " + pair.second;
  }
  for (const Pair& pair : expected) {
    if (found.count(pair) == 0) differences += "\n- " + pair.first + " -> " + pair.second;
  }
  INFO(right << " of " << expected.size() << " listed, " << found.size() << " found"
             << differences);
  CHECK(static_cast<double>(right) >= 0.98 * static_cast<double>(found.size()));
  CHECK(static_cast<double>(right) >= 0.98 * static_cast<double>(expected.size()));
}

/// The built-in digest: all that it refers to in its four instruments.
class Digest {
 public:
  Digest() {
    for (const char* id : {"uncc", "coe-185", "coe-189", "coe-224"}) {
      for (const Version& version : versions_in(folder / (std::string(id) + ".en.md"), id)) {
        for (const Provision& provision : version.provisions) there_[id].insert(provision.eid);
      }
    }
  }

  void check(const fs::path& file) {
    for (Version& version : versions_in(file, file.stem().string())) {
      const StoredText text = read_references(std::move(version));
      for (const PassageRecord& record : text.passages) {
        for (const Reference& reference : record.references) check(reference, record);
      }
    }
  }

  static inline const fs::path folder = top / "corpus/data/digest";
  std::size_t whole = 0;           ///< References that lead to what is there,
  std::size_t above = 0;           ///< or to a part of an article that is given as a whole.
  std::vector<std::string> wrong;  ///< All others.

 private:
  void check(const Reference& reference, const PassageRecord& record) {
    const auto known = there_.find(reference.instrument);
    if (known == there_.end()) return;
    const auto& words = record.passage.texts[reference.text];
    for (const ReferenceTarget& target : reference.targets) {
      for (std::string_view eid : {std::string_view(target.eid), std::string_view(target.last)}) {
        const std::string cited(eid);
        const bool there = eid.empty() || known->second.count(cited) != 0;
        while (!eid.empty() && known->second.count(std::string(eid)) == 0) eid = parent_eid(eid);
        if (there || !eid.empty()) {
          ++(there ? whole : above);
        } else {
          wrong.push_back(record.version + " " + record.passage.units[words.unit].eid + " -> " +
                          reference.instrument + "#" + cited);
        }
      }
    }
  }

  std::map<std::string, std::set<std::string>> there_;
};

}  // namespace

TEST_CASE("what the digest and the notes refer to is there") {
  Digest digest;
  for (const auto& entry : fs::recursive_directory_iterator(Digest::folder)) {
    if (entry.path().extension() == ".md") digest.check(entry.path());
  }
  CHECK(digest.wrong == std::vector<std::string>{});
  CHECK(digest.whole >= 900);
  CHECK(digest.above <= 3);
}

TEST_CASE("the references of ETS 185 in English") { compare("coe-185", "en", 150); }

TEST_CASE("the references of ETS 189 in Dutch") { compare("coe-189", "nl", 40); }
