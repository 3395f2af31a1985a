// SPDX-License-Identifier: GPL-2.0-or-later
#include "words.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

std::vector<QueryWord> read(const std::string& text, const Names& languages) {
  static std::map<std::string, Analyser> analysers;
  return read_words(text, languages, [](const std::string& language) -> Analyser& {
    return analysers.try_emplace(language, language).first->second;
  });
}

Names kept(const std::string& text, const Names& languages, bool common) {
  const auto is_common = [&](const QueryWord&, const std::string&) { return common; };
  const auto words = read(text, languages);
  const auto content = content_words(words, languages, is_common);
  REQUIRE(content.size() == words.size());
  Names kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const TextRange place = words[i].place;
    if (content[i]) kept.push_back(text.substr(place.begin, place.end - place.begin));
  }
  return kept;
}

}  // namespace

TEST_CASE("a word has the stems of all languages, and counts once") {
  const auto words = read("interception orders", {"en", "nl"});
  REQUIRE(words.size() == 2);
  CHECK(words[0].place == TextRange{0, 12});
  CHECK(words[0].stems.size() == 2);
  CHECK(words[0].stop_in.empty());
  CHECK(words[1].place == TextRange{13, 19});
}

TEST_CASE("cuts that overlap between languages are one word") {
  const auto words = read("l'interception", {"en", "fr"});
  REQUIRE(words.size() == 1);
  CHECK(words[0].place == TextRange{0, 14});
  CHECK(words[0].stems.size() >= 2);
}

TEST_CASE("nothing to read gives no words") {
  CHECK(read("", {"en"}).empty());
  CHECK(read(" – … ", {"en", "nl"}).empty());
  CHECK(read("lantern", {}).empty());
}

TEST_CASE("words that only join others are left out") {
  struct Case {
    std::string text;
    Names languages;
    bool common;
    Names kept;
  };
  const std::vector<Case> cases = {
      {"interception of the lanterns", {"en"}, false, {"interception", "lanterns"}},
      {"of the", {"en"}, false, {"of", "the"}},
      {"interception of lanterns", {"en", "nl"}, false, {"interception", "lanterns"}},
      // One joining word, of one language only: it must be common there.
      {"war crimes", {"de", "en"}, false, {"war", "crimes"}},
      {"war crimes", {"de", "en"}, true, {"crimes"}},
      {"the crimes", {"de", "en"}, true, {"crimes"}},
      // Two joining words of English outweigh the German one.
      {"is the war over keepers", {"de", "en"}, false, {"war", "keepers"}},
      {"keepers", {"en"}, true, {"keepers"}},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text, one.common);
    CHECK(kept(one.text, one.languages, one.common) == one.kept);
  }
}
