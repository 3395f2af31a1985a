// SPDX-License-Identifier: GPL-2.0-or-later
#include "lake_files.hpp"
#include "run_program.hpp"

#include <pinlex/index_store/index_writer.hpp>

#include <catch2/catch.hpp>

using namespace pinlex;
namespace fs = std::filesystem;

namespace {

/// A folder with a catalogue and a text, in which the program runs.
struct Shore {
  TemporaryFolder folder;

  Shore() {
    folder.write("lakes.toml",
                 "[[instrument]]\nid = \"lake-1\"\nkind = \"treaty\"\narticles = 2\n"
                 "titles.en = \"Convention on the Quiet of Lakes\"\n");
    folder.write("texts/lake.md", lake_convention({"Boats moor.", "Swans go."}));
  }

  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), PINLEX_INDEX_PROGRAM);
    return run_in(folder.path(), arguments);
  }
};

}  // namespace

TEST_CASE("the program indexes and says what it did") {
  const Shore shore;
  const Ran ran = shore.run({"--catalogue", "lakes.toml", "index", "texts"});
  CHECK(ran.status == 0);
  CHECK(ran.err.empty());
  CHECK(ran.out == "files: 1\nrefused: 0\ndoubts: 0\nversions: 1\npassages: 2\ngeneration: 1\n");
  const auto version = IndexReader::open(shore.folder / "index")->version_named("lake-1@en");
  REQUIRE(version);
  CHECK(version->sources[0].root == "texts");
}

TEST_CASE("the program is quiet when asked") {
  const Shore shore;
  const Ran ran = shore.run({"-q", "index", "texts"});
  CHECK(ran.status == 0);
  CHECK(ran.out.empty());
  CHECK(ran.err.empty());
}

TEST_CASE("a dry run says what was understood of each file") {
  const Shore shore;
  const Ran ran = shore.run({"--dry-run", "--catalogue=lakes.toml", "index", "texts"});
  CHECK(ran.status == 0);
  CHECK_THAT(ran.out, Catch::StartsWith("texts/lake.md\n  markdown, "));
  CHECK_THAT(ran.out,
             Catch::Contains("  lake-1@en: treaty, official, en, \"Convention on the Quiet "
                             "of Lakes\"\n    2 of 2 articles, "));
  CHECK_THAT(ran.out, Catch::EndsWith("generation: 0\n"));
  CHECK_FALSE(fs::exists(shore.folder / "index"));
}

TEST_CASE("the exit status says who must act") {
  const Shore shore;
  SECTION("2: no path") {
    const Ran ran = shore.run({"index"});
    CHECK(ran.status == 2);
    CHECK(ran.err ==
          "pinlex-index: PATH is missing: what is to be indexed\n"
          "  hint: pinlex-index --help lists what there is\n");
  }
  SECTION("2: nothing at all") { CHECK(shore.run({}).status == 2); }
  SECTION("2: an option that does not exist") {
    CHECK(shore.run({"--dry-rum", "index", "texts"}).status == 2);
  }
  SECTION("2: an option spelled by half") {
    CHECK(shore.run({"--dry", "index", "texts"}).status == 2);
  }
  SECTION("2: a number that is none") {
    CHECK(shore.run({"--keep", "few", "index", "texts"}).status == 2);
    CHECK(shore.run({"--keep", "0", "index", "texts"}).status == 2);
  }
  SECTION("2: a path that is not there") {
    const Ran ran = shore.run({"index", "texts", "elsewhere"});
    CHECK(ran.status == 2);
    CHECK(ran.err == "pinlex-index: elsewhere: there is no such file or folder\n");
    CHECK_FALSE(fs::exists(shore.folder / "index"));
  }
  SECTION("2: a catalogue that is wrong") {
    shore.folder.write("wrong.toml", "[[instrument]]\nidd = \"x\"\n");
    const Ran ran = shore.run({"--catalogue", "wrong.toml", "index", "texts"});
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, Catch::StartsWith("pinlex-index: wrong.toml:"));
  }
  SECTION("2: a catalogue that is not there") {
    CHECK(shore.run({"--catalogue", "none.toml", "index", "texts"}).status == 2);
  }
  SECTION("2: a report that cannot be written") {
    CHECK(shore.run({"--report", "no/where.json", "index", "texts"}).status == 2);
    CHECK_FALSE(fs::exists(shore.folder / "index"));
  }
  SECTION("4: a folder of something else") {
    shore.folder.write("letters/mother.txt", "Dear son");
    const Ran ran = shore.run({"letters", "texts"});
    CHECK(ran.status == 4);
    CHECK(names_below(shore.folder / "letters") == std::vector<std::string>{"mother.txt"});
  }
  SECTION("6: locked") {
    const auto writer = IndexWriter::open(shore.folder / "index");
    const Ran ran = shore.run({"index", "texts"});
    CHECK(ran.status == 6);
    CHECK_THAT(ran.err, Catch::Contains("is being written by process"));
  }
  SECTION("7: damaged") {
    CHECK(shore.run({"index", "texts"}).status == 0);
    shore.folder.write("index/CURRENT", "x");
    CHECK(shore.run({"index", "texts"}).status == 7);
  }
  SECTION("8: something was refused") {
    shore.folder.write("texts/bad.md", "");
    const Ran ran = shore.run({"index", "texts"});
    CHECK(ran.status == 8);
    CHECK_THAT(ran.err, Catch::StartsWith("texts/bad.md:1: "));
    CHECK_THAT(ran.out, Catch::Contains("refused: 1\n"));
    CHECK(versions_in(shore.folder / "index").size() == 1);
  }
}

TEST_CASE("no index is built on a faulty thesaurus") {
  const std::string rope = "[[concept]]\nid = \"rope\"\nkind = \"data\"\nlabel.en = \"rope\"\n";
  const std::string wire = "[[concept]]\nid = \"wire\"\nkind = \"data\"\nbroader = [\"rope\"]\n";
  const std::vector<std::pair<std::string, std::string>> cases{
      {rope + "broader = [\"wire\"]\n" + wire + "label.en = \"wire\"\n",
       "words.toml:9:12: a circle of broader concepts: rope > wire > rope\n"},
      {rope + "related = [\"sail\"]\n", "words.toml:5:12: there is no concept 'sail'\n"},
      {rope + wire + "label.en = \"ropes\"\n",
       "words.toml:9:12: \"ropes\" (en) belongs to concept 'rope' already, as \"rope\" at "
       "words.toml:4:12\n"},
      {rope + "lay.fr = []\n", "words.toml:5:10: key 'lay.fr' is an empty list\n"},
      {rope + "lay.\"\" = [\"cord\"]\n",
       "words.toml:5:11: '' is no language code of two letters\n"},
      {"@prefix skos: <urn:x> .\n", "words.toml:1:1: "},
  };
  for (const auto& [thesaurus, expected] : cases) {
    const Shore shore;
    shore.folder.write("words.toml", thesaurus);
    const Ran ran = shore.run({"--thesaurus", "words.toml", "index", "texts"});
    CHECK(ran.status == 2);
    CHECK_THAT(ran.err, Catch::StartsWith("pinlex-index: " + expected));
    CHECK_FALSE(fs::exists(shore.folder / "index"));
  }
}

TEST_CASE("the report is JSON") {
  const Shore shore;
  CHECK(shore.run({"--report", "report.json", "index", "texts"}).status == 0);
  const std::string json = content_of(shore.folder / "report.json");
  CHECK_THAT(json, Catch::StartsWith("{\n  \"schema\": \"pinlex.index-report/1\",\n"));
  CHECK_THAT(json, Catch::Contains("\"unexplained\": 0"));
}

TEST_CASE("control characters of a name do not reach the terminal") {
  const Shore shore;
  shore.folder.write("texts/red\x1B[31m.md", "");
  const Ran ran = shore.run({"-v", "index", "texts"});
  CHECK(ran.status == 8);
  CHECK(ran.err.find('\x1B') == std::string::npos);
  CHECK(ran.out.find('\x1B') == std::string::npos);
}

TEST_CASE("help and version answer and end") {
  const Shore shore;
  const Ran help = shore.run({"--help"});
  CHECK(help.status == 0);
  CHECK_THAT(help.out, Catch::StartsWith("Usage: pinlex-index [OPTION]... INDEX PATH...\n"));
  const Ran version = shore.run({"--version"});
  CHECK(version.status == 0);
  CHECK_THAT(version.out, Catch::StartsWith("pinlex-index "));
}

TEST_CASE("the built-in data can be elsewhere") {
  const Shore shore;
  const Ran wrong = run_in(shore.folder.path(), {"env", "PINLEX_DATA=/nowhere/pinlex",
                                                 PINLEX_INDEX_PROGRAM, "index", "texts"});
  CHECK(wrong.status == 2);
  CHECK(wrong.err ==
        "pinlex-index: /nowhere/pinlex: the data of pinlex is not here\n"
        "  hint: set PINLEX_DATA to its folder share/pinlex\n");
  fs::create_directories(shore.folder / "data/catalogue");
  fs::copy(shore.folder / "lakes.toml", shore.folder / "data/catalogue/lakes.toml");
  const Ran own =
      run_in(shore.folder.path(), {"env", "PINLEX_DATA=" + (shore.folder / "data").string(),
                                   PINLEX_INDEX_PROGRAM, "--dry-run", "index", "texts"});
  CHECK(own.status == 0);
  CHECK_THAT(own.out, Catch::Contains("Convention on the Quiet of Lakes"));
}
