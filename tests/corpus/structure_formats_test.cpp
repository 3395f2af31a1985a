// SPDX-License-Identifier: GPL-2.0-or-later
// The same act in two formats gives the same sections and words.
#include "structure_corpus.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace pinlex;

namespace {

std::vector<std::string> units(const Version& version) {
  std::vector<std::string> out;
  for (const Provision& provision : version.provisions) {
    const bool below = provision.eid.starts_with("sec_") || provision.eid.starts_with("art_");
    if (below || provision.level == Level::article) out.push_back(provision.eid);
  }
  return out;
}

void count_words(const std::string& text, std::map<std::string, std::size_t>& words) {
  std::string word;
  for (const char c : text + ' ') {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0) {
      word += c;
    } else if (!word.empty()) {
      ++words[std::exchange(word, {})];
    }
  }
}

std::map<std::string, std::size_t> words_of(const Version& version) {
  std::map<std::string, std::size_t> words;
  for (const Provision& provision : version.provisions) {
    count_words(provision.number.text, words);
    count_words(provision.heading.text, words);
  }
  for (const Piece& piece : version.pieces) count_words(piece.text.text, words);
  return words;
}

/// Of all words of two texts the part that both have.
double agreement(const std::map<std::string, std::size_t>& a,
                 const std::map<std::string, std::size_t>& b) {
  std::size_t all = 0;
  std::size_t same = 0;
  for (const auto& [word, times] : a) {
    const auto there = b.find(word);
    all += times;
    if (there != b.end()) same += 2 * std::min(times, there->second);
  }
  for (const auto& [word, times] : b) all += times;
  return static_cast<double>(same) / static_cast<double>(all);
}

}  // namespace

TEST_CASE("an act in DOCX and in PDF has the same sections and words") {
  if (!corpus_is_there()) return;
  const auto printed = corpus_files("formats", {".pdf"});
  std::size_t pairs = 0;
  for (const std::string& word_file : corpus_files("formats", {".docx"})) {
    const std::string pdf = word_file.substr(0, word_file.rfind('.')) + ".pdf";
    if (std::find(printed.begin(), printed.end(), pdf) == printed.end()) continue;
    ++pairs;
    CAPTURE(word_file);
    const CorpusText a = read_corpus_text(word_file);
    const CorpusText b = read_corpus_text(pdf);
    REQUIRE(a.structured.versions.size() == b.structured.versions.size());
    for (std::size_t i = 0; i < a.structured.versions.size(); ++i) {
      const Version& one = a.structured.versions[i];
      const Version& other = b.structured.versions[i];
      CHECK_FALSE(units(one).empty());
      CHECK(units(one) == units(other));
      CHECK(agreement(words_of(one), words_of(other)) >= 0.995);
    }
  }
  CHECK(pairs > 0);
}
