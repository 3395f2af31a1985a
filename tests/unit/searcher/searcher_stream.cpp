// SPDX-License-Identifier: GPL-2.0-or-later
#include "leaf_words.hpp"
#include "passage_stream.hpp"
#include "searcher_records.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace pinlex;

namespace {

/// A token of the stream by its folded form; the n-th that has it.
std::size_t token(const PassageStream& stream, const std::string& folded, std::size_t n = 0) {
  for (std::size_t i = 0; i < stream.tokens.size(); ++i) {
    if (stream.tokens[i].folded == folded && n-- == 0) return i;
  }
  FAIL("no token " << folded);
  return 0;
}

LeafWords read(NodeType type, const std::string& text, const std::vector<std::string>& languages) {
  static std::map<std::string, Analyser> analysers;
  Node node;
  node.type = type;
  node.text = text;
  return leaf_words(node, languages, [](const std::string& language) -> Analyser& {
    return analysers.try_emplace(language, language).first->second;
  });
}

}  // namespace

TEST_CASE("a passage is one row of words, headings first and apart") {
  const Passage passage = lantern_article();
  Analyser analyser("en");
  const PassageStream stream = stream_of(passage, analyser, true);
  REQUIRE(stream.tokens.size() == stream.origins.size());
  CHECK(stream.tokens[0].folded == "powers");
  CHECK(stream.origins[0].in == PassageStream::Origin::In::ancestor);
  CHECK_FALSE(stream.tokens[0].is_heading);
  const auto reading = token(stream, "reading"), keeper = token(stream, "keeper");
  CHECK(stream.tokens[reading].is_heading);
  CHECK(stream.origins[reading].in == PassageStream::Origin::In::heading);
  CHECK(stream.tokens[keeper].position > stream.tokens[reading].position + 1000);
  CHECK(stream.origins[keeper].place == TextRange{2, 8});
  const auto ascends = [](const PassageToken& a, const PassageToken& b) {
    return a.position < b.position && a.paragraph <= b.paragraph && a.sentence <= b.sentence;
  };
  CHECK(std::adjacent_find(stream.tokens.begin(), stream.tokens.end(),
                           [&](const auto& a, const auto& b) { return !ascends(a, b); }) ==
        stream.tokens.end());
}

TEST_CASE("a numbered paragraph is one paragraph with its points and closing words") {
  const Passage passage = lantern_article();
  Analyser analyser("en");
  const PassageStream stream = stream_of(passage, analyser, true);
  const auto first = token(stream, "keeper"), point = token(stream, "oblige"),
             closing = token(stream, "demands"), second = token(stream, "secret");
  CHECK(stream.tokens[first].paragraph == stream.tokens[point].paragraph);
  CHECK(stream.tokens[first].paragraph == stream.tokens[closing].paragraph);
  CHECK(stream.tokens[first].sentence == stream.tokens[point].sentence);
  CHECK(stream.tokens[closing].paragraph < stream.tokens[second].paragraph);
  CHECK(stream.tokens[closing].sentence < stream.tokens[second].sentence);
  // Words follow each other from a lead-in to its points, not from paragraph to paragraph.
  const auto wrongs = token(stream, "wrongs"), watch = token(stream, "watch");
  CHECK(stream.tokens[watch].position == stream.tokens[wrongs].position + 1);
  const auto an = token(stream, "an", 1);
  CHECK(stream.tokens[an].position > stream.tokens[closing].position + 1);
}

TEST_CASE("points directly below an article are one paragraph; its other blocks are several") {
  Analyser analyser("en");
  PassageBuilder points("art_1", "Article 1", "");
  points.text(0, "For this text:");
  const auto a = points.unit("art_1__point_a", "a)", 0, Level::point);
  points.text(a, "shade is cloth.");
  const PassageStream one = stream_of(points.passage(), analyser, true);
  CHECK(one.tokens.front().paragraph == one.tokens.back().paragraph);

  PassageBuilder blocks("art_1", "Article 1", "");
  blocks.text(0, "One block.").text(0, "Another.");
  const PassageStream two = stream_of(blocks.passage(), analyser, true);
  CHECK(two.tokens.front().paragraph != two.tokens.back().paragraph);
}

TEST_CASE("sentences are counted only when they are asked for") {
  Analyser analyser("en");
  PassageBuilder b("art_1", "Article 1", "");
  b.text(0, "One sentence. And another.");
  CHECK(stream_of(b.passage(), analyser, true).tokens.back().sentence == 1);
  CHECK(stream_of(b.passage(), analyser, false).tokens.back().sentence == 0);
}

TEST_CASE("nothing at all is an empty row") {
  Analyser analyser("en");
  PassageBuilder b("art_1", "Article 1", "");
  CHECK(stream_of(b.passage(), analyser, true).tokens.empty());
}

TEST_CASE("leaves are read in each language, none twice") {
  CHECK(read(NodeType::word, "data", {"en", "en"}).readings.size() == 1);
  CHECK(read(NodeType::word, "interception", {"en", "nl"}).readings.size() == 2);
  CHECK(read(NodeType::word, "…", {"en"}).readings.empty());
  const auto phrase = read(NodeType::phrase, "keep the secret", {"en"});
  REQUIRE(phrase.readings.size() == 1);
  REQUIRE(phrase.readings[0].size() == 3);
  CHECK(phrase.readings[0][1].stems.size() == 1);
  const auto exact = read(NodeType::exact, "Keeps", {"en"});
  CHECK(exact.readings[0][0].folded == std::vector<std::string>{"keeps"});
  CHECK(exact.readings[0][0].stems.empty());
  const auto wildcard = read(NodeType::wildcard, "Intercept", {"en", "nl"});
  REQUIRE(wildcard.readings.size() == 1);
  CHECK(wildcard.readings[0][0].prefixes == std::vector<std::string>{"intercept"});
}

TEST_CASE("the stems of words that begin with a prefix are found") {
  struct Case {
    std::string word, language;
  };
  // Whatever prefix of these words is asked for, their stem is among the proposed ones.
  const std::vector<Case> cases = {
      {"interception", "en"},   {"secrecy", "en"},       {"organisation", "en"},
      {"trying", "en"},         {"hoping", "en"},        {"authorities", "en"},
      {"communications", "en"}, {"conditionally", "en"}, {"onderscheppingen", "nl"},
      {"gegevens", "nl"},       {"bevoegdheden", "nl"},  {"strafbaarheid", "nl"},
      {"interceptions", "fr"},  {"heureuses", "fr"},     {"interceptaciones", "es"},
      {"Datenschutzes", "de"},  {"maßnahmen", "de"},     {"überwachungen", "de"},
  };
  std::map<std::string, Analyser> analysers;
  const AnalyserOf analyser_of = [&](const std::string& language) -> Analyser& {
    return analysers.try_emplace(language, language).first->second;
  };
  for (const Case& one : cases) {
    std::vector<Token> tokens;
    analyser_of(one.language).analyse(one.word, 0, tokens);
    REQUIRE(tokens.size() == 1);
    const std::string folded(tokens[0].folded), stem(tokens[0].stem);
    for (std::size_t size = 3; size <= folded.size(); ++size) {
      const std::string prefix = folded.substr(0, size);
      CAPTURE(one.word, prefix, stem);
      const auto shorter = shorter_stems(prefix, {one.language}, analyser_of);
      const auto beginnings = stem_beginnings(prefix, {one.language}, analyser_of);
      CHECK((shorter.count(stem) == 1 ||
             std::any_of(beginnings.begin(), beginnings.end(), [&](const std::string& beginning) {
               return stem.substr(0, beginning.size()) == beginning;
             })));
    }
  }
}
