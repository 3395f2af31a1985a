// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "collection.hpp"

#include <pinlex/schema/term_pairs.hpp>
#include <pinlex/text/analyser.hpp>

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace pinlex {

/// What one instrument teaches: for each of its languages, the words of each provision.
struct Lesson {
  /// A stem and the word it stands for.
  using Word = std::pair<std::string, std::string>;
  /// By eId, with "#" behind it for a heading.
  using Provisions = std::map<std::string, std::vector<Word>>;

  struct Side {
    bool digest = false;
    Provisions provisions;
  };
  std::map<std::string, Side> sides;  ///< By language; none where there are not two.
};

/// What the versions of an instrument teach, one of each language. `analyser_of` gives the analyser
/// of a language.
Lesson lesson_of(const std::vector<StoredText>& texts,
                 const std::function<Analyser&(const std::string& language)>& analyser_of);

/// A lesson as bytes, to be put aside; none for one that teaches nothing.
std::string encode(const Lesson& lesson);

/// What encode() gave.
Lesson decode_lesson(std::string_view bytes);

/// Learns which stems of two languages stand for each other, from instruments that are there in
/// both: provisions with the same id say the same. A translation model over these pairs of
/// provisions (IBM Model 1: Brown et al., 1993, "The Mathematics of Statistical Machine
/// Translation") is fitted in both directions, and pairs that both think likely are kept. What is
/// learnt depends on the texts and on the order in which they are added, on nothing else.
class PairLearner {
 public:
  void add(const Lesson& lesson);

  TermPairs learn() const;

 private:
  using Stems = std::vector<std::uint32_t>;  ///< Of a provision, ascending, distinct.

  /// The stems of a language.
  struct Vocabulary {
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::string> stems;
    std::vector<std::map<std::string, std::uint32_t>> words;  ///< How often each stands for a stem.

    std::uint32_t number(const Lesson::Word& word);
    const std::string& shown(std::uint32_t stem) const;
  };

  /// Provisions that are there in two languages.
  struct Aligned {
    std::vector<std::pair<Stems, Stems>> provisions;
    std::uint64_t cells = 0;  ///< Of stems side by side.
  };

  Stems numbered(const std::vector<Lesson::Word>& words, const std::string& language);
  void learn_from(const std::pair<std::string, std::string>& languages, const Aligned& aligned,
                  std::vector<TermPair>& out) const;

  std::map<std::string, Vocabulary> vocabularies_;
  std::map<std::pair<std::string, std::string>, Aligned> aligned_;  ///< Languages ascending.
};

}  // namespace pinlex
