// SPDX-License-Identifier: GPL-2.0-or-later
#include "arabic_stem.hpp"

#include <algorithm>
#include <array>

namespace pinlex {
namespace {

constexpr std::size_t letter = 2;  // Bytes of an Arabic letter.

// Broken plurals and other pairs of legal vocabulary that no ending tells, already without article.
struct Pair {
  std::string_view from, to;
};
constexpr std::array<Pair, 13> pairs = {{
    {"ادلة", "دليل"},
    {"اطراف", "طرف"},
    {"احكام", "حكم"},
    {"انظمة", "نظام"},
    {"اوامر", "امر"},
    {"تدابير", "تدبير"},
    {"جراءم", "جريم"},
    {"شروط", "شرط"},
    {"قان", "قانون"},
    {"قوانين", "قانون"},
    {"مواد", "ماد"},
    {"نظم", "نظام"},
    {"وثاءق", "وثيق"},
}};

// Words whose first letter looks like the conjunction و.
constexpr std::array<std::string_view, 3> begin_with_waw = {"واجب", "ولاي", "وثاءق"};

bool drop_front(std::string_view& word, std::string_view prefix, std::size_t letters_left) {
  if (!word.starts_with(prefix) || word.size() < prefix.size() + letters_left * letter) {
    return false;
  }
  word.remove_prefix(prefix.size());
  return true;
}

std::string_view without_conjunction(std::string_view word) {
  const bool is_root = std::any_of(begin_with_waw.begin(), begin_with_waw.end(),
                                   [&](std::string_view root) { return word.starts_with(root); });
  if (!is_root) drop_front(word, "و", 5);
  return word;
}

// PDF extraction writes لل before alef as لال ("لالطراف"). Before ت that may be the preposition
// and a word of its own ("لالتزام"), but not in the word for agreement.
bool is_turned_article(std::string_view word) {
  return word.starts_with("لال") && (!word.starts_with("لالت") || word.starts_with("لالتفاق"));
}

std::string without_prefixes(std::string_view word) {
  word = without_conjunction(word);
  std::string turned;
  if (is_turned_article(word) && word.size() >= 6 * letter) {
    turned = "ا" + std::string(word.substr(3 * letter));
    return turned;
  }
  for (const std::string_view article : {"بال", "كال", "فال", "لل"}) {
    if (drop_front(word, article, 3)) break;
  }
  // A word that begins with these letters itself loses them with and without its article.
  while (drop_front(word, "ال", 3)) {
  }
  return std::string(word);
}

void drop_endings(std::string& word) {
  for (const std::string_view ending : {"ها", "ان", "ات", "ون", "ين", "يه", "ية", "ه", "ة", "ي"}) {
    if (word.ends_with(ending) && word.size() >= ending.size() + 3 * letter) {
      word.resize(word.size() - ending.size());
    }
  }
}

std::string_view paired(std::string_view word) {
  for (const Pair& pair : pairs) {
    if (pair.from == word) return pair.to;
  }
  return word;
}

// Inside a word nobody can tell lam and alef as written from those that PDF extraction turned
// ("خلال" comes out as "خالل"): both spellings become one stem, the lams of a run first. Words that
// differ in nothing else, few and mostly kin, share it.
void settle_lam_and_alef(std::string& word) {
  constexpr std::string_view alef = "ا";
  constexpr std::string_view lam = "ل";
  for (std::size_t at = 0; at < word.size();) {
    std::size_t lams = 0;
    std::size_t end = at;
    for (; end < word.size(); end += letter) {
      const auto here = std::string_view(word).substr(end, letter);
      if (here != alef && here != lam) break;
      if (here == lam) ++lams;
    }
    for (std::size_t i = at; i < end; i += letter) {
      word.replace(i, letter, lams > 0 ? lam : alef);
      if (lams > 0) --lams;
    }
    at = end + letter;
  }
}

}  // namespace

std::string arabic_stem(std::string_view word) {
  std::string stem(paired(without_prefixes(word)));
  drop_endings(stem);
  stem = paired(stem);
  settle_lam_and_alef(stem);
  return stem;
}

}  // namespace pinlex
