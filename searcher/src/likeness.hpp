// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/searcher/hit.hpp>
#include <pinlex/searcher/parallels.hpp>

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace pinlex {

/// What a provision says: its stems and the concepts it names, weighed by how often they stand
/// there and how rare they are.
struct ProvisionTerms {
  std::string language;
  std::map<std::string, double> stems;
  std::map<std::string, double> concepts;      ///< By id.
  std::map<std::string, std::string> printed;  ///< A word of each stem, as it first stands there.
  double stems_squared = 0, concepts_squared = 0;
};

/// Compares provisions by the words that tell them apart. Throws what Xapian throws. For one
/// thread.
class LikenessMeter {
 public:
  explicit LikenessMeter(const Library::Sessions& sessions);

  /// Reads a provision as the index does in which it is.
  ProvisionTerms terms_of(std::uint32_t index, const Hit& provision);

  /// From 0 to 1; across languages only concepts count.
  static double likeness(const ProvisionTerms& a, const ProvisionTerms& b);

  /// Passages of a language that are likely to be like it.
  Xapian::Query query(const ProvisionTerms& asked, const std::string& language);

  /// Sets the words and concepts that two have in common, what tells most first.
  void put_common(const ProvisionTerms& asked, const ProvisionTerms& other,
                  ParallelProvision& out) const;

 private:
  double rarity_of(const std::string& term);

  const Library::Sessions& sessions_;
  double passages_ = 0;
  std::unordered_map<std::string, double> rarities_;
};

}  // namespace pinlex
