// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/text/language.hpp>

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {
namespace {

struct Sample {
  std::string_view language, text;
};

const std::vector<Sample>& samples() {
  static const std::vector<Sample> texts = {
      {"en",
       "A judge may order the keeper of a computer to hand over what is stored on it, where there "
       "is reason to think that a crime was planned with its help. The order names the computer, "
       "the time for which it holds, and the officer who carries it out. "},
      {"fr",
       "Le juge peut ordonner à celui qui garde un ordinateur de remettre ce qui y est conservé, "
       "lorsqu'il y a lieu de penser qu'une infraction a été préparée avec son aide. La décision "
       "nomme l'appareil, la durée et l'agent chargé de son exécution. "},
      {"es",
       "El juez puede ordenar a quien guarda un ordenador que entregue lo que está almacenado en "
       "él, cuando haya motivos para creer que un delito fue preparado con su ayuda. La orden "
       "indica el aparato, el plazo y el funcionario que la ejecuta. "},
      {"de",
       "Der Richter kann dem Besitzer eines Rechners aufgeben, das darauf Gespeicherte "
       "herauszugeben, wenn Grund zu der Annahme besteht, dass eine Tat damit vorbereitet wurde. "
       "Die Anordnung nennt das Gerät, die Dauer und den Beamten, der sie ausführt. "},
      {"nl",
       "De rechter kan de houder van een computer bevelen af te geven wat daarop is opgeslagen, "
       "wanneer er reden is om te denken dat daarmee een misdrijf is voorbereid. Het bevel noemt "
       "het toestel, de duur en de ambtenaar die het uitvoert. "},
      {"ru",
       "Судья может приказать владельцу компьютера передать то, что на нём хранится, если есть "
       "основания полагать, что с его помощью готовилось преступление. В приказе указываются "
       "устройство, срок и должностное лицо. "},
      {"ar",
       "يجوز للقاضي أن يأمر حائز الحاسوب بتسليم ما هو مخزن فيه إذا كانت هناك أسباب للاعتقاد بأن "
       "جريمة قد أعدت بمساعدته. ويحدد الأمر الجهاز والمدة والموظف المكلف بالتنفيذ. "},
      {"zh",
       "法官有理由相信有人利用计算机准备犯罪时，可以命令计算机的保管人交出其中储存的内容。"
       "命令应当写明设备、期限和负责执行的人员。任何人不得向第三人透露命令的存在。"},
  };
  return texts;
}

TEST_CASE("the language of a paragraph is told") {
  for (const Sample& sample : samples()) {
    const LanguageGuess guess = guess_language(sample.text);
    INFO(sample.language);
    CHECK(guess.language == sample.language);
    CHECK(guess.reliable);
    CHECK(guess.percent > 80);
  }
}

TEST_CASE("too little text is of no language") {
  for (const std::string_view text : {"", "21", "Article 5", "A. B. C. 1. 2. 3.", "   \n"}) {
    const LanguageGuess guess = guess_language(text);
    INFO(text);
    CHECK(guess.language == "und");
    CHECK(guess.percent == 0);
    CHECK_FALSE(guess.reliable);
  }
}

TEST_CASE("a long text is judged by its beginning, middle and end") {
  std::string text;
  for (int i = 0; i < 60; ++i) text += samples()[5].text;
  CHECK(guess_language(text).language == "ru");
  text += '\xff';
  text.insert(0, "\xe2\x82");
  CHECK(guess_language(text).language == "ru");
}

}  // namespace
}  // namespace pinlex
