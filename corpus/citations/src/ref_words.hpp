// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cite_words.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pinlex {

/// What a small word says of a reference. A word may have several roles.
enum class RefRole : std::uint16_t {
  self = 1,        ///< "this", "the present": the provision or the act where the words stand.
  preceding = 2,   ///< "the preceding", "précédent".
  belongs = 4,     ///< "of": what follows is the act that the provision is in.
  definite = 8,    ///< "the": before an act's kind it is the one that is known already.
  continues = 16,  ///< "on", "concerning": the title goes on, so it is another act.
  elsewhere = 32,  ///< "of the said", "of another": which one, the sentence must tell.
  thereof = 64,    ///< The same in one word, right behind a number.
  notably = 256,   ///< "in particular": between the name of an act and its article.
  idle = 128,      ///< Behind "of" no act begins: "artikel 5 van toepassing".
};

/// The roles of folded words in one language.
class RefWords {
 public:
  bool is(std::string_view word, RefRole role) const {
    if (!shapes_.may_hold(word)) return false;
    const auto found = roles_.find(word);
    return found != roles_.end() && (found->second & static_cast<unsigned>(role)) != 0;
  }
  /// The number that "two" or "deux" says, else 0.
  std::uint32_t count(std::string_view word) const {
    if (!shapes_.may_hold(word)) return 0;
    const auto found = counts_.find(word);
    return found == counts_.end() ? 0 : found->second;
  }

 private:
  friend const RefWords& ref_words(std::string_view language);
  std::unordered_map<std::string_view, unsigned> roles_;
  std::unordered_map<std::string_view, std::uint32_t> counts_;
  WordShapes shapes_;  // of all of them
};

/// The words of a language (ISO 639-1); all of them together where it has no row.
const RefWords& ref_words(std::string_view language);

/// All words that say self or preceding, and all that say a number, in any language.
std::vector<std::string_view> relative_words();
std::vector<std::string_view> count_words();

}  // namespace pinlex
