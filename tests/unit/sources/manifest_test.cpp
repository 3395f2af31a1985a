// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/sources/manifest.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

using namespace pinlex;

TEST_CASE("globs match as documented") {
  const std::vector<std::tuple<std::string, std::string, bool>> cases{
      {"lamp.md", "lamp.md", true},
      {"lamp.md", "lamp.mdx", false},
      {"lamp.md", "a/lamp.md", false},
      {"*.md", "lamp.md", true},
      {"*.md", "a/lamp.md", false},
      {"*.md", ".md", true},
      {"a/*", "a/b", true},
      {"a/*", "a/b/c", false},
      {"**", "a/b/c.md", true},
      {"**/*.md", "lamp.md", true},
      {"**/*.md", "a/b/lamp.md", true},
      {"**/*.md", "a/b/lamp.txt", false},
      {"a/**/z.md", "a/z.md", true},
      {"a/**/z.md", "a/b/c/z.md", true},
      {"a/**/z.md", "b/z.md", false},
      {"**/a*/c", "ab/x/ad/c", true},
      {"**/a*/c", "ab/x/bd/c", false},
      {"l?mp.md", "lamp.md", true},
      {"l?mp.md", "l/mp.md", false},
      {"*a*b*", "xxaxxbxx", true},
      {"*a*b*", "xxbxxaxx", false},
      {"", "", true},
      {"", "a", false},
      {"*", "", true},
  };
  for (const auto& [glob, path, expected] : cases) {
    CAPTURE(glob, path);
    CHECK(glob_matches(glob, path) == expected);
  }
}

TEST_CASE("a glob of many stars is settled at once") {
  std::string glob;
  for (int i = 0; i < 200; ++i) glob += "*a";
  CHECK_FALSE(glob_matches(glob + "b", std::string(20'000, 'a')));
  glob.clear();
  for (int i = 0; i < 200; ++i) glob += "**a";
  CHECK_FALSE(glob_matches(glob + "b", std::string(20'000, 'a')));
}

TEST_CASE("later entries are stronger, key by key") {
  const auto manifest = Manifest::parse(R"(
[[file]]
path = "**/*.md"
kind = "treaty"
language = "en"
retrieved = 2024-01-02
[[file]]
path = "nl/*.md"
language = "nl"
about = ["lamp-7#art_1", "lamp-7#art_2"]
[[file]]
path = "drafts/**"
skip = true
[[file]]
path = "drafts/final.md"
edition = "consolidated"
as_of = "2023-05-06"
)",
                                        "corpus.toml");
  REQUIRE(manifest);
  CHECK(manifest->lookup("a/x.md").metadata.language == "en");
  CHECK(manifest->lookup("a/x.md").metadata.retrieved == "2024-01-02");
  const auto dutch = manifest->lookup("nl/x.md");
  CHECK(dutch.metadata.language == "nl");
  CHECK(dutch.metadata.kind == "treaty");
  CHECK(dutch.metadata.about.size() == 2);
  CHECK(manifest->lookup("drafts/one.md").skip);
  CHECK_FALSE(manifest->lookup("drafts/final.md").skip);
  CHECK(manifest->lookup("drafts/final.md").metadata.as_of == "2023-05-06");
  CHECK(manifest->lookup("x.txt").metadata.kind.empty());
}

TEST_CASE("a fault in a manifest is named with file, line, key and what was expected") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"[[file]]\npath = \"a\"\nkidn = \"treaty\"\n",
       "corpus.toml:3:8: unknown key 'kidn'; expected path"},
      {"[[file]]\npath = \"a\"\nkind = \"traety\"\n",
       "corpus.toml:3:8: 'traety' is not one of treaty"},
      {"[[file]]\npath = \"a\"\nedition = \"offical\"\n", "'offical' is not one of official"},
      {"[[file]]\npath = \"a\"\nskip = \"yes\"\n", "key 'skip' must be true or false"},
      {"[[file]]\npath = 7\n", "key 'path' must be a string"},
      {"[[file]]\nkind = \"treaty\"\n", "must have the key 'path'"},
      {"[[file]]\npath = \"a\"\nas_of = \"yesterday\"\n",
       "corpus.toml:3:9: key 'as_of' must be a date such as 2024-04-30, not \"yesterday\""},
      {"[[file]]\npath = \"a\"\npublished = \"2024-13-01\"\n", "key 'published' must be a date"},
      {"[[file]]\npath = \"a\"\nretrieved = \"30-04-2024\"\n", "key 'retrieved' must be a date"},
      {"[[file]]\npath = \"a\"\nlanguage = \"English\"\n",
       "key 'language' must be a code such as en, not \"English\""},
      {"[[file]]\npath = \"a\"\ninstrument = \"Lamp 7\"\n",
       "key 'instrument' must be made of a-z, 0-9 and '-', not \"Lamp 7\""},
      {"[[file]]\npath = \"a\"\naddress = \"the library\"\n",
       "key 'address' must be an address such as https://example.org/act, not \"the library\""},
      {"[[file]]\npath = \"../a\"\n", "key 'path' must be a path or glob relative to the folder"},
      {"[[file]]\npath = \"/a\"\n", "and below it, not \"/a\""},
      {"[[files]]\npath = \"a\"\n", "unknown key 'files'; expected [[file]]"},
      {"[file]\npath = \"a\"\n", "expected [[file]]"},
      {"[[file]]\npath = \"a\n", "corpus.toml:2:"},
      {"\xFF", "corpus.toml:1:"},
  };
  for (const auto& [toml, expected] : cases) {
    CAPTURE(toml);
    const auto manifest = Manifest::parse(toml, "corpus.toml");
    REQUIRE_FALSE(manifest);
    CHECK(manifest.error().code == Code::usage);
    CHECK_THAT(manifest.error().message, Catch::Contains(expected));
    CHECK_FALSE(manifest.error().hint.empty());
  }
}

TEST_CASE("dates may be less than a day, languages more than a code") {
  const auto manifest = Manifest::parse(R"([[file]]
path = "a/**"
published = "1999"
as_of = "1999-12"
language = "zh-Hant"
address = "urn:lamp:7"

[[file]]
path = "b..c.md"
)",
                                        "corpus.toml");
  REQUIRE(manifest);
  CHECK(manifest->lookup("a/x.md").metadata.as_of == "1999-12");
  REQUIRE(manifest->entries().size() == 2);
  CHECK(manifest->entries()[0].line == 1);
  CHECK(manifest->entries()[1].line == 8);
}

TEST_CASE("metadata is completed, never overwritten") {
  Metadata strong;
  strong.title = "Lamps";
  Metadata weak;
  weak.title = "Logs";
  weak.language = "en";
  weak.about = {"lamp-7"};
  strong.complete_with(weak);
  CHECK(strong.title == "Lamps");
  CHECK(strong.language == "en");
  CHECK(strong.about == std::vector<std::string>{"lamp-7"});
}
