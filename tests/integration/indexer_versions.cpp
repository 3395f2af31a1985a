// SPDX-License-Identifier: GPL-2.0-or-later
#include "lake_files.hpp"

#include <catch2/catch.hpp>

using namespace pinlex;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

std::string part_of_convention(int number, const std::string& sentence) {
  return "---\ninstrument: lake-1\nlanguage: en\n---\n\n" + article(number, sentence);
}

}  // namespace

TEST_CASE("files of one version complete each other") {
  const TemporaryFolder folder;
  folder.write("texts/a.md", part_of_convention(2, "Swans go first."));
  folder.write("texts/b.md", part_of_convention(1, "Boats moor at dusk."));
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  CHECK(report.refused() == 0);
  CHECK(report.versions == 1);
  CHECK(words_in(folder / "index") ==
        Strings{"art_1: Boats moor at dusk.", "art_2: Swans go first."});
  const auto version = IndexReader::open(folder / "index")->version_named("lake-1@en");
  CHECK(version->articles == 2);
  CHECK(version->sources.size() == 2);
  // Together they have what the catalogue expects.
  for (const auto& file : report.files) CHECK(file.versions.at(0).doubts.empty());
}

TEST_CASE("one of the files that make a version can be replaced alone") {
  const TemporaryFolder folder;
  folder.write("a/one.md", part_of_convention(1, "Boats moor at dusk."));
  folder.write("b/two.md", part_of_convention(2, "Swans go first."));
  index_lakes(folder / "index", {folder / "a", folder / "b"});
  folder.write("b/two.md", part_of_convention(2, "Swans go last."));
  index_lakes(folder / "index", {folder / "b"});
  CHECK(words_in(folder / "index") ==
        Strings{"art_1: Boats moor at dusk.", "art_2: Swans go last."});
  CHECK(IndexReader::open(folder / "index")->version_named("lake-1@en")->outline.size() == 2);
}

TEST_CASE("the same text again is a duplicate, named, and no error") {
  const TemporaryFolder folder;
  const auto text = lake_convention({"Boats moor.", "Swans go."});
  folder.write("texts/a.md", text);
  folder.write("texts/b.md", text + "\n\n");
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  CHECK(report.refused() == 0);
  CHECK(report.versions == 1);
  REQUIRE(report.files.size() == 2);
  CHECK(report.files[0].versions.at(0).duplicate_of.empty());
  CHECK(report.files[1].versions.at(0).duplicate_of == (folder / "texts/a.md").string());
}

TEST_CASE("other words for an article that is indexed are refused with their line") {
  const TemporaryFolder folder;
  folder.write("texts/a.md", lake_convention({"Boats moor.", "Swans go."}));
  folder.write("texts/b.md", lake_convention({"Boats moor.", "Swans stay."}));
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  CHECK(refused_in(report) ==
        Strings{(folder / "texts/b.md").string() + ":12: lake-1@en: art. 2 has other words in " +
                (folder / "texts/a.md").string() + ", which is indexed"});
  CHECK(words_in(folder / "index") == Strings{"art_1: Boats moor.", "art_2: Swans go."});
}

TEST_CASE("what another root gave stays, and the newcomer is refused") {
  const TemporaryFolder folder;
  folder.write("z/a.md", lake_convention({"Boats moor.", "Swans go."}));
  folder.write("a/b.md", lake_convention({"Boats sink.", "Swans stay."}));
  index_lakes(folder / "index", {folder / "z"});
  const auto report = index_lakes(folder / "index", {folder / "a"});
  CHECK(report.refused() == 1);
  CHECK(words_in(folder / "index") == Strings{"art_1: Boats moor.", "art_2: Swans go."});
}

TEST_CASE("of one text in two formats the richer stays, and the other is named") {
  std::string words;
  for (int i = 0; i < 60; ++i) words += " lamp" + std::to_string(i);
  const TemporaryFolder folder;
  folder.write("texts/shore.en.md", "### Article 1\n\nBoats moor." + words + "\n\nSwans go.\n");
  folder.write("texts/shore.en.html",
               "<!DOCTYPE html><h3>Article 1</h3><p>Boats moor." + words + " Swans go.</p>");
  for (int run = 1; run <= 2; ++run) {
    CAPTURE(run);
    const auto report = index_lakes(folder / "index", {folder / "texts"});
    CHECK(report.refused() == 0);
    REQUIRE(report.files.size() == 2);
    CHECK(report.files[0].versions.at(0).duplicate_of.empty());
    CHECK(report.files[1].versions.at(0).duplicate_of == (folder / "texts/shore.en.html").string());
    CHECK(versions_in(folder / "index") == Strings{"shore@en"});
    CHECK(words_in(folder / "index") == Strings{"art_1: Boats moor." + words + " Swans go."});
  }
}

TEST_CASE("two names that give one id are a clash") {
  const TemporaryFolder folder;
  folder.write("texts/the shore.md", note("The shore was quiet."));
  folder.write("texts/the-shore.md", note("The shore was loud."));
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  CHECK(refused_in(report) == Strings{(folder / "texts/the-shore.md").string() +
                                      ":1: its name gives the id the-shore, as does " +
                                      (folder / "texts/the shore.md").string() +
                                      "; rename one, or declare its instrument"});
}

TEST_CASE("a clash of names is found against a text of another root too") {
  const TemporaryFolder folder;
  folder.write("a/shore.md", note("The shore was quiet."));
  folder.write("b/shore.md", note("The shore was loud."));
  index_lakes(folder / "index", {folder / "a"});
  CHECK(index_lakes(folder / "index", {folder / "b"}).refused() == 1);
  CHECK(versions_in(folder / "index") == Strings{"shore@en"});
}

TEST_CASE("languages of one text differ in the ending of their names") {
  const TemporaryFolder folder;
  folder.write("texts/shore.en.md", "# The shore\n\nIt was quiet.\n");
  folder.write("texts/shore.nl.md", "# De oever\n\nHet was stil.\n");
  index_lakes(folder / "index", {folder / "texts"});
  CHECK(versions_in(folder / "index") == Strings{"shore@en", "shore@nl"});
}

TEST_CASE("a file named after an instrument of the catalogue is that") {
  const TemporaryFolder folder;
  folder.write("texts/sub/lake-1.en.md", article(1, "Boats moor.") + article(2, "Swans go."));
  index_lakes(folder / "index", {folder / "texts"});
  CHECK(versions_in(folder / "index") == Strings{"lake-1@en"});
}

TEST_CASE("the nearest manifest is the strongest, and all are stronger than the file") {
  const TemporaryFolder folder;
  folder.write("texts/corpus.toml",
               "[[file]]\npath = \"**\"\naddress = \"https://example.org/far\"\n"
               "author = \"A. Heron\"\nlanguage = \"fr\"\n");
  folder.write("texts/sub/corpus.toml",
               "[[file]]\npath = \"lake.md\"\naddress = \"https://example.org/near\"\n");
  folder.write("texts/sub/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  index_lakes(folder / "index", {folder / "texts"});
  CHECK(versions_in(folder / "index") == Strings{"lake-1@fr"});
  const auto version = IndexReader::open(folder / "index")->version_named("lake-1@fr");
  CHECK(version->sources.at(0).address == "https://example.org/near");
  CHECK(version->version.author == "A. Heron");
}

TEST_CASE("a manifest beside a file that is a root counts, and can leave files out") {
  const TemporaryFolder folder;
  folder.write("texts/corpus.toml", "[[file]]\npath = \"shore.md\"\nskip = true\n");
  folder.write("texts/shore.md", note("The shore was quiet."));
  folder.write("texts/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  CHECK(index_lakes(folder / "one", {folder / "texts"}).files.size() == 1);
  CHECK(index_lakes(folder / "two", {folder / "texts/shore.md"}).generation == 0);
}

TEST_CASE("an entry of a manifest that no file matches is named") {
  const TemporaryFolder folder;
  const auto manifest = folder.write("texts/corpus.toml",
                                     "[[file]]\npath = \"*.md\"\nlanguage = \"en\"\n\n"
                                     "[[file]]\npath = \"shoer.md\"\ntitle = \"On shores\"\n\n"
                                     "[[file]]\npath = \"draft.md\"\nskip = true\n\n"
                                     "[[file]]\npath = \"drafts/**\"\nskip = true\n");
  const auto shore = folder.write("texts/shore.md", note("The shore was quiet."));
  CHECK(index_lakes(folder / "one", {folder / "texts"}).warnings ==
        Strings{manifest.string() + ":5: no file matches 'shoer.md'",
                manifest.string() + ":9: no file matches 'draft.md'"});
  // Of a file alone the manifest beside it says more than that file can match.
  CHECK(index_lakes(folder / "two", {shore}).warnings.empty());
}

TEST_CASE("a text with other than the expected number of articles is a doubt") {
  const TemporaryFolder folder;
  const auto file = folder.write("texts/lake.md", lake_convention({"Boats moor."}));
  const auto report = index_lakes(folder / "index", {folder / "texts"});
  REQUIRE(report.files.size() == 1);
  const VersionSummary& summary = report.files[0].versions.at(0);
  CHECK(summary.articles == 1);
  CHECK(summary.expected_articles == 2);
  CHECK(summary.doubts ==
        Strings{file.string() + ":1: lake-1@en has 1 articles, the catalogue says 2"});
}
