// SPDX-License-Identifier: GPL-2.0-or-later
#include "stemmer.hpp"

#include "arabic_stem.hpp"
#include "english_words.hpp"

#include <xapian.h>

#include <algorithm>
#include <array>

namespace pinlex {
namespace {

constexpr std::size_t longest_stem = 128;  // Xapian takes terms of at most 245 bytes.

// Whole code points from the start of an overlong word: a key, a digest, an embedded image.
std::string_view shortened(std::string_view word) {
  if (word.size() <= longest_stem) return word;
  std::size_t end = longest_stem;
  while (end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
  return word.substr(0, end);
}

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Folding took the accents that the stemmers know these endings by; nearly every word that ends so
// has them. Words typed without accents get the same stem in this way.
struct Ending {
  std::string_view language, plain, accented;
  std::size_t shortest;  // Of words with the ending, in bytes.
};

constexpr std::array<Ending, 16> accented_endings = {{
    {"es", "ion", "ión", 5},
    {"es", "logia", "logía", 7},
    {"es", "logias", "logías", 8},
    {"es", "grafia", "grafía", 8},
    {"es", "grafias", "grafías", 9},
    {"fr", "ee", "ée", 4},
    {"fr", "ees", "ées", 5},
    {"fr", "ite", "ité", 6},
    {"fr", "ites", "ités", 7},
    {"pt", "cao", "ção", 5},
    {"pt", "coes", "ções", 6},
    {"pt", "sao", "são", 5},
    {"pt", "soes", "sões", 6},
    {"pt", "encia", "ência", 6},
    {"pt", "encias", "ências", 7},
    {"pt", "ancia", "ância", 6},
}};

std::string with_accents(std::string_view language, std::string word) {
  for (const Ending& ending : accented_endings) {
    if (ending.language == language && word.size() >= ending.shortest &&
        word.ends_with(ending.plain)) {
      word.replace(word.size() - ending.plain.size(), ending.plain.size(), ending.accented);
      break;
    }
  }
  return word;
}

}  // namespace

struct Stemmer::Impl {
  const LanguageRules* rules = nullptr;
  Xapian::Stem snowball;

  std::string reduce(const std::string& word) const {
    switch (rules->stemmer) {
      case StemmerKind::none:
        return word;
      case StemmerKind::arabic:
        return arabic_stem(word);
      case StemmerKind::snowball:
        return snowball(with_accents(rules->code, word));
      case StemmerKind::english: {
        const std::string spelled = spelled_one_way(word);
        const std::string_view kept = protected_stem(spelled);
        return kept.empty() ? snowball(spelled) : std::string(kept);
      }
    }
    return word;
  }
};

Stemmer::Stemmer(const LanguageRules& rules) : impl_(std::make_unique<Impl>()) {
  impl_->rules = &rules;
  try {
    if (!rules.snowball.empty()) impl_->snowball = Xapian::Stem(std::string(rules.snowball));
  } catch (const Xapian::Error&) {
    // A Xapian without this stemmer: words are their own stems, and the recipe says so.
  }
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string Stemmer::stem(std::string_view folded) const {
  // "co-operation" is one token; its stem is that of the word written without a hyphen.
  std::string word;
  for (const char c : shortened(folded)) {
    if (c != '-') word += c;
  }
  if (impl_->rules->strips_apostrophe_s && word.size() > 3 && word.ends_with("'s")) {
    word.resize(word.size() - 2);
  }
  if (has_digit(word)) return word;
  std::string stemmed = impl_->reduce(word);
  return stemmed.empty() ? word : stemmed;
}

}  // namespace pinlex
