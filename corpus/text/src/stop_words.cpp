// SPDX-License-Identifier: GPL-2.0-or-later
#include "stop_words.hpp"

#include <pinlex/text/analyser.hpp>

#include <algorithm>
#include <array>
#include <unordered_set>

namespace pinlex {
namespace {

// Words with a meaning of their own in law stay out: "party", "order", "right", "without",
// "against".
constexpr std::string_view english =
    "a about above after again all also am among an and another any anybody anyone anything are as "
    "at be because been before being below between both but by can cannot could did do does doing "
    "done down during each either else ever every few for from had has have having he hence her "
    "here hers herself him himself his how however i if in into is it its itself just like may me "
    "might more most much must my myself neither no nor not of off on once one only onto or other "
    "others ought our ours ourselves out over own per please rather same shall she should since so "
    "some somebody someone something such than that the their theirs them themselves then there "
    "thereof therefore these they this those though through thus to too toward under until up upon "
    "us very via was we were what whatever when where whereas whereby wherein whether which while "
    "who whoever whom whose why will with within would yet you your yours yourself "
    "aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't it's mustn't shan't "
    "shouldn't that's they're wasn't we're weren't what's who's won't wouldn't you're";

constexpr std::string_view french =
    "a ai aie ainsi alors apres as au aucun aucune aura auront aussi autre autres aux avait "
    "avaient "
    "avant avec avez avoir avons ayant c car ce ceci cela celle celles celui ces cet cette ceux "
    "chaque ci combien comme comment d dans de depuis des dont du elle elles en encore entre es "
    "est "
    "et etaient etait etant ete etes etre eu eut fait il ils j je jusqu l la laquelle le lequel "
    "les "
    "lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes mon n ne "
    "ni "
    "nos notre nous on ont ou par parce pas peut peuvent plus pour pourquoi puis puisqu puisque qu "
    "quand que quel quelle quelles quels qui quoi s sa sans se sera seront ses si soi soient soit "
    "son sont sous sur t ta te tel telle telles tels tes ton tous tout toute toutes tres tu un une "
    "vos votre vous y";

constexpr std::string_view spanish =
    "a al algo alguna algunas alguno algunos ante antes aquel aquella aquellas aquellos asi aun "
    "aunque bajo cada como con contra cual cuales cualquier cualquiera cuando cuanto cuyo cuya de "
    "del desde donde dos durante e el ella ellas ellos en entre era eran eres es esa esas ese eso "
    "esos esta estaba estaban estan estar estas este esto estos fue fueron ha haber habia han "
    "hasta "
    "hay haya hayan he la las le les lo los mas me mediante mi mientras mis mismo misma muy ni no "
    "nos nosotros o os otra otras otro otros para pero poder por porque pueda puede pueden pues "
    "que "
    "quien quienes se sea sean segun ser sera seran si sido siempre sin sino sobre son su sus tal "
    "tales tambien tanto te tiene tienen toda todas todo todos tu tus u un una unas uno unos y ya";

constexpr std::string_view portuguese =
    "a ao aos apos aquela aquelas aquele aqueles aquilo as ate cada com como contra cujo cuja da "
    "das de dela delas dele deles depois desde dessa desse desta deste do dos e ela elas ele eles "
    "em entre era eram essa essas esse esses esta estao estar estas este estes eu foi foram ha "
    "isso "
    "isto ja la lhe lhes lo mais mas me mediante mesmo meu minha muito na nao nas nem no nos nossa "
    "nosso num numa o onde os ou outra outras outro outros para pela pelas pelo pelos pode podem "
    "por porque qual quais qualquer quando que quem sao se seja sejam sem ser sera serao seu seus "
    "so sob sobre sua suas tal tambem tem te toda todas todo todos um uma umas uns voce";

constexpr std::string_view italian =
    "a ad agli ai al alla alle allo anche avere aveva c che chi ci cio come con contro cui d da "
    "dagli dai dal dall dalla dalle dallo degli dei del dell della delle dello di dopo dove e ed "
    "era erano essa essere essi esso fra fu gli ha hanno i il in io l la le lei li lo loro lui ma "
    "mediante mentre mi mio ne negli nei nel nell nella nelle nello noi non nostro o od ogni "
    "oppure "
    "per perche piu poi possa possono prima puo qual quale quali qualsiasi quando quanto quel "
    "quell "
    "quella quelle quelli quello questa queste questi questo qui se sei senza si sia siano sono su "
    "sua sue sugli sui sul sull sulla sulle suo suoi tale tali tra tu tutte tutti tutto un una uno "
    "v vi voi";

using WordSet = std::unordered_set<std::string_view>;

WordSet words_of(std::string_view list) {
  WordSet words;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    words.insert(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

struct StopList {
  std::string_view language;
  WordSet words;
};

const WordSet* stop_list(std::string_view language) {
  static const std::array<StopList, 10> lists = {{
      {"ar", words_of(arabic_stop_words)},
      {"de", words_of(german_stop_words)},
      {"en", words_of(english)},
      {"es", words_of(spanish)},
      {"fr", words_of(french)},
      {"it", words_of(italian)},
      {"nl", words_of(dutch_stop_words)},
      {"pt", words_of(portuguese)},
      {"ru", words_of(russian_stop_words)},
      {"zh", words_of(chinese_stop_words)},
  }};
  const auto found = std::find_if(lists.begin(), lists.end(),
                                  [&](const StopList& list) { return list.language == language; });
  return found == lists.end() ? nullptr : &found->words;
}

}  // namespace

bool is_stop_word(std::string_view language, std::string_view folded) {
  const WordSet* words = stop_list(language);
  return words != nullptr && words->find(folded) != words->end();
}

}  // namespace pinlex
