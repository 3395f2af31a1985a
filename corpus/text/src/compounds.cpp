// SPDX-License-Identifier: GPL-2.0-or-later
#include "compounds.hpp"

#include <algorithm>
#include <array>

namespace pinlex {
namespace {

/// A word and the beginning of one after its hyphen; an empty beginning stands for any letters.
struct Compound {
  std::string_view first, second;
};

// Pairs met with a hyphen, without, and (for some) in two words; the first two are made one here.
// Prefixes that stand before any word are few, or a search for the second word would miss it.
constexpr std::array compounds = std::to_array<Compound>({
    {"bi", "lateral"},
    {"co", ""},
    {"counter", "intelligence"},
    {"counter", "measure"},
    {"counter", "terror"},
    {"cyber", ""},
    {"data", "base"},
    {"e", "mail"},
    {"eaves", "drop"},
    {"half", "way"},
    {"in", "put"},
    {"key", "log"},
    {"lap", "top"},
    {"mal", "ware"},
    {"meta", "data"},
    {"micro", "phone"},
    {"multi", "lateral"},
    {"off", "line"},
    {"off", "shore"},
    {"on", "line"},
    {"out", "put"},
    {"pass", "word"},
    {"pre", "condition"},
    {"pre", "trial"},
    {"ransom", "ware"},
    {"smart", "phone"},
    {"spy", "ware"},
    {"sub", ""},
    {"tele", ""},
    {"user", "name"},
    {"web", "page"},
    {"web", "site"},
    {"wire", "tap"},
    {"world", "wide"},
});

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins_with(std::string_view word, std::string_view beginning) {
  return word.size() >= beginning.size() &&
         std::equal(beginning.begin(), beginning.end(), word.begin(),
                    [](char expected, char c) { return expected == lower(c); });
}

bool begins_with_letter(std::string_view word) {
  return !word.empty() &&
         ((lower(word[0]) >= 'a' && lower(word[0]) <= 'z') || (word[0] & 0x80) != 0);
}

}  // namespace

bool is_one_word(std::string_view first, std::string_view second) {
  if (first.size() > longest_first_part || !begins_with_letter(second)) return false;
  return std::any_of(compounds.begin(), compounds.end(), [&](const Compound& compound) {
    return compound.first.size() == first.size() && begins_with(first, compound.first) &&
           begins_with(second, compound.second);
  });
}

}  // namespace pinlex
