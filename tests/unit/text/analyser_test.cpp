// SPDX-License-Identifier: GPL-2.0-or-later
#include "shown.hpp"

#include <pinlex/text/analyser.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {
namespace {

TEST_CASE("tokens have exact ranges and folded forms in every language") {
  struct Case {
    std::string_view language, text, surfaces, folded;
  };
  const std::vector<Case> cases = {
      {"en", "The State\u2019s traffic-data (art. 21\u00b9)",
       "The|State\u2019s|traffic|data|art|21", "the state's traffic data art 21"},
      {"en", "co-operation, E-mail and cyber\u2011crime",
       "co-operation|E-mail|and|cyber\u2011crime", "co-operation e-mail and cyber-crime"},
      {"en", "Data;Reaffirming surveil-\nlance", "Data|Reaffirming|surveil-\nlance",
       "data reaffirming surveillance"},
      {"en", "na\u00efve NAI\u0308VE o\ufb03ce", "na\u00efve|NAI\u0308VE|o\ufb03ce",
       "naive naive office"},
      {"en", "\ufeffword\u200b next\u00ad", "word|next", "word next"},
      {"fr", "L\u2019interception d'une donn\u00e9e qu'aujourd'hui",
       "L|interception|d|une|donn\u00e9e|qu|aujourd'hui",
       "l interception d une donnee qu aujourd'hui"},
      {"fr", "\u0152uvre PROC\u00c9DURE", "\u0152uvre|PROC\u00c9DURE", "oeuvre procedure"},
      {"it", "dell'autorit\u00e0 un\u2019intercettazione", "dell|autorit\u00e0|un|intercettazione",
       "dell autorita un intercettazione"},
      {"es", "Interceptaci\u00f3n de se\u00f1ales", "Interceptaci\u00f3n|de|se\u00f1ales",
       "interceptacion de senales"},
      {"pt", "intercepta\u00e7\u00e3o", "intercepta\u00e7\u00e3o", "interceptacao"},
      {"nl", "de foto\u2019s, ge\u00efnd v\u00f3\u00f3r",
       "de|foto\u2019s|ge\u00efnd|v\u00f3\u00f3r", "de foto's geind voor"},
      {"de", "\u00dcberwachung, Stra\u00dfe, Caf\u00e9", "\u00dcberwachung|Stra\u00dfe|Caf\u00e9",
       "\u00fcberwachung strasse cafe"},
      {"sv", "\u00c5tg\u00e4rd", "\u00c5tg\u00e4rd", "\u00e5tg\u00e4rd"},
      {"ru", "\u0415\u0449\u0451 \u043c\u043e\u0439 \u0437\u0430\u043c\u043e\u0301\u043a",
       "\u0415\u0449\u0451|\u043c\u043e\u0439|\u0437\u0430\u043c\u043e\u0301\u043a",
       "\u0435\u0449\u0435 \u043c\u043e\u0439 \u0437\u0430\u043c\u043e\u043a"},
      {"ar", "المُعلومات ٢١ اإللكترونية", "المُعلومات|٢١|اإللكترونية", "المعلومات 21 الالكترونية"},
      {"ar", "في 23نوفمبر", "في|23|نوفمبر", "في 23 نوفمبر"},
      {"zh", "电子证据的收集", "电子|证据|的|收集", "电子 证据 的 收集"},
      {"zh", "使用ＶＰＮ服务", "使用|ＶＰＮ|服务", "使用 vpn 服务"},
      {"und", "\u00d8vreb\u00f8 \u0141\u00f3d\u017a", "\u00d8vreb\u00f8|\u0141\u00f3d\u017a",
       "ovrebo lodz"},
      {"xx", "M\u00cb \u00c7\u00cbSHTJE", "M\u00cb|\u00c7\u00cbSHTJE", "me ceshtje"},
  };
  for (const Case& c : cases) {
    INFO(c.language << ": " << c.text);
    CHECK(surfaces(c.language, c.text) == c.surfaces);
    CHECK(folded(c.language, c.text) == c.folded);
  }
}

TEST_CASE("forms of a word share a stem in every language") {
  struct Family {
    std::string_view language;
    std::vector<std::string> words;
  };
  const std::vector<Family> families = {
      {"en", {"intercept", "intercepts", "intercepted", "Interception", "interceptors"}},
      {"en", {"state", "States", "state's", "State\u2019s"}},
      {"fr", {"intercepter", "interceptions", "interception"}},
      {"fr", {"donn\u00e9e", "donn\u00e9es", "donnees", "DONN\u00c9ES"}},
      {"fr", {"s\u00e9curit\u00e9", "securite", "S\u00c9CURIT\u00c9S"}},
      {"es", {"interceptaci\u00f3n", "interceptacion", "interceptaciones"}},
      {"es", {"inform\u00e1tico", "informaticos", "inform\u00e1ticas"}},
      {"pt", {"intercepta\u00e7\u00e3o", "interceptacao", "intercepta\u00e7\u00f5es"}},
      {"it", {"intercettazione", "intercettazioni"}},
      {"it", {"attivit\u00e0", "attivita"}},
      {"nl", {"foto", "foto's", "foto\u2019s"}},
      {"nl", {"verdrag", "verdragen"}},
      {"de", {"\u00dcberwachung", "\u00dcberwachungen", "Ueberwachung", "Uberwachung"}},
      {"de", {"Stra\u00dfe", "Strasse", "Stra\u00dfen"}},
      {"ru", {"перехват", "перехвата", "ПЕРЕХВАТОМ"}},
      {"ru", {"учёт", "учет"}},
      {"ar",
       {"اتفاقية", "الاتفاقية", "االتفاقية", "والاتفاقية", "للاتفاقية", "لالتفاقية", "اتفاقيات"}},
      {"ar", {"بيانات", "البيانات", "بالبيانات", "بيان"}},
      {"ar", {"جريمة", "جرائم", "الجرائم", "الجريمة"}},
      {"ar", {"إلكترونية", "الإلكترونية", "اإللكترونية"}},
      {"ar", {"مسؤولية", "مسئولية", "المسؤولية"}},
      {"ar", {"أدلة", "دليل", "األدلة"}},
      {"ar", {"قانون", "القوانين", "قانونية"}},
      {"ar", {"ولاية", "الولاية", "الوالية", "والية", "الولايات", "الواليات"}},
      {"ar", {"سلامة", "السلامة", "السالمة", "سالمة"}},
      {"ar", {"ملاحقة", "المالحقة", "والملاحقة"}},
      {"ar", {"أطراف", "للأطراف", "لألطراف", "األطراف"}},
      {"ar", {"خلال", "خالل"}},
      {"sv", {"avlyssning", "avlyssningen"}},
      {"da", {"aflytning", "aflytningen"}},
      {"no", {"avlytting", "avlyttingen"}},
      {"fi", {"salakuuntelu", "salakuuntelun"}},
  };
  for (const Family& family : families) {
    const std::string first = stems(family.language, family.words.front());
    REQUIRE_FALSE(first.empty());
    for (const std::string& word : family.words) {
      INFO(family.language << ": " << word);
      CHECK(stems(family.language, word) == first);
    }
  }
}

TEST_CASE("a language without a stemmer keeps words whole") {
  CHECK(stems("und", "interceptions hacking") == "interceptions hacking");
  CHECK(stems("zh", "hacking 公约") == "hacking 公约");
}

TEST_CASE("numbers and words with digits are their own stems") {
  CHECK(stems("en", "21 706-102-1 4bis 3G2s") == "21 706 102 1 4bis 3g2s");
}

TEST_CASE("positions count words from the start given, over several calls") {
  Analyser analyser("en");
  std::vector<Token> tokens;
  analyser.analyse("the real-time collection", 7, tokens);
  analyser.analyse("of data", tokens.back().position + 10, tokens);
  std::vector<std::uint32_t> positions;
  for (const Token& token : tokens) positions.push_back(token.position);
  CHECK(positions == std::vector<std::uint32_t>{7, 8, 9, 10, 20, 21});
}

TEST_CASE("views stay valid while the analyser learns thousands of words") {
  Analyser analyser("en");
  std::vector<Token> first;
  analyser.analyse("Interception of communications", 0, first);
  std::string many;
  for (int i = 0; i < 30000; ++i) many += "word" + std::to_string(i) + ' ';
  std::vector<Token> others;
  analyser.analyse(many, 0, others);
  REQUIRE(others.size() == 30000);
  CHECK(first[0].folded == "interception");
  CHECK(first[0].stem == "intercept");
  CHECK(others[29999].folded == "word29999");
}

TEST_CASE("an analyser works on after it is trimmed or moved") {
  Analyser analyser("de");
  analyser.trim();
  Analyser moved = std::move(analyser);
  CHECK(moved.language() == "de");
  const std::vector<Token> tokens = tokens_of(moved, "Verträge");
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].folded == "verträge");
  analyser = Analyser("fr");
  CHECK(analyser.language() == "fr");
}

TEST_CASE("overlong words have a stem that fits an index") {
  const std::string blob = "A" + std::string(5000, 'z');
  Analyser analyser("en");
  const std::vector<Token> tokens = tokens_of(analyser, blob + " " + blob);
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].end == blob.size());
  CHECK(tokens[0].stem.size() <= 128);
  CHECK(tokens[0].stem == tokens[1].stem);
  std::string wide;
  for (int i = 0; i < 100; ++i) wide += "ж";
  const std::string stem = stems("und", wide);
  CHECK(stem.size() == 128);
}

TEST_CASE("ill-formed bytes separate words") {
  CHECK(surfaces("en",
                 "data\xff"
                 "base \xc3(x) end\xe2\x82") == "data|base|x|end");
  CHECK(surfaces("zh", "证\xe6\x8d据") == "证|据");
}

TEST_CASE("the analysed languages are listed in order") {
  const std::vector<std::string>& languages = analysed_languages();
  CHECK(std::is_sorted(languages.begin(), languages.end()));
  for (const char* const language : {"ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru", "zh"}) {
    CHECK(std::find(languages.begin(), languages.end(), language) != languages.end());
  }
  CHECK(std::find(languages.begin(), languages.end(), "und") == languages.end());
}

TEST_CASE("the recipe is one line that stays the same") {
  const std::string recipe = analyser_recipe();
  CHECK(recipe == analyser_recipe());
  CHECK(recipe.find('\n') == std::string::npos);
  for (const char* const part : {"text/", " unicode/", " breaks/", " dictionary/", " stemmers/"}) {
    CHECK(recipe.find(part) != std::string::npos);
  }
  CHECK(recipe.find("none") == std::string::npos);
}

}  // namespace
}  // namespace pinlex
