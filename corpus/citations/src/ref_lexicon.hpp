// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cite_names.hpp"
#include "cite_words.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// The words that references are made of, of all languages and all names, with what they may be.
/// Nearly every word of a text is looked up here and nowhere else.
class RefLexicon {
 public:
  enum Role : std::uint8_t {
    unit = 1,
    ordinal = 2,
    act = 4,
    relative = 8,  ///< Self or preceding.
    count = 16,
    name = 32,  ///< The first word of an instrument's name.
  };

  explicit RefLexicon(const CiteNames& names);

  /// The roles of a folded word, or 0.
  unsigned of(std::string_view word) const;

  /// Whether a word that begins and is as long as that may have any.
  bool may_hold(char first, std::size_t length) const { return shapes_.may_hold(first, length); }

 private:
  void add(std::string_view word, Role role);
  std::size_t slot(std::string_view word) const;

  struct Entry {
    std::string word;
    unsigned roles = 0;
  };
  std::vector<Entry> entries_;  ///< Open addressing; the size is a power of two.
  WordShapes shapes_;
};

}  // namespace pinlex
