// SPDX-License-Identifier: GPL-2.0-or-later
#include "words.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace pinlex {
namespace {

/// A token of one reading, kept past the life of its analyser's views.
struct Reading {
  std::uint32_t begin, end;
  std::string stem;
  std::string language;
  bool stop;
};

void sort_distinct(std::vector<std::string>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// One word of readings that overlap. It joins others in a language only if all of it does there.
QueryWord word_of(const std::vector<Reading>& readings) {
  QueryWord word{{readings.front().begin, readings.front().end}, {}, {}};
  std::vector<std::string> content_in;
  for (const Reading& reading : readings) {
    word.place.begin = std::min(word.place.begin, reading.begin);
    word.place.end = std::max(word.place.end, reading.end);
    word.stems.push_back(reading.stem);
    (reading.stop ? word.stop_in : content_in).push_back(reading.language);
  }
  std::erase_if(word.stop_in, [&](const std::string& l) { return contains(content_in, l); });
  sort_distinct(word.stems);
  sort_distinct(word.stop_in);
  return word;
}

}  // namespace

std::vector<QueryWord> read_words(std::string_view text, const std::vector<std::string>& languages,
                                  const AnalyserOf& analyser_of) {
  std::vector<Reading> readings;
  std::vector<Token> tokens;
  for (const std::string& language : languages) {
    tokens.clear();
    analyser_of(language).analyse(text, 0, tokens);
    for (const Token& token : tokens) {
      readings.push_back({token.begin, token.end, std::string(token.stem), language,
                          is_stop_word(language, token.folded)});
    }
  }
  std::stable_sort(readings.begin(), readings.end(),
                   [](const Reading& a, const Reading& b) { return a.begin < b.begin; });
  std::vector<QueryWord> words;
  std::vector<Reading> same;
  std::uint32_t end = 0;
  for (Reading& reading : readings) {
    if (!same.empty() && reading.begin >= end) {
      words.push_back(word_of(same));
      same.clear();
    }
    end = std::max(end, reading.end);
    same.push_back(std::move(reading));
  }
  if (!same.empty()) words.push_back(word_of(same));
  return words;
}

std::vector<bool> content_words(const std::vector<QueryWord>& words,
                                const std::vector<std::string>& languages,
                                const IsCommonIn& is_common_in) {
  std::map<std::string, std::size_t> joining;
  std::size_t most = 0;
  for (const QueryWord& word : words) {
    for (const std::string& language : word.stop_in) most = std::max(most, ++joining[language]);
  }
  const auto joins = [&](const QueryWord& word) {
    if (word.stop_in.size() == languages.size()) return true;
    return std::any_of(word.stop_in.begin(), word.stop_in.end(), [&](const std::string& language) {
      return joining[language] == most && (most > 1 || is_common_in(word, language));
    });
  };
  std::vector<bool> content;
  for (const QueryWord& word : words) content.push_back(!joins(word));
  if (std::find(content.begin(), content.end(), true) == content.end()) {
    content.assign(words.size(), true);
  }
  return content;
}

}  // namespace pinlex
