// SPDX-License-Identifier: GPL-2.0-or-later
#include "ref_words.hpp"

#include <map>
#include <utility>

namespace pinlex {
namespace {

/// A language is a row: its words by role, folded, between blanks.
struct Row {
  std::string_view language;
  std::string_view self, preceding, belongs, definite, continues, elsewhere, thereof, idle, notably,
      counts;
};

constexpr Row rows[] = {
    {"en", "this present current", "preceding previous foregoing", "of", "the",
     "on for against concerning relating regarding between to no nos number with implementing "
     "supplementing amending adopted signed opened concluded done establishing revising as",

     "said same that such other another each any which either", "thereof therein", "",
     "in particular especially notably namely its", "one two three four five"},
    {"nl", "dit deze onderhavige", "voorgaande voorafgaande vorige vorig", "van der des vd",
     "het de",
     "inzake tot tegen betreffende over tussen voor nr nummer ter houdende aangaande gesloten",
     "genoemde voornoemde dat die bedoelde welk welke", "daarvan",
     "toepassing overeenkomstige kracht", "in het bijzonder met name vooral",
     "een twee drie vier vijf"},
    {"fr", "present presente presents presentes ce cet cette",
     "precedent precedente precedents precedentes", "de du des d", "la le l du au",
     "sur contre pour relative relatif concernant entre portant no n visant tendant en",

     "ladite ledit meme autre celui celle", "dudit", "", "en particulier notamment son ses",
     "un deux trois quatre cinq"},
    {"es", "presente presentes este esta", "anterior anteriores precedente precedentes", "de del",
     "el la del al", "sobre contra para relativo relativa entre num n por que",
     "dicho dicha mismo misma otro otra citado citada", "idem", "",
     "en particular especialmente su sus", "uno dos tres cuatro cinco"},
    {"de", "dieser dieses diese diesem diesen vorliegende vorliegenden vorliegendes vorliegender",
     "vorstehende vorstehenden vorhergehende vorhergehenden vorangehende vorangehenden "
     "vorangegangene vorangegangenen",
     "der des vom von", "der des dem den die das zum zur im vom",
     "uber gegen zum zur betreffend zwischen fur nr nummer",
     "desselben derselben jener jenes genannten", "desselben derselben", "",
     "insbesondere namentlich", "ein zwei drei vier funf"},
};

template <typename Function>
void each_word(std::string_view list, Function&& take) {
  while (!list.empty()) {
    const auto end = list.find(' ');
    take(list.substr(0, end));
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
}

using Roles = std::unordered_map<std::string_view, unsigned>;
using Counts = std::unordered_map<std::string_view, std::uint32_t>;

void add_row(const Row& row, Roles& roles, Counts& counts) {
  const std::pair<std::string_view, RefRole> lists[] = {
      {row.self, RefRole::self},           {row.preceding, RefRole::preceding},
      {row.belongs, RefRole::belongs},     {row.definite, RefRole::definite},
      {row.continues, RefRole::continues}, {row.elsewhere, RefRole::elsewhere},
      {row.thereof, RefRole::thereof},     {row.idle, RefRole::idle},
      {row.notably, RefRole::notably}};
  for (const auto& [list, role] : lists) {
    each_word(list, [&roles, bit = static_cast<unsigned>(role)](std::string_view word) {
      roles[word] |= bit;
    });
  }
  std::uint32_t value = 0;
  each_word(row.counts, [&](std::string_view word) { counts.emplace(word, ++value); });
}

}  // namespace

const RefWords& ref_words(std::string_view language) {
  static const auto table = [] {
    std::map<std::string_view, RefWords> made;
    for (const Row& row : rows) {
      for (const std::string_view key : {row.language, std::string_view()}) {
        add_row(row, made[key].roles_, made[key].counts_);
      }
    }
    for (auto& [code, words] : made) {
      for (const auto& [word, roles] : words.roles_) words.shapes_.add(word);
      for (const auto& [word, count] : words.counts_) words.shapes_.add(word);
    }
    return made;
  }();
  const auto found = table.find(language);
  return found == table.end() ? table.at({}) : found->second;
}

std::vector<std::string_view> relative_words() {
  std::vector<std::string_view> out;
  for (const Row& row : rows) {
    for (const std::string_view list : {row.self, row.preceding}) {
      each_word(list, [&out](std::string_view word) { out.push_back(word); });
    }
  }
  return out;
}

std::vector<std::string_view> count_words() {
  std::vector<std::string_view> out;
  for (const Row& row : rows) {
    each_word(row.counts, [&out](std::string_view word) { out.push_back(word); });
  }
  return out;
}

}  // namespace pinlex
