// SPDX-License-Identifier: GPL-2.0-or-later
// The languages outside the Romance family and English.
#include "stop_words.hpp"

namespace pinlex {

// As repair() writes them: bare alef, hamza for its seats, yeh for alef maksura.
constexpr std::string_view arabic_stop_words =
    "ابان اذ اذا الا الي الذي الذين التي اللتان اللتين اللذان اللذين اللاتي اللواتي ام اما ان انه "
    "انها او اي اين ايضا ب بان بعد بعض بل بما بين به بها تكون تلك ثم حتي حول حيث حين خلال دون ذلك "
    "سوف ضد ضمن عبر علي عليه عليها عما عن عند عندما غير ف فان فقد في فيما فيه فيها قبل قد كان كانت "
    "كل كلا كلما كما كيف كي ل لا لاي لان لدي لذلك لكل لكن لكي لم لما لماذا له لها لهذا لهذه لهم لو "
    "ليس ليست ما ماذا مع من منذ منه منها مما متي مثل نحو نحن هذا هذه هل هم هما هنا هناك هو هي و "
    "وان "
    "وفي وقد وكذلك ولا وما ومن وهو وهي يجوز يكون";

constexpr std::string_view chinese_stop_words =
    "的 地 得 了 着 过 和 与 及 以及 或 或者 而 而且 并 并且 但 但是 是 在 于 对 对于 由 为 为了 "
    "从 "
    "向 到 把 被 将 以 因 因为 所以 如 如果 若 其 其他 这 那 这些 那些 此 该 本 各 每 某 之 所 者 "
    "也 "
    "都 就 才 又 再 还 则 即 等 吗 呢 吧 啊 我 你 您 他 她 它 我们 你们 他们 它们 什么 怎么 怎样 "
    "如何 "
    "哪 哪些 谁 几 多少 一 一个 一种 不 没 没有 有 可 可以 能 能够 应 应当 要 会 上 中 下 里 内 時 "
    "時候 "
    "时 的话";

constexpr std::string_view dutch_stop_words =
    "aan aangaande al alle alles als alsmede altijd ander andere anderen ben bij binnen bijv daar "
    "daarbij daardoor daarin daaronder daarvan dan dat de deze der des die dient dienen dit doch "
    "doen doet door dus een eens elk elke en enig enige er eerst erin ervan ge geen geweest haar "
    "had "
    "hadden heb hebben heeft hem hen het hier hierbij hij hoe hun ieder iedere iemand iets ik in "
    "indien is ja je jij jou jouw kan kon konden kunnen maar me mede meer men met mij mijn moest "
    "moet moeten mocht mag mogen na naar niet niets niemand nog nu of om omdat omtrent onder ons "
    "onze ook op over reeds s sinds t te tegen ten ter terwijl tot tussen u uit uw van vanaf veel "
    "voor voorts waar waarbij waardoor waarin waarop waarvan wanneer want waren was wat wegens wel "
    "welk welke werd werden wie wij wil willen wordt worden zal ze zelf zich zichzelf zij zijn zo "
    "zoals zodanig zodanige zonder zou zouden zulk zulke zullen";

constexpr std::string_view german_stop_words =
    "ab aber alle allem allen aller alles als also am an andere anderem anderen anderer anderes "
    "auch "
    "auf aus bei beim bin bis bist da dabei dadurch damit dann daran darauf daraus darf darin "
    "darüber das dass davon dazu dein dem den denen denn der deren des dessen dich die dies diese "
    "diesem diesen dieser dieses dir doch dort du durch dürfen ein eine einem einen einer eines er "
    "es etwas euch euer falls für gegen hat hatte hatten habe haben hier hierbei hinter ich ihm "
    "ihn "
    "ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins insbesondere ist ja jede jedem jeden "
    "jeder jedes jedoch jene jenem jenen jener jenes kann kein keine keinem keinen keiner können "
    "könnte man mehr mein mit muss müssen nach nicht nichts noch nun nur ob oder ohne sei seien "
    "sein "
    "seine seinem seinen seiner seines seit selbst sich sie sind so sofern solche solchem solchen "
    "solcher solches soll sollen sollte sondern sonst soweit sowie sowohl über um und uns unser "
    "unter vom von vor wann war waren warum was weil welche welchem welchen welcher welches wem "
    "wen "
    "wenn wer werden wessen wie wieso will wir wird wo wobei wodurch wollen worden wurde wurden "
    "während würde zu zum zur zwischen";

constexpr std::string_view russian_stop_words =
    "а без более бы был была были было быть в вам вас весь во вот все всего всех вы где да для до "
    "его ее если есть еще ею же за и из или им ими их к как какая какие какой какую кем ко когда "
    "которая которого которое которой котором которому которую которые который которым которыми "
    "которых кто куда ли либо между меня мне многие может могут мой мы на над нас не него нее ней "
    "некоторые нет ни них но ну о об один однако он она они оно от перед по под после посредством "
    "почему при про раз с сам свое своего своей своем свои своих свой со собой также такая такие "
    "таким таких такое такой там те тем теми того той только том тот ту тут ты у уже чего чем "
    "через "
    "что чтобы чье чья эта эти этим этих это этого этой этом этот эту я является являются";

}  // namespace pinlex
