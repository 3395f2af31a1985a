// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "language_rules.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace pinlex {

/// Reduces folded words of one language to index terms. Not thread-safe.
class Stemmer {
 public:
  explicit Stemmer(const LanguageRules& rules);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of a folded word: never empty for a word that is not, at most 128 bytes.
  std::string stem(std::string_view folded) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
