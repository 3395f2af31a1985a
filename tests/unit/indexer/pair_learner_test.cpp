// SPDX-License-Identifier: GPL-2.0-or-later
#include "pair_learner.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

const std::vector<std::string> english{"The keeper lights the lamp.", "The keeper reads the letter.",
                                       "A lamp burns oil.",           "A letter names the boat.",
                                       "The boat carries oil.",       "Oil and lamp and boat.",      "Pigeons fly home.",
                                       "Nobody knows why.",           "Winter was long.",
                                       "Bread is sold daily.",        "Wells are deep."};
const std::vector<std::string> dutch{"De wachter ontsteekt de lantaarn.", "De wachter leest de brief.",
                                     "Een lantaarn brandt olie.",         "Een brief noemt de boot.",
                                     "De boot vervoert olie.",            "Olie en lantaarn en boot.",         "Duiven vliegen huiswaarts.",
                                     "Niemand weet waarom.",              "Winters duren lang.",
                                     "Brood wordt dagelijks verkocht.",   "Putten zijn diep."};

StoredText text_of(const std::string& language, const std::vector<std::string>& sentences,
                   Edition edition = Edition::official) {
  StoredText text;
  text.record.version.instrument = "lamps";
  text.record.version.language = language;
  text.record.version.edition = edition;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    PassageRecord record;
    record.passage.eid = "art_" + std::to_string(i + 1);
    record.passage.units = {{record.passage.eid, Level::article, -1, "", "", {}}};
    MappedText words;
    words.append(sentences[i], 0);
    record.passage.texts = {{0, words}};
    text.passages.push_back(std::move(record));
  }
  return text;
}

TermPairs learnt_from(const std::vector<StoredText>& texts) {
  std::map<std::string, Analyser> analysers;
  PairLearner learner;
  learner.add(lesson_of(texts, [&](const std::string& language) -> Analyser& {
    return analysers.try_emplace(language, language).first->second;
  }));
  return learner.learn();
}

/// The likeliest word of the other language for a word.
std::string other(const TermPairs& pairs, const std::string& word, const std::string& language) {
  Analyser analyser(language);
  std::vector<Token> tokens;
  analyser.analyse(word, 0, tokens);
  TermPair best;
  for (const TermPair& pair : pairs.of(tokens.at(0).stem)) {
    if (pair.language == language && pair.percent > best.percent) best = pair;
  }
  return best.shown;
}

}  // namespace

TEST_CASE("words that stand in the same provisions of two languages are learnt, both ways") {
  const TermPairs pairs = learnt_from({text_of("en", english), text_of("nl", dutch)});
  for (const auto& [en, nl] : {std::pair{"lamp", "lantaarn"}, {"oil", "olie"}, {"boats", "boot"},
                               {"keepers", "wachter"}, {"letter", "brief"}}) {
    CAPTURE(en);
    CHECK(other(pairs, en, "en") == nl);
    CHECK_FALSE(other(pairs, nl, "nl").empty());
  }
  CHECK(other(pairs, "the", "en").empty());
}

TEST_CASE("nothing is learnt from one language, from other provisions, or from a guide and a text") {
  CHECK(learnt_from({text_of("en", english)}).empty());
  CHECK(learnt_from({text_of("en", english), text_of("en", english, Edition::digest)}).empty());
  CHECK(learnt_from({text_of("en", english), text_of("nl", dutch, Edition::digest)}).empty());
  auto elsewhere = text_of("nl", dutch);
  for (PassageRecord& record : elsewhere.passages) record.passage.units[0].eid += "a";
  CHECK(learnt_from({text_of("en", english), elsewhere}).empty());
}

TEST_CASE("an official text teaches before a digest of it") {
  const TermPairs pairs =
      learnt_from({text_of("en", dutch, Edition::digest), text_of("en", english), text_of("nl", dutch)});
  CHECK(other(pairs, "lamp", "en") == "lantaarn");
}
