// SPDX-License-Identifier: GPL-2.0-or-later
#include "fixture.hpp"

#include <pinlex/text/analyser.hpp>
#include <pinlex/thesaurus/concept_finder.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <tuple>
#include <vector>

using namespace pinlex;

namespace {

using Strings = std::vector<std::string>;

/// What is found in a text, as "id/wording: words of the text".
Strings found_in(const Thesaurus& thesaurus, const std::string& language, const std::string& text) {
  Analyser analyser(language);
  std::vector<Token> tokens;
  analyser.analyse(text, 0, tokens);
  const CompiledThesaurus compiled(thesaurus);
  ConceptFinder finder(compiled, language);
  std::vector<ConceptMatch> matches;
  finder.find(tokens, matches);
  Strings found;
  for (const ConceptMatch& match : matches) {
    const auto begin = tokens[match.first].begin;
    found.push_back(std::string(compiled.id(match.number)) + "/" +
                    std::string(name(match.wording)) + ": " +
                    text.substr(begin, tokens[match.last].end - begin));
  }
  return found;
}

}  // namespace

TEST_CASE("concepts are found where their phrases stand") {
  const std::vector<std::tuple<std::string, std::string, Strings>> cases{
      {"en", "", {}},
      {"en", "No word of it.", {}},
      {"en", "The LAMP.", {"lamp-watching/legal: LAMP"}},
      {"en", "lamp-peepings", {"lamp-watching/lay: lamp-peepings"}},
      {"en",
       "Watching of the lamps",
       {"harbour-watching/lay: Watching", "lamp-watching/legal: lamps"}},
      {"en",
       "watching of harbours and watching",
       {"harbour-watching/label: watching of harbours", "harbour-watching/lay: watching"}},
      {"en",
       "watching of lamps",
       {"harbour-watching/lay: watching", "lamp-watching/label: watching of lamps"}},
      {"en",
       "real-time observations of a lamp and a lamp",
       {"lamp-watching/legal: lamp", "lamp-watching/legal: lamp"}},
      {"en",
       "Real-time observation of lamps",
       {"lamp-watching/legal: Real-time observation of lamps"}},
      {"en",
       "keep under watch",
       {"lamp-watching/legal: keep under watch", "harbour-watching/lay: watch"}},
      {"en",
       "keep a, b, c, d under watch",
       {"lamp-watching/legal: keep a, b, c, d under watch", "harbour-watching/lay: watch"}},
      {"en",
       "keep a, b, c, d, e under watch",
       {"lamp-watching/legal: keep", "harbour-watching/lay: watch"}},
      {"en", "keep a log", {"lamp-watching/legal: keep", "log-keeping/label: keep a log"}},
      {"en",
       "The logs of it shall in any case be kept",
       {"log-keeping/legal: logs of it shall in any case be kept"}},
      {"en", "the log log shall be kept", {"log-keeping/legal: log shall be kept"}},
      {"fr", "L'observation des lampes.", {"lamp-watching/label: observation des lampes"}},
      {"fr", "lamps", {}},
      {"ru", "о наблюдении за лампой", {"lamp-watching/label: наблюдении за лампой"}},
      {"ar", "ومراقبة المصباح والمصابيح مراقبة المصابيح", {"lamp-watching/label: مراقبة المصابيح"}},
      {"zh",
       "可以进行灯光内容监听，也可以窃听。",
       {"lamp-watching/label: 灯光内容监听", "lamp-watching/lay: 窃听"}},
      {"xx", "lamps", {}},
  };
  const Thesaurus thesaurus = harbours();
  for (const auto& [language, text, expected] : cases) {
    CAPTURE(language, text);
    CHECK(found_in(thesaurus, language, text) == expected);
  }
}

TEST_CASE("matches are added behind what is there, with one finder for many texts") {
  const CompiledThesaurus compiled{harbours()};
  ConceptFinder finder(compiled, "en");
  Analyser analyser("en");
  std::vector<ConceptMatch> matches;
  for (const char* text : {"lamps", "nothing", "a watch"}) {
    std::vector<Token> tokens;
    analyser.analyse(text, 0, tokens);
    finder.find(tokens, matches);
  }
  CHECK(matches == std::vector<ConceptMatch>{{1, Wording::legal, 0, 0}, {0, Wording::lay, 1, 1}});
}

TEST_CASE("many phrases that begin alike, and a text that repeats them, stay within bounds") {
  std::string toml =
      "[[concept]]\nid = \"a\"\nkind = \"data\"\nlabel.en = \"zebra\"\n[concept.lay]\nen = [";
  for (int i = 0; i < 400; ++i) toml += "\"lamp ... lamp ... lamp w" + std::to_string(i) + "\", ";
  const auto thesaurus = Thesaurus::from_toml({{"a.toml", toml + "\"lamp\"]\n"}});
  REQUIRE(thesaurus);
  std::string text;
  for (int i = 0; i < 20'000; ++i) text += "lamp ";
  CHECK(found_in(*thesaurus, "en", text + "w7").size() == 19'998);
}
