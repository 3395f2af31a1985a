// SPDX-License-Identifier: GPL-2.0-or-later
#include "shown.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {
namespace {

// The words of a question that rank.
std::string content_words(std::string_view language, std::string_view question) {
  Analyser analyser(language);
  std::string words;
  for (const Token& token : tokens_of(analyser, question)) {
    if (is_stop_word(language, token.folded)) continue;
    if (!words.empty()) words += ' ';
    words += token.folded;
  }
  return words;
}

TEST_CASE("questions rank by their content words") {
  struct Case {
    std::string_view language, question, words;
  };
  const std::vector<Case> cases = {
      {"en", "Can police force an internet provider to keep surveillance secret?",
       "police force internet provider keep surveillance secret"},
      {"en", "What is traffic data?", "traffic data"},
      {"en", "hacking without right; a Party shall order", "hacking without right party order"},
      {"fr", "Qu'est-ce que l'interception de données ?", "interception donnees"},
      {"es", "¿Qué es la interceptación de datos?", "interceptacion datos"},
      {"de", "Was sind Verkehrsdaten und wer darf sie über Jahre speichern?",
       "verkehrsdaten jahre speichern"},
      {"nl", "Wat zijn verkeersgegevens en wie mag ze vóór het bevel vragen?",
       "verkeersgegevens bevel vragen"},
      {"ru", "Что такое перехват данных и кто его может назначить?", "перехват данных назначить"},
      {"ar", "ما هي بيانات الحركة التي يجوز جمعها؟", "بيانات الحركة جمعها"},
      {"zh", "什么是电子证据？", "电子 证据"},
      {"pt", "O que são dados de tráfego?", "dados trafego"},
      {"it", "Che cosa sono i dati dell'utente?", "cosa dati utente"},
  };
  for (const Case& c : cases) {
    INFO(c.question);
    CHECK(content_words(c.language, c.question) == c.words);
  }
}

TEST_CASE("words of the law are no stop words, and other languages have none") {
  for (const std::string_view word : {"party", "order", "right", "state", "without", "against"}) {
    CHECK_FALSE(is_stop_word("en", word));
  }
  CHECK_FALSE(is_stop_word("und", "the"));
  CHECK_FALSE(is_stop_word("de", "the"));
  CHECK_FALSE(is_stop_word("en", ""));
  CHECK_FALSE(is_stop_word("en", "of the"));
}

}  // namespace
}  // namespace pinlex
