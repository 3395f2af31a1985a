// SPDX-License-Identifier: GPL-2.0-or-later
// Runs over texts that were indexed before.
#include "lake_files.hpp"

#include <pinlex/index_store/index_writer.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

using namespace pinlex;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

IndexRequest request_for(const fs::path& index, std::vector<fs::path> roots) {
  IndexRequest request;
  request.index = index;
  request.roots = std::move(roots);
  request.jobs = 2;
  request.shards = 3;
  return request;
}

IndexReport run(const IndexRequest& request) {
  auto report = index(request, lake_catalogue());
  if (!report) throw std::runtime_error(report.error().message);
  return *report;
}

/// "a.md: unchanged", by the name of the file.
Strings changes_in(const IndexReport& report) {
  Strings out;
  for (const FileOutcome& file : report.files) {
    out.push_back(fs::path(file.file).filename().string() + ": " + std::string(name(file.change)));
  }
  for (const std::string& file : report.gone) {
    out.push_back(fs::path(file).filename().string() + ": gone");
  }
  return out;
}

Strings sorted_words(const fs::path& index) {
  Strings words = words_in(index);
  std::sort(words.begin(), words.end());
  return words;
}

/// One of a few conventions about ponds, in one of two languages: the same articles in both.
std::string pond_convention(std::uint32_t pond, const std::string& language) {
  const Strings english = {"Swans swim on the pond.", "Boats rest at night.", "Ice melts on boats.",
                           "Swans rest on ice."};
  const Strings dutch = {"Zwanen zwemmen op de vijver.", "Boten rusten bij nacht.",
                         "IJs smelt op boten.", "Zwanen rusten op ijs."};
  std::string text =
      "---\ninstrument: pond-" + std::to_string(pond) + "\nlanguage: " + language + "\n---\n\n";
  for (std::uint32_t i = 0; i < 4; ++i) {
    text += article(static_cast<int>(i) + 1, (language == "nl" ? dutch : english)[(i + pond) % 4]);
  }
  return text;
}

std::string pairs_in(const fs::path& index) {
  const auto reader = IndexReader::open(index);
  if (!reader) return {};
  const auto pairs = reader->pairs();
  if (!pairs) throw std::runtime_error(pairs.error().message);
  CHECK(pairs->fingerprint() == reader->header().pairs);
  return pairs->bytes();
}

/// What people see of a report.
Strings told(const IndexReport& report) {
  Strings out = refused_in(report);
  for (const FileOutcome& file : report.files) {
    for (const VersionSummary& text : file.versions) {
      out.push_back(text.id + " " + std::to_string(text.articles) + " " +
                    std::to_string(text.passages) + " " + text.duplicate_of);
      out.insert(out.end(), text.doubts.begin(), text.doubts.end());
    }
  }
  return out;
}

}  // namespace

TEST_CASE("a run says what changed since the last one") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  folder.write("a/old.md", note("Once there was a ferry."));
  folder.write("a/shore.md", note("The shore was quiet."));
  const auto request = request_for(folder / "index", {folder / "a"});
  CHECK(changes_in(run(request)) ==
        Strings{"lake.md: unknown", "old.md: unknown", "shore.md: unknown"});
  fs::remove(folder / "a/old.md");
  folder.write("a/lake.md", lake_convention({"Boats anchor.", "Swans go."}));
  folder.write("a/pier.md", note("The pier was long."));
  auto dry = request;
  dry.dry_run = true;
  const Strings expected{"lake.md: changed", "pier.md: new", "shore.md: unchanged", "old.md: gone"};
  CHECK(changes_in(run(dry)) == expected);
  CHECK(versions_in(request.index).size() == 3);
  const auto report = run(request);
  CHECK(changes_in(report) == expected);
  CHECK(report.generation == 2);
  CHECK(versions_in(request.index) == Strings{"lake-1@en", "pier@en", "shore@en"});
}

TEST_CASE("where nothing changed nothing is published, and the report says the same") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go.", "Ice melts."}));
  folder.write("a/values.csv", "a,b\n1,2\n");
  const auto request = request_for(folder / "index", {folder / "a"});
  const auto first = run(request);
  const auto second = run(request);
  CHECK(second.generation == first.generation);
  CHECK(second.versions == first.versions);
  CHECK(second.passages == first.passages);
  CHECK(told(second) == told(first));
  CHECK_FALSE(fs::exists(folder / "index/generations/000002"));
}

TEST_CASE("a change to what is declared of a file, or to the catalogue, is a change of the file") {
  const TemporaryFolder folder;
  folder.write("a/shore.md", note("The shore was quiet."));
  const auto request = request_for(folder / "index", {folder / "a"});
  run(request);
  folder.write("a/corpus.toml", "[[file]]\npath = \"shore.md\"\ntitle = \"On shores\"\n");
  CHECK(changes_in(run(request)) == Strings{"shore.md: changed"});
  Catalogue other = lake_catalogue();
  REQUIRE(
      other.add_toml("[[instrument]]\nid = \"pier-9\"\nkind = \"treaty\"\n"
                     "titles.en = \"Convention on Piers\"\n",
                     "piers.toml"));
  const auto report = index(request, other);
  REQUIRE(report);
  CHECK(changes_in(*report) == Strings{"shore.md: new"});
}

TEST_CASE("whatever changes, the index is as one made anew") {
  const TemporaryFolder folder;
  std::mt19937 source(1967);
  const auto pick = [&source](std::uint32_t below) {
    return static_cast<std::uint32_t>(source()) % below;
  };
  const Strings sentences = {"Boats moor.", "Swans go.", "Ice melts.", "The ferry rests."};
  const auto request = request_for(folder / "index", {folder / "a"});
  bool learnt = false;
  for (int step = 0; step < 80; ++step) {
    const std::string file = "a/" + std::to_string(pick(6)) + ".md";
    const std::uint32_t pond = pick(3);
    const std::string language = pick(2) == 0 ? "en" : "nl";
    const std::string pond_file = "a/pond-" + std::to_string(pond) + "." + language + ".md";
    switch (pick(6)) {
      case 4:
        folder.write(pond_file, pond_convention(pond, language));
        break;
      case 5:
        fs::remove(folder / pond_file);
        break;
      case 0:
        fs::remove(folder / file);
        break;
      case 1:
        folder.write(file, note(sentences[pick(4)]));
        break;
      case 2:  // The same articles of one convention in several files, alike or not.
        folder.write(file, lake_convention({sentences[pick(2)], sentences[pick(2)]}));
        break;
      case 3:
        folder.write(file, "---\ninstrument: lake-1\nlanguage: en\n---\n\n" +
                               article(static_cast<int>(pick(4)) + 1, sentences[pick(2)]));
        break;
    }
    folder.write("a/always.md", note("The shore was quiet."));
    const auto report = run(request);
    const fs::path fresh = folder / ("fresh-" + std::to_string(step));
    const auto expected = run(request_for(fresh, {folder / "a"}));
    INFO("step " << step << " " << file);
    REQUIRE(told(report) == told(expected));
    REQUIRE(versions_in(request.index) == versions_in(fresh));
    REQUIRE(sorted_words(request.index) == sorted_words(fresh));
    REQUIRE(report.passages == expected.passages);
    REQUIRE(pairs_in(request.index) == pairs_in(fresh));
    learnt = learnt || !pairs_in(fresh).empty();
  }
  CHECK(learnt);
}

TEST_CASE("shards that nothing touched are shared with the generation before") {
  const TemporaryFolder folder;
  for (int i = 0; i < 12; ++i) {
    folder.write("a/" + std::to_string(i) + ".md", note("Note " + std::to_string(i) + "."));
  }
  const auto request = request_for(folder / "index", {folder / "a"});
  run(request);
  folder.write("a/5.md", note("Another note."));
  run(request);
  std::size_t shared = 0;
  for (const char* shard : {"shard-0", "shard-1", "shard-2"}) {
    const fs::path file = folder / "index/generations/000002" / shard / "postlist.glass";
    shared += fs::hard_link_count(file) == 2 ? 1 : 0;
  }
  CHECK(shared == 2);
  CHECK(words_in(request.index).size() == 12);
}

TEST_CASE("a text is taken out by id, and comes back with its root") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  folder.write("a/shore.md", note("The shore was quiet."));
  const auto request = request_for(folder / "index", {folder / "a"});
  run(request);
  auto removal = request_for(folder / "index", {});
  for (const char* id : {"lake-1", "lake-1@en"}) {
    removal.remove = {id};
    run(removal);
    CHECK(versions_in(request.index) == Strings{"shore@en"});
    run(request);
    CHECK(versions_in(request.index) == Strings{"lake-1@en", "shore@en"});
  }
  removal.remove = {"lake-2"};
  const auto refused = index(removal, lake_catalogue());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::nothing_found);
  CHECK(refused.error().message == "the index holds no text lake-2");
}

TEST_CASE("texts are analysed anew without their files") {
  const TemporaryFolder folder;
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  auto request = request_for(folder / "index", {folder / "a"});
  run(request);
  const Strings before = words_in(request.index);
  fs::remove_all(folder / "a");
  request.roots.clear();
  request.rebuild = true;
  CHECK(run(request).generation == 2);
  CHECK(words_in(request.index) == before);
}

TEST_CASE("an index goes back to the generation before, and keeps no more than is wanted") {
  const TemporaryFolder folder;
  const auto request = request_for(folder / "index", {folder / "a"});
  CHECK(roll_back(request.index).error().code == Code::no_index);
  folder.write("a/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  run(request);
  CHECK(roll_back(request.index).error().message ==
        request.index.string() + ": holds no older generation");
  folder.write("a/lake.md", lake_convention({"Boats anchor.", "Swans go."}));
  run(request);
  REQUIRE(roll_back(request.index).value() == 1);
  CHECK(words_in(request.index)[0] == "art_1: Boats moor.");
  CHECK(run(request).generation == 2);
  CHECK(words_in(request.index)[0] == "art_1: Boats anchor.");
  REQUIRE(prune(request.index));
  CHECK_FALSE(fs::exists(request.index / "generations/000001"));
  CHECK(words_in(request.index)[0] == "art_1: Boats anchor.");
}
