// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/thesaurus/thesaurus.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace pinlex;

namespace {

using Strings = std::vector<std::string>;

constexpr auto lamps = R"([[concept]]
id = "lamp-watching"
kind = "power"
broader = ["harbour-watching"]
related = ["log-keeping"]
note = "Looking at lamps while they burn."
[concept.label]
en = "watching of lamps"
fr = "observation des lampes"
[concept.legal]
en = ["real-time observation of lamps", "keep ... under watch"]
[concept.lay]
en = ["lamp peeping", "lamp peep"]

[[concept]]
id = "harbour-watching"
kind = "power"
weight = 0.5
label.en = "watching of harbours"

[[concept]]
id = "log-keeping"
kind = "safeguard"
broader = ["harbour-watching"]
label.zh = "航海日志"
)";

Thesaurus read(const std::string& toml) {
  auto thesaurus = Thesaurus::from_toml({{"lamps.toml", toml}});
  if (!thesaurus) FAIL(thesaurus.error().message);
  return *thesaurus;
}

/// A concept with these lines, and an English label where they give none.
std::string entry(const std::string& id, const std::string& lines) {
  const bool labelled = lines.find("label") != std::string::npos;
  return "[[concept]]\nid = \"" + id + "\"\nkind = \"data\"\n" +
         (labelled ? "" : "label.en = \"" + id + " thing\"\n") + lines;
}

}  // namespace

TEST_CASE("a thesaurus is read with all its keys, and links are completed") {
  const Thesaurus thesaurus = read(lamps);
  REQUIRE(thesaurus.concepts().size() == 3);
  CHECK(thesaurus.concepts()[0].id == "harbour-watching");
  const Concept* lamp = thesaurus.find("lamp-watching");
  REQUIRE(lamp != nullptr);
  CHECK(lamp->kind == ConceptKind::power);
  CHECK(lamp->weight == 1);
  CHECK(lamp->note == "Looking at lamps while they burn.");
  CHECK(lamp->label("fr") == "observation des lampes");
  CHECK(lamp->label("nl") == "watching of lamps");
  CHECK(lamp->legal.at("en") == Strings{"real-time observation of lamps", "keep ... under watch"});
  CHECK(lamp->lay.at("en") == Strings{"lamp peeping", "lamp peep"});
  CHECK(lamp->broader == Strings{"harbour-watching"});
  CHECK(lamp->related == Strings{"log-keeping"});
  CHECK(thesaurus.find("harbour-watching")->weight == 0.5);
  CHECK(thesaurus.find("harbour-watching")->narrower == Strings{"lamp-watching", "log-keeping"});
  CHECK(thesaurus.find("log-keeping")->related == Strings{"lamp-watching"});
  CHECK(thesaurus.find("log-keeping")->label("en") == "航海日志");
  CHECK(thesaurus.find("log") == nullptr);
}

TEST_CASE("a thesaurus may be spread over files, and its fingerprint is of the content alone") {
  const std::string text = lamps;
  const auto cut = text.find("[[concept]]\nid = \"log-keeping\"");
  const ThesaurusFile first{"a.toml", text.substr(0, cut)};
  const ThesaurusFile second{"b.toml", "# A note\n" + text.substr(cut)};
  const Thesaurus whole = read(lamps);
  for (const auto& files : {std::vector{first, second}, std::vector{second, first}}) {
    const auto parts = Thesaurus::from_toml(files);
    REQUIRE(parts);
    CHECK(*parts == whole);
    CHECK(parts->fingerprint() == whole.fingerprint());
  }
  CHECK(whole.fingerprint().size() == 64);
  CHECK(whole.fingerprint() != Thesaurus().fingerprint());
  CHECK(Thesaurus::from_toml({})->fingerprint() == Thesaurus().fingerprint());
  std::string other = text;
  other.replace(other.find("0.5"), 3, "0.6");
  CHECK(read(other).fingerprint() != whole.fingerprint());
}

TEST_CASE("a thesaurus written as TOML reads as the same") {
  const Thesaurus thesaurus = read(std::string(lamps) + entry("odd", R"(
note = "a \"quoted\" \\ line\nwith \t and \u007F"
weight = 0.333333333333333314829616256247390992939472198486328125
lay.en = ["a \"ship's\" wake"]
related = ["lamp-watching", "lamp-watching"]
)"));
  const std::string toml = to_toml(thesaurus);
  const Thesaurus again = read(toml);
  CHECK(again == thesaurus);
  CHECK(to_toml(again) == toml);
}

TEST_CASE("what is wrong with a thesaurus is said with file, line and column") {
  const std::string pair = entry("a", "lay.en = [\"lamp peeping\"]\n");
  const std::string long_word(201, 'x');
  const std::vector<std::pair<std::string, Strings>> cases{
      {entry("a", "titel = \"x\"\n"),
       {"f.toml:5:9: unknown key 'titel'; expected id, kind, label, legal, lay, broader, related, "
        "weight or note"}},
      {"[[concepts]]\n", {"f.toml:1:1: unknown key 'concepts'; expected [[concept]]"}},
      {"[concept]\nid = \"a\"\n", {"f.toml:1:1: write [[concept]] with two brackets"}},
      {"concept = [1]\n", {"f.toml:1:12: 'concept' must be a list of tables"}},
      {"[[concept]]\nkind = \"data\"\nlabel.en = \"lamp\"\n",
       {"f.toml:1:1: a concept must have the key 'id'"}},
      {"[[concept]]\nid = \"a\"\nlabel.en = \"lamp\"\n",
       {"f.toml:1:1: a concept must have the key 'kind'"}},
      {entry("A b", ""), {"f.toml:2:6: an id must be made of a-z, 0-9 and '-', not \"A b\""}},
      {entry("a", "") + entry("a", "label.en = \"b\"\n"),
       {"f.toml:6:6: concept 'a' is already at f.toml:2:6"}},
      {"[[concept]]\nid = \"a\"\nkind = \"might\"\nlabel.en = \"lamp\"\n",
       {"f.toml:3:8: kind 'might' is not one of power, safeguard, offence, actor, data, "
        "cooperation, element"}},
      {"[[concept]]\nid = \"a\"\nkind = \"data\"\n", {"f.toml:2:6: concept 'a' has no label"}},
      {entry("a", "weight = 0\n"),
       {"f.toml:5:10: key 'weight' must be a number more than 0 and at most 1"}},
      {entry("a", "weight = 1.5\n"),
       {"f.toml:5:10: key 'weight' must be a number more than 0 and at most 1"}},
      {entry("a", "weight = nan\n"),
       {"f.toml:5:10: key 'weight' must be a number more than 0 and at most 1"}},
      {entry("a", "note = 1\n"), {"f.toml:5:8: key 'note' must be a string"}},
      {entry("a", "note = \"" + std::string(4001, 'n') + "\"\n"),
       {"f.toml:2:6: a note of more than 4000 bytes"}},
      {entry("a", "label = \"x\"\n"),
       {"f.toml:2:6: concept 'a' has no label",
        "f.toml:4:9: key 'label' must be a table by language"}},
      {entry("a", "lay.en = \"x\"\n"), {"f.toml:5:10: key 'lay.en' must be a list of strings"}},
      {entry("a", "lay.en = []\n"), {"f.toml:5:10: key 'lay.en' is an empty list"}},
      {entry("a", "lay.en = [1]\n"), {"f.toml:5:11: key 'lay.en' must be a string"}},
      {entry("a", "broader = \"b\"\n"), {"f.toml:5:11: key 'broader' must be a list of strings"}},
      {entry("a", "broader = [\"b\"]\nrelated = [\"c\"]\n"),
       {"f.toml:5:12: there is no concept 'b'", "f.toml:6:12: there is no concept 'c'"}},
      {entry("a", "related = [\"a\"]\n"),
       {"f.toml:5:12: concept 'a' is said to be related to itself"}},
      {entry("a", "broader = [\"a\"]\n"), {"f.toml:5:12: a circle of broader concepts: a > a"}},
      {entry("a", "broader = [\"b\"]\n") + entry("b", "broader = [\"c\"]\n") +
           entry("c", "broader = [\"b\"]\n"),
       {"f.toml:15:12: a circle of broader concepts: b > c > b"}},
      {entry("a", "lay.eng = [\"lamps\"]\n"),
       {"f.toml:5:12: 'eng' is no language code of two letters"}},
      {entry("a", "label.\"\" = \"lamps\"\n"),
       {"f.toml:4:12: '' is no language code of two letters"}},
      {entry("a", "label.en = \"\"\n"), {"f.toml:4:12: a phrase without a word"}},
      {entry("a", "lay.en = [\" - \"]\n"), {"f.toml:5:11: a phrase without a word: \" - \""}},
      {entry("a", "lay.en = [\"of the\"]\n"),
       {"f.toml:5:11: a phrase of stop words only: \"of the\""}},
      {entry("a", "lay.en = [\"" + long_word + "\"]\n"),
       {"f.toml:5:11: a phrase of more than 200 bytes"}},
      {entry("a", "lay.en = [\"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17\"]\n"),
       {"f.toml:5:11: a phrase of more than 16 words: \"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 "
        "17\""}},
      {entry("a", "lay.en = [\"lamps ...\"]\n"),
       {"f.toml:5:11: a gap without a word on either side: \"lamps ...\""}},
      {entry("a", "lay.en = [\"a ... b ... c ... d\"]\n"),
       {"f.toml:5:11: a phrase with more than 2 gaps: \"a ... b ... c ... d\""}},
      {pair + entry("b", "lay.en = [\"Lamp-peeps\"]\n"),
       {"f.toml:10:11: \"Lamp-peeps\" (en) belongs to concept 'a' already, as \"lamp peeping\" at "
        "f.toml:5:11"}},
      {pair + entry("b", "label.en = \"lamp peep\"\n"),
       {"f.toml:5:11: \"lamp peeping\" (en) belongs to concept 'b' already, as \"lamp peep\" at "
        "f.toml:9:12"}},
      {"[[concept]]\nid = \"a\n",
       {"f.toml:2:8: Error while parsing string: unescaped control characters other than "
        "TAB (U+0009) are explicitly prohibited"}},
  };
  for (const auto& [toml, expected] : cases) {
    CAPTURE(toml);
    const std::vector<ThesaurusFile> files{{"f.toml", toml}};
    Strings found;
    for (const Error& problem : thesaurus_problems(files)) {
      CHECK(problem.code == Code::usage);
      CHECK_FALSE(problem.hint.empty());
      found.push_back(problem.message);
    }
    CHECK(found == expected);
    const auto read = Thesaurus::from_toml(files);
    REQUIRE_FALSE(read);
    CHECK(read.error() == thesaurus_problems(files).front());
  }
}

TEST_CASE("the same phrase may stand in another language, and twice in one concept") {
  CHECK(thesaurus_problems({{"f.toml", entry("a", "lay.en = [\"radio\", \"radios\"]\n") +
                                           entry("b", "lay.nl = [\"radio\"]\n")}})
            .empty());
}

TEST_CASE("a thesaurus past its limits is refused") {
  std::string toml;
  for (std::size_t i = 0; i <= most_concepts; ++i) {
    toml += entry("c" + std::to_string(i), "");
  }
  const auto read = Thesaurus::from_toml({{"f.toml", toml}});
  REQUIRE_FALSE(read);
  CHECK(read.error().message == "f.toml:80002:6: more than 20000 concepts");
  const auto large =
      Thesaurus::from_toml({{"f.toml", std::string(largest_thesaurus_file + 1, ' ')}});
  REQUIRE_FALSE(large);
  CHECK(large.error().message == "f.toml:1:1: more than 16 MB");
  std::string phrases;
  for (std::size_t i = 0; i < most_phrases; ++i) phrases += "\"word" + std::to_string(i) + "\", ";
  const auto wordy = thesaurus_problems({{"f.toml", entry("a", "lay.en = [" + phrases + "]\n")}});
  REQUIRE(wordy.size() == 1);
  CHECK_THAT(wordy[0].message, Catch::EndsWith("concept 'a' has more than 500 phrases"));
  std::string links;
  std::string others;
  for (std::size_t i = 0; i <= most_links; ++i) {
    links += "\"c" + std::to_string(i) + "\", ";
    others += entry("c" + std::to_string(i), "");
  }
  const auto linked =
      thesaurus_problems({{"f.toml", entry("a", "broader = [" + links + "]\n") + others}});
  REQUIRE(linked.size() == 1);
  CHECK_THAT(linked[0].message, Catch::EndsWith("concept 'a' has more than 200 links of one sort"));
}
