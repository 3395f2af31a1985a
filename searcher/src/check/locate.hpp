// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "check/word_row.hpp"
#include "session.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pinlex {

/// The languages a text may be in, going by its scripts.
std::vector<std::string> languages_for(std::string_view text,
                                       const std::vector<std::string>& languages);

/// Asks one index for passages that may hold a quotation. Throws what Xapian throws.
class PassageLocator {
 public:
  explicit PassageLocator(const Session& session) : session_(session) {}

  /// What a passage has to hold: the rarest words of the whole quotation, or of its beginning,
  /// middle or end (for a quotation that goes over the parts of a split article).
  enum class Reach : std::uint8_t { whole, stretch };

  /// Passages that hold that in some reading; in the order of the index, at most 100. `instrument`
  /// narrows to one, unless empty.
  std::vector<std::uint32_t> holding(const std::vector<const QuoteRow*>& readings,
                                     const std::string& instrument, Reach reach);

  /// Passages of the language of each reading that share most of its rare words.
  std::vector<std::uint32_t> likely(const std::vector<const QuoteRow*>& readings,
                                    const std::string& instrument);

 private:
  std::uint32_t frequency(const std::string& term);
  /// The stems of the words [begin, end) that the index has, rarest first; empty where it lacks one
  /// and `all` are needed.
  std::vector<std::string> rarest(const QuoteRow& row, std::size_t begin, std::size_t end,
                                  bool all);

  const Session& session_;
  std::unordered_map<std::string, std::uint32_t> frequencies_;
};

}  // namespace pinlex
