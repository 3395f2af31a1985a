// SPDX-License-Identifier: GPL-2.0-or-later
#include "run_program.hpp"

#include <pinlex/thesaurus/thesaurus.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <tuple>
#include <vector>

using namespace pinlex;

namespace {

constexpr auto quay =
    "[[concept]]\nid = \"rope\"\nkind = \"data\"\nlabel.en = \"rope\"\nlay.en = [\"roap\"]\n";
constexpr auto vocabulary =
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "<http://example.org/rope> a skos:Concept ; skos:prefLabel \"rope\"@en, \"Seil\" .\n";

/// A folder with a thesaurus, a faulty one and a vocabulary, in which the program runs.
struct Quay {
  TemporaryFolder folder;

  Quay() {
    folder.write("quay/rope.toml", quay);
    folder.write("quay/note.txt", "Not read.");
    folder.write("bad/rope.toml", std::string(quay) + "titel = 1\nlay.fr = []\n");
    folder.write("empty/note.txt", "");
    folder.write("rope.ttl", vocabulary);
    folder.write("share/powers/rope.toml", quay);
  }

  Ran run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"env", "PINLEX_DATA=share", PINLEX_THESAURUS_PROGRAM});
    return run_in(folder.path(), arguments);
  }
};

}  // namespace

TEST_CASE("a thesaurus is checked and summed up") {
  const Quay quay_folder;
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"check", "quay"}, {"check", "quay/rope.toml"}, {"check"}}) {
    const Ran ran = quay_folder.run(arguments);
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    CHECK_THAT(ran.out, Catch::StartsWith("concepts: 1\nphrases: en 2\nfingerprint: "));
  }
}

TEST_CASE("all faults of a thesaurus are named at once") {
  const Ran ran = Quay().run({"check", "bad"});
  CHECK(ran.status == 2);
  CHECK(ran.out.empty());
  CHECK(ran.err ==
        "pinlex-thesaurus: bad/rope.toml:6:9: unknown key 'titel'; expected id, kind, label, "
        "legal, lay, broader, related, weight or note\n"
        "  hint: correct that line and run again\n"
        "pinlex-thesaurus: bad/rope.toml:7:10: key 'lay.fr' is an empty list\n"
        "  hint: correct that line and run again\n");
}

TEST_CASE("a thesaurus leaves as SKOS and returns") {
  const Quay quay_folder;
  const Ran out = quay_folder.run({"export", "--base", "http://example.org/", "-o", "out.ttl"});
  CHECK(std::tie(out.status, out.out, out.err) == std::tuple(0, "", ""));
  const Ran back = quay_folder.run({"import", "out.ttl"});
  CHECK(back.status == 0);
  CHECK(back.err.empty());
  CHECK(back.out == to_toml(*Thesaurus::from_toml({{"rope.toml", quay}})));
}

TEST_CASE("a vocabulary of others comes in, and what is left out is named") {
  const Quay quay_folder;
  const Ran ran = quay_folder.run({"import", "--kind", "offence", "rope.ttl"});
  CHECK(ran.status == 0);
  CHECK(ran.err == "left out: rope.ttl:2: labels without a language\n");
  CHECK(ran.out ==
        "[[concept]]\nid = \"rope\"\nkind = \"offence\"\n\n[concept.label]\nen = \"rope\"\n");
  CHECK_THAT(quay_folder.run({"import", "--language=de", "rope.ttl"}).out,
             Catch::Contains("de = \"Seil\""));
}

TEST_CASE("what cannot be done is refused with a reason") {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
      {{}, "a command is missing: check, export or import\n"},
      {{"chek"}, "'chek' is not one of check, export, import\n"},
      {{"check", "--base", "urn:x:"}, "--base is for export\n"},
      {{"check", "-o", "x"}, "--output is for export and import\n"},
      {{"export", "--kind", "data"}, "--kind is for import\n"},
      {{"export", "--language", "en"}, "--language is for import\n"},
      {{"export", "--bas", "x"}, "unrecognised option '--bas'\n"},
      {{"import"}, "import reads one FILE.ttl\n"},
      {{"import", "--kind", "x", "rope.ttl"},
       "--kind must be one of power, safeguard, offence, actor, data, cooperation, element\n"},
      {{"import", "quay/rope.toml"}, "quay/rope.toml:1: not Turtle: bad verb\n"},
      {{"import", "none.ttl"}, "none.ttl: cannot be opened: No such file or directory\n"},
      {{"export", "bad"},
       "bad/rope.toml:6:9: unknown key 'titel'; expected id, kind, label, "
       "legal, lay, broader, related, weight or note\n"},
      {{"export", "--base", "x"}, "'x' is no base for the names of concepts\n"},
      {{"check", "empty"}, "empty: holds no file ending in .toml\n"},
      {{"check", "none"}, "none: cannot be opened: No such file or directory\n"},
  };
  const Quay quay_folder;
  for (const auto& [arguments, expected] : cases) {
    const Ran ran = quay_folder.run(arguments);
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Catch::StartsWith("pinlex-thesaurus: " + expected));
  }
}

TEST_CASE("a file of more than 32 MB is not read") {
  const Quay quay_folder;
  quay_folder.folder.write("large.ttl", std::string((32 << 20) + 1, ' '));
  const Ran ran = quay_folder.run({"import", "large.ttl"});
  CHECK(ran.status == 2);
  CHECK_THAT(ran.err, Catch::StartsWith("pinlex-thesaurus: large.ttl: "));
}
