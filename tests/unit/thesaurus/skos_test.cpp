// SPDX-License-Identifier: GPL-2.0-or-later
#include "fixture.hpp"

#include <pinlex/thesaurus/skos.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <tuple>
#include <vector>

using namespace pinlex;

namespace {

using Strings = std::vector<std::string>;

constexpr auto prefixes =
    "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    "@prefix e: <http://example.org/quay/> .\n"
    "@prefix pinlex: <urn:pinlex:term:> .\n";

SkosVocabulary vocabulary(const std::string& turtle, const SkosImport& options = {}) {
  auto read = from_turtle(prefixes + turtle, "v.ttl", options);
  if (!read) FAIL(read.error().message);
  return *read;
}

}  // namespace

TEST_CASE("a thesaurus goes to Turtle and comes back as it was") {
  const auto odd = Thesaurus::from_toml(
      {{"h.toml", harbour_toml},
       {"odd.toml",
        "[[concept]]\nid = \"a-1\"\nkind = \"data\"\nweight = 1e-7\n"
        "note = \"a \\\"quoted\\\" \\\\ line\\nwith \\t, \\r and \\u0001 <x>\"\n"
        "label.en = \"the harbour's \\\"mole\\\"\"\nlay.en = [\"b\\\\c\"]\n"}});
  REQUIRE(odd);
  for (const Thesaurus& thesaurus : {harbours(), *odd, Thesaurus()}) {
    for (const char* base : {"urn:pinlex:concept:", "https://example.org/quay/", "http://a#"}) {
      const auto turtle = to_turtle(thesaurus, {base});
      REQUIRE(turtle);
      CAPTURE(*turtle);
      const auto back = from_turtle(*turtle, "v.ttl");
      if (thesaurus.concepts().empty()) {
        CHECK_FALSE(back);
        continue;
      }
      REQUIRE(back);
      CHECK(back->left_out == Strings{});
      CHECK(to_toml(back->thesaurus) == to_toml(thesaurus));
    }
  }
}

TEST_CASE("the built-in thesaurus goes to Turtle and comes back as it was") {
  const auto files = read_thesaurus_files({PINLEX_SOURCE_DIR "/corpus/data/powers"});
  REQUIRE(files);
  const auto thesaurus = Thesaurus::from_toml(*files);
  REQUIRE(thesaurus);
  CHECK(thesaurus->concepts().size() >= 120);
  const auto turtle = to_turtle(*thesaurus, {});
  REQUIRE(turtle);
  const auto back = from_turtle(*turtle, "v.ttl");
  REQUIRE(back);
  CHECK(back->left_out == Strings{});
  CHECK(to_toml(back->thesaurus) == to_toml(*thesaurus));
}

TEST_CASE("an exported concept is SKOS that others read") {
  const auto turtle = to_turtle(harbours(), {"https://example.org/quay/"});
  REQUIRE(turtle);
  for (const char* piece :
       {"<https://example.org/quay>\n\ta skos:ConceptScheme",
        "skos:hasTopConcept <https://example.org/quay/harbour-watching> .",
        "<https://example.org/quay/lamp-watching>\n\ta skos:Concept", "pinlex:kind \"power\"",
        "pinlex:weight \"0.5\"^^xsd:double", "\"watching of lamps\"@en", "\"窃听\"@zh",
        "skos:hiddenLabel \"lamp peeping\"@en", "skos:altLabel \"real-time",
        "skos:broader <https://example.org/quay/harbour-watching>",
        "skos:related <https://example.org/quay/lamp-watching>",
        "skos:narrower <https://example.org/quay/lamp-watching>",
        "skos:scopeNote \"Looking at lamps while they burn.\"@en",
        "skos:inScheme <https://example.org/quay>"}) {
    CHECK_THAT(*turtle, Catch::Contains(piece));
  }
}

TEST_CASE("a base that names nothing is refused") {
  for (const char* base : {"", ":", "concept", "/a/", "https://example.org/quay", "http://a b/",
                           "urn:<x>:", "1a:b:"}) {
    const auto turtle = to_turtle(harbours(), {base});
    REQUIRE_FALSE(turtle);
    CHECK(turtle.error() ==
          Error{Code::usage, "'" + std::string(base) + "' is no base for the names of concepts",
                "give an absolute IRI that ends in '/', '#' or ':'"});
  }
}

TEST_CASE("a vocabulary of others is read as far as it can be held") {
  const auto read = vocabulary(R"(
e:Ropes a skos:ConceptScheme .
e:Rope_1 a skos:Concept ; skos:inScheme e:Ropes ;
  skos:prefLabel "rope"@en-GB, "ropes"@en-US, "rope"@en, "corde"@FR ;
  skos:altLabel "cordage"@en ; skos:hiddenLabel "roap"@en ;
  skos:definition "What ships are tied with."@en ; skos:scopeNote "Not for wire."@en .
<http://other.example/x#rope-1> a skos:Concept ; skos:prefLabel "Tau"@de-DE ;
  skos:narrower e:Rope_1 ; skos:related e:Rope_1 ; pinlex:kind "data" ; pinlex:weight 0.25 .
<http://example.org/quay/%D1%84> a skos:Concept ; skos:prefLabel "wire"@en .
)",
                               {ConceptKind::actor, ""});
  const Thesaurus& ropes = read.thesaurus;
  REQUIRE(ropes.concepts().size() == 3);
  const Concept* rope = ropes.find("rope-1");
  REQUIRE(rope != nullptr);
  CHECK(rope->kind == ConceptKind::actor);
  CHECK(rope->labels ==
        std::map<std::string, std::string, std::less<>>{{"en", "rope"}, {"fr", "corde"}});
  CHECK(rope->legal == PhraseLists{{"en", {"ropes", "cordage"}}});
  CHECK(rope->lay == PhraseLists{{"en", {"roap"}}});
  CHECK(rope->note == "Not for wire.");
  CHECK(rope->broader == Strings{"rope-1-2"});
  const Concept* tau = ropes.find("rope-1-2");
  REQUIRE(tau != nullptr);
  CHECK(tau->kind == ConceptKind::data);
  CHECK(tau->weight == 0.25);
  CHECK(tau->related == Strings{"rope-1"});
  CHECK(ropes.find("d1-84") != nullptr);
  CHECK(read.left_out == Strings{"v.ttl:9: a second note or definition of a concept"});
}

TEST_CASE("what a thesaurus cannot hold is left out of a vocabulary and named") {
  const std::string a = "e:a a skos:Concept ; skos:prefLabel \"rope\"@en .\n";
  const std::vector<std::tuple<std::string, Strings>> cases{
      {a, {}},
      {a + "e:b a skos:Concept ; skos:prefLabel \"Ropes\"@en .\n",
       {"v.ttl:5: \"Ropes\" (en) belongs to concept 'a' already, as \"rope\" at v.ttl:4",
        "v.ttl:5: concept 'b' has no label"}},
      {a + "e:b a skos:Concept ; skos:altLabel \"Ropes\"@en ; skos:prefLabel \"wire\"@en .\n",
       {"v.ttl:5: \"Ropes\" (en) belongs to concept 'a' already, as \"rope\" at v.ttl:4"}},
      {a + "e:b a skos:Concept .\n", {"v.ttl:5: concept 'b' has no label"}},
      {a + "e:a skos:broader e:c .\ne:a skos:related e:c, e:a .\n",
       {"v.ttl:5: a link to <http://example.org/quay/c>, which is no concept of this file (2 "
        "times)",
        "v.ttl:6: concept 'a' is said to be related to itself"}},
      {a + "e:b a skos:Concept ; skos:prefLabel \"wire\"@en ; skos:broader e:a .\n"
           "e:a skos:broader e:b .\n",
       {"v.ttl:5: a circle of broader concepts: a > b > a"}},
      {a + "e:a skos:altLabel \"line\", \"cord\", \"of the\"@en, \"\"@en, <urn:x>, \"köysi\"@fin "
           ".\n",
       {"v.ttl:5: a phrase of stop words only: \"of the\"", "v.ttl:5: a phrase without a word",
        "v.ttl:5: labels in the language 'fin'", "v.ttl:5: labels that are no text",
        "v.ttl:5: labels without a language (2 times)"}},
      {a +
           "e:a skos:scopeNote \"Seil\"@de ; skos:notation \"7\" ; <urn:made> \"1999\", \"2000\" "
           ".\n"
           "e:a skos:scopeNote \"" +
           std::string(4001, 'n') + "\" .\n",
       {"v.ttl:4: a note of more than 4000 bytes",
        "v.ttl:5: notes and definitions in other languages than English",
        "v.ttl:5: property <http://www.w3.org/2004/02/skos/core#notation>",
        "v.ttl:5: property <urn:made> (2 times)"}},
      {a + "e:s a skos:ConceptScheme ; skos:prefLabel \"Quay\"@en .\ne:o a skos:Collection .\n",
       {"v.ttl:5: <http://www.w3.org/2004/02/skos/core#prefLabel> of what is no skos:Concept",
        "v.ttl:6: things of type <http://www.w3.org/2004/02/skos/core#Collection>"}},
      {a + "e:a pinlex:kind \"might\" ; pinlex:weight \"2\", \"x\" .\n",
       {"v.ttl:5: kind 'might'", "v.ttl:5: weight '2'", "v.ttl:5: weight 'x'"}},
  };
  for (const auto& [turtle, expected] : cases) {
    CAPTURE(turtle);
    const auto read = vocabulary(turtle);
    CHECK(read.left_out == expected);
    CHECK(read.thesaurus.find("a") != nullptr);
    CHECK(thesaurus_problems({{"back.toml", to_toml(read.thesaurus)}}).empty());
  }
}

TEST_CASE("labels without a language may be given one") {
  const auto read =
      vocabulary("e:a a skos:Concept ; skos:prefLabel \"rope\" .\n", {ConceptKind::data, "en"});
  CHECK(read.left_out.empty());
  CHECK(read.thesaurus.find("a")->label("en") == "rope");
  const auto refused = from_turtle("", "v.ttl", {ConceptKind::data, "English"});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message == "'English' is no language code of two letters");
}

TEST_CASE("what is no Turtle is refused with line and reason") {
  std::string deep = "<urn:a> <urn:p> ";
  for (int i = 0; i < 100'000; ++i) deep += "\n[ <urn:p> ";
  std::string lists = "<urn:a> <urn:p> ";
  for (int i = 0; i < 100'000; ++i) lists += "(\n";
  std::string many;
  for (int i = 0; i < 1'000'001; ++i) many += "<urn:a><urn:p><urn:b>.\n";
  const std::string none = "holds no skos:Concept with a label that can be read";
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "v.ttl: " + none},
      {"# nothing\n", "v.ttl: " + none},
      {"<urn:a> <urn:p> <urn:b> .", "v.ttl: " + none},
      {"<urn:a>\n\n<urn:p> \"x", "v.ttl:3: not Turtle: the text ends within a statement"},
      {"<urn:a> <urn:p> <urn:b>", "v.ttl:1: not Turtle: the text ends within a statement"},
      {"\nid = \"x\"\n", "v.ttl:2: not Turtle: bad verb"},
      {"<html>\n<body>\n</body>", "v.ttl:3: not Turtle: the text ends within a statement"},
      {"{\"a\": 1}", "v.ttl:1: not Turtle: syntax does not support graphs"},
      {"<urn:a> e:p \"x\" .", "v.ttl:1: the prefix of 'e:p' is not declared"},
      {"\n\xFF\xFE", "v.ttl:2: not Turtle: not UTF-8"},
      {std::string("\n\n\0 x", 5), "v.ttl:3: not Turtle: a zero byte"},
      {deep, "v.ttl:402: more than 400 brackets within one statement"},
      {lists, "v.ttl:402: more than 400 brackets within one statement"},
      {many, "v.ttl:1000001: more than 1000000 statements"},
      {std::string(largest_turtle + 1, ' '), "v.ttl:1: more than 32 MB"},
  };
  for (const auto& [turtle, expected] : cases) {
    CAPTURE(turtle.substr(0, 100));
    const auto read = from_turtle(turtle, "v.ttl");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == Code::usage);
    CHECK(read.error().message == expected);
    CHECK_FALSE(read.error().hint.empty());
  }
}

TEST_CASE("a vocabulary of too many concepts is refused") {
  std::string turtle;
  for (std::size_t i = 0; i <= most_concepts; ++i) {
    turtle += "e:c" + std::to_string(i) + " a skos:Concept .\n";
  }
  const auto read = from_turtle(prefixes + turtle, "v.ttl");
  REQUIRE_FALSE(read);
  CHECK(read.error().message == "v.ttl:20004: more than 20000 concepts");
}
