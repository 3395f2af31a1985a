// SPDX-License-Identifier: GPL-2.0-or-later
#include "cue_finder.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;
using Names = std::vector<std::string>;

namespace {

Names found(const std::string& language, const std::string& text) {
  Analyser analyser(language);
  const CueFinder finder(analyser);
  std::vector<Token> tokens;
  analyser.analyse(text, 0, tokens);
  Names out;
  for (const CueMatch& match : finder.find(tokens)) {
    const std::uint32_t begin = tokens[match.first].begin;
    out.push_back(std::to_string(static_cast<int>(match.kind)) + " " +
                  text.substr(begin, tokens[match.last].end - begin));
  }
  return out;
}

std::string cue(CueKind kind, const std::string& words) {
  return std::to_string(static_cast<int>(kind)) + " " + words;
}

}  // namespace

TEST_CASE("cues are found as stems, the longest first, none inside another") {
  using enum CueKind;
  struct Row {
    const char *language, *text;
    Names cues;
  };
  for (const Row& row : std::vector<Row>{
           {"en", "Ferrymen are empowered to row.", {cue(empower, "empowered")}},
           {"en",
            "The judge may row; a swan may not.",
            {cue(empower, "judge may"), cue(may, "may")}},
           {"en", "It may order a swan to sing", {cue(empower, "may order")}},
           {"en",
            "adopt such measures as may be needed",
            {cue(measures, "adopt such measures"), cue(may, "may")}},
           {"en", "adopt one two three four five six seven measures", {}},
           {"en", "by means of a raft", {}},
           {"en", "a raft means a float", {cue(define, "means")}},
           {"en", "the obligations of swans", {}},
           {"nl",
            "zijn de artikelen 4 en 5 van toepassing",
            {cue(subject, "zijn de artikelen 4 en 5 van toepassing")}},
           {"fr", "Le juge peut ordonner le silence", {cue(empower, "peut ordonner")}},
           {"es", "El juez podrá autorizar la escucha", {cue(empower, "podrá autorizar")}},
           {"de", "Der Wärter ist verpflichtet zu schweigen", {cue(oblige, "ist verpflichtet")}},
           {"ru", "Судья вправе приказать", {cue(empower, "вправе")}},
           {"ar", "يجوز للقاضي", {cue(may, "يجوز")}},
           {"zh", "法官可以命令", {cue(may, "可以")}},
           {"en", "", {}}}) {
    INFO(row.text);
    CHECK(found(row.language, row.text) == row.cues);
  }
}

TEST_CASE("each language has each sort of cue, and no row stands twice") {
  std::set<std::pair<std::string_view, std::string_view>> rows;
  std::set<std::pair<std::string_view, CueKind>> sorts;
  for (const CuePhrase& row : cue_table()) {
    INFO(row.words);
    CHECK(rows.emplace(row.language, row.words).second);
    sorts.emplace(row.language, row.kind);
  }
  for (const char* language : {"en", "fr", "es", "ru", "ar", "zh", "nl", "de"}) {
    for (int kind = 0; kind <= static_cast<int>(CueKind::criminal); ++kind) {
      if (kind == static_cast<int>(CueKind::none)) continue;
      INFO(language << " " << kind);
      CHECK(sorts.contains({language, static_cast<CueKind>(kind)}));
    }
  }
}
