// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/model/passage.hpp>
#include <pinlex/text/analyser.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace pinlex {

/// What the best passages of an answer are about, by the stems that tell them from all others:
/// passages that share those are likely to answer, too.
class Feedback {
 public:
  /// How much it tells that a text has a stem; 0: nothing.
  using RarityOf = std::function<double(const std::string& stem)>;

  /// Reads one of the best passages; `language` is the passage's.
  void learn(const Passage& passage, Analyser& analyser, const std::string& language);

  /// Ends learning: keeps the stems that tell most.
  void settle(const RarityOf& rarity_of);

  /// How much of it a passage holds, from 0 to 1; `stems` as PassageFindings has them.
  double share_in(const std::vector<std::size_t>& stems) const;

 private:
  std::map<std::string, double, std::less<>> learnt_;    ///< By stem.
  std::vector<double> terms_;                            ///< What each tells, the most first.
  std::unordered_map<std::size_t, std::size_t> places_;  ///< Of stems in `terms_`, by hash.
  double total_ = 0;
};

}  // namespace pinlex
