// SPDX-License-Identifier: GPL-2.0-or-later
#include "shown.hpp"
#include "token_properties.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pinlex {
namespace {

std::vector<std::string> every_byte() {
  std::vector<std::string> bytes;
  for (int byte = 0; byte < 256; ++byte) bytes.emplace_back(1, static_cast<char>(byte));
  return bytes;
}

const std::vector<std::string>& characters() {
  static const std::vector<std::string> all = {
      "a",           "b",      "E",      "Z",      "é",
      "É",           "ß",      "ñ",      "ij",     "е",
      "ё",           "Й",      "ا",      "ل",      "أ",
      "ة",           "ؤ",      "ى",      "1",      "2",
      "٣",           "²",      " ",      " ",      " ",
      "\n",          ".",      ",",      ";",      ":",
      "'",           "\u2019", "-",      "-\n",    "\u2010",
      "_",           "\u00ad", "\u200b", "\u202e", "\ufeff",
      "\u0301",      "\u0308", "\u064e", "\u0654", "\u0640",
      "\ufb01",      "\ufefb", "\ufdfa", "\u212b", "\u1112\u1161",
      "\u00a0",      "co-",    "e-mail", "l'",     "d\u2019",
      "aujourd'hui", "'s",     "und",    "\xc3",   "\xff",
      "\xe2\x82",    "\u2160", "\u00bd", "\u2122", "\u1e9e"};
  return all;
}

TEST_CASE("tokens of random characters have ranges in order, on borders of characters") {
  for (const char* const language : {"en", "fr", "de", "nl", "ru", "ar", "es", "und", "sv"}) {
    RandomTexts texts(characters());
    Analyser analyser(language);
    for (int round = 0; round < 1500; ++round) {
      const std::string text = texts.next(1 + static_cast<std::size_t>(round) % 30);
      INFO(language << ": " << text);
      REQUIRE(broken_property(analyser, text) == "");
    }
  }
}

TEST_CASE("tokens of random characters with Han, kana and Thai have ranges in order") {
  std::vector<std::string> pieces = characters();
  for (const char* const piece : {"数", "据", "的", "か", "カ", "ー", "ท", "ไ", "한", "，", "。"}) {
    pieces.emplace_back(piece);
  }
  for (const char* const language : {"zh", "ja", "th", "en"}) {
    RandomTexts texts(pieces);
    Analyser analyser(language);
    for (int round = 0; round < 1500; ++round) {
      const std::string text = texts.next(1 + static_cast<std::size_t>(round) % 30);
      INFO(language << ": " << text);
      REQUIRE(broken_range(tokens_of(analyser, text), text) == "");
    }
  }
}

TEST_CASE("tokens of random bytes have ranges in order, on borders of characters") {
  RandomTexts texts(every_byte());
  Analyser analyser("en");
  for (int round = 0; round < 4000; ++round) {
    const std::string text = texts.next(1 + static_cast<std::size_t>(round) % 60);
    REQUIRE(broken_range(tokens_of(analyser, text), text) == "");
  }
}

}  // namespace
}  // namespace pinlex
