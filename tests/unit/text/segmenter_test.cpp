// SPDX-License-Identifier: GPL-2.0-or-later
#include "segmenter.hpp"

#include "shown.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

using Ranges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Ranges ranges(const std::vector<WordSegment>& segments) {
  Ranges pairs;
  for (const WordSegment& segment : segments) pairs.emplace_back(segment.begin, segment.end);
  return pairs;
}

std::string words(std::string_view language, std::string_view text) {
  Segmenter segmenter(language);
  std::vector<WordSegment> segments;
  segmenter.segment(text, segments);
  std::string shown;
  for (const WordSegment& segment : segments) {
    if (!shown.empty()) shown += '|';
    shown += text.substr(segment.begin, segment.end - segment.begin);
  }
  return shown;
}

void check_against_icu(std::string_view language, RandomTexts texts, int rounds) {
  Segmenter segmenter(language);
  std::vector<WordSegment> by_table, by_icu;
  for (int round = 0; round < rounds; ++round) {
    const std::string text = texts.next(1 + static_cast<std::size_t>(round) % 40);
    by_table.clear();
    by_icu.clear();
    segmenter.segment(text, by_table);
    segmenter.segment_by_icu(text, by_icu);
    INFO(language << ": " << text);
    REQUIRE(ranges(by_table) == ranges(by_icu));
  }
}

TEST_CASE("words are what lies between ICU's boundaries and holds a letter or digit") {
  struct Case {
    std::string_view language, text, words;
  };
  const std::vector<Case> cases = {
      {"en", "", ""},
      {"en", " -- ... ' _ __ ", ""},
      {"en", "Can't stop: 1,000.5 or 3.14; 10:30.", "Can't|stop|1,000.5|or|3.14|10|30"},
      {"en", "a.b a.1 1.a 1'2 don\u2019t 'quoted'", "a.b|a|1|1|a|1'2|don\u2019t|quoted"},
      {"en", "snake_case _x_ 1_000 x', ,y", "snake_case|_x_|1_000|x|y"},
      {"en", "art. 21(3)(b)(ii)", "art|21|3|b|ii"},
      {"en", "note\u00b2 21\u00b9 x\u2075", "note|21|x"},
      {"en", "j_doe@example.org, @ home", "j_doe@example.org|home"},
      {"sv", "EU:s regler", "EU:s|regler"},
      {"en", "EU:s", "EU|s"},
      {"fr", "l\u2019accès, l'eau", "l\u2019accès|l'eau"},
      {"zh", "电子证据 and 数据。", "电子|证据|and|数据"},
      {"ja", "通信の秘密", "通信|の|秘密"},
      {"th", "การดักฟังข้อมูล", "การ|ดักฟัง|ข้อมูล"},
      {"ar", "اتفاقية، مادة 21", "اتفاقية|مادة|21"},
      {"ru", "Перехват «данных»", "Перехват|данных"},
      {"en", "e\u0301te\u0301 \u0301a", "e\u0301te\u0301|a"},
      {"en", "\U0001F1EB\U0001F1F7 flag \U0001F44D\U0001F3FD ok", "flag|ok"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(words(c.language, c.text) == c.words);
  }
}

TEST_CASE("the table cuts random ASCII as ICU does") {
  std::vector<std::string> pieces;
  for (char c = 1; c < 127; ++c) pieces.emplace_back(1, c);
  check_against_icu("en", RandomTexts(pieces), 20000);
  check_against_icu("sv", RandomTexts(pieces), 5000);
}

TEST_CASE("the table cuts what is near a rule as ICU does") {
  const std::vector<std::string> pieces = {"a", "B",  "1",  "2",  ".", ",",  ";",
                                           ":", "'",  "\"", "_",  "-", "/",  "@",
                                           " ", "\n", "\r", "\t", "(", "\v", "\f"};
  check_against_icu("en", RandomTexts(pieces), 20000);
  check_against_icu("fi", RandomTexts(pieces), 5000);
}

TEST_CASE("the table and ICU agree where scripts and marks meet") {
  const std::vector<std::string> pieces = {
      "a",      "é",      "1",      "Я",      "ё",          "ا",          "ل",      "٣",
      "א",      "ב",      "数",     "据",     "か",         "カ",         "ー",     "ไ",
      "ท",      "한",     " ",      " ",      "\n",         ".",          ",",      ":",
      "'",      "\"",     "_",      "\u2019", "\u2018",     "\u2013",     "\u00a0", "\u00b7",
      "\u0301", "\u064e", "\u200d", "\u00ad", "\u200b",     "\u2044",     "\u00b2", "\u00aa",
      "\u00b5", "\u20ac", "\uff0c", "\uff11", "\U0001F44D", "\U0001F1EB", "\u00a9", "\u2026",
      "\u066b", "\u066c", "\u060c", "\u05f4", "\u055a",     "\u0387",     "\ufffd", "\u2028",
      "\u0085"};
  check_against_icu("en", RandomTexts(pieces), 20000);
  check_against_icu("zh", RandomTexts(pieces), 5000);
  check_against_icu("sv", RandomTexts(pieces), 5000);
}

TEST_CASE("the table knows every character below its end as ICU does") {
  Segmenter segmenter("en");
  const auto check = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t c = from; c < to; ++c) {
      std::string text;
      const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
      const auto put_character = [&] {
        if (c < 0x80) {
          put(c);
        } else if (c < 0x800) {
          put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
        } else {
          put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
        }
      };
      for (const char* const around : {"a", "1", "_", " ", "."}) {
        text += around;
        put_character();
        text += around;
        put_character();
        put_character();
      }
      std::vector<WordSegment> by_table, by_icu;
      segmenter.segment(text, by_table);
      segmenter.segment_by_icu(text, by_icu);
      INFO("U+" << std::hex << c);
      REQUIRE(ranges(by_table) == ranges(by_icu));
    }
  };
  check(1, 0x800);
  check(0x2000, 0x2100);
}

}  // namespace
}  // namespace pinlex
