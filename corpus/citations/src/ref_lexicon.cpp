// SPDX-License-Identifier: GPL-2.0-or-later
#include "ref_lexicon.hpp"

#include "ref_words.hpp"

#include <algorithm>
#include <cstring>

namespace pinlex {
namespace {

/// Of the first and the last eight bytes and the length, which tell these words apart well.
std::size_t hash_of(std::string_view word) {
  std::uint64_t head = 0, tail = 0;
  const std::size_t some = std::min<std::size_t>(word.size(), 8);
  std::memcpy(&head, word.data(), some);
  std::memcpy(&tail, word.data() + word.size() - some, some);
  std::uint64_t mixed = (head ^ (tail * 0x9E3779B97F4A7C15U) ^ word.size()) * 0xD6E8FEB86659FD93U;
  mixed ^= mixed >> 32;
  return static_cast<std::size_t>(mixed * 0xD6E8FEB86659FD93U >> 20);
}

}  // namespace

RefLexicon::RefLexicon(const CiteNames& names) {
  const std::vector<std::string> first = names.first_words();
  std::size_t size = 1024;
  while (size < 4 * (first.size() + citation_words().size())) size *= 2;
  entries_.resize(size);
  for (const std::string_view word : citation_words()) {
    if (find_unit(word) != nullptr) add(word, unit);
    if (find_ordinal(word) != nullptr) add(word, ordinal);
    if (is_act_word(word)) add(word, act);
  }
  for (const std::string_view word : relative_words()) add(word, relative);
  for (const std::string_view word : count_words()) add(word, count);
  for (const std::string& word : first) add(word, name);
}

std::size_t RefLexicon::slot(std::string_view word) const {
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = hash_of(word) & mask;
  while (entries_[at].roles != 0 && entries_[at].word != word) at = (at + 1) & mask;
  return at;
}

void RefLexicon::add(std::string_view word, Role role) {
  if (word.empty()) return;
  Entry& entry = entries_[slot(word)];
  entry.word = word;
  entry.roles |= role;
  shapes_.add(word);
}

unsigned RefLexicon::of(std::string_view word) const {
  return shapes_.may_hold(word) ? entries_[slot(word)].roles : 0;
}

}  // namespace pinlex
