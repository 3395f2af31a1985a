// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "check/align.hpp"
#include "check/cited.hpp"
#include "check/compare.hpp"
#include "check/word_row.hpp"
#include "library.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace pinlex {

/// An article (or numbered paragraph, or section) of a text, with its words.
struct LoadedProvision {
  ShelvedVersion version;
  std::vector<PassageRecord> parts;
  ProvisionRow row;

  bool is_digest() const { return version.record->version.edition == Edition::digest; }
};

/// A place where a quotation stands, or, altered, what it is most like.
struct Standing {
  std::shared_ptr<const LoadedProvision> in;
  const QuoteRow* quote = nullptr;  ///< The reading that was compared.
  std::string eid;                  ///< The smallest provision that holds all the words.
  bool in_cited = false, of_cited_instrument = false;
  WholeMatch match;  ///< Empty where words are altered.
  std::vector<Difference> differences;
  Alignment alignment;    ///< Of altered words.
  std::size_t order = 0;  ///< In which it was found.
};

/// The best place in a provision where the whole of a quotation stands: one inside of what was
/// cited before others, then one that differs least. `cited` may be null.
std::optional<Standing> standing_in(const std::shared_ptr<const LoadedProvision>& provision,
                                    const QuoteRow& quote, const JudgedCitation* cited);

/// The stretch of a provision that a quotation may be an alteration of.
std::optional<Standing> likeness_in(const std::shared_ptr<const LoadedProvision>& provision,
                                    const QuoteRow& quote, const JudgedCitation* cited);

/// Of two places of whole quotations, whether the first says more: the one cited, official text
/// before a digest, law before what is said of it, the exact before the normalised.
bool stands_better(const Standing& a, const Standing& b);

/// Of two likenesses: official text before a digest, then the greater one, then the one cited.
bool is_more_alike(const Standing& a, const Standing& b);

QuotedPlace place_of(const Standing& standing);

}  // namespace pinlex
