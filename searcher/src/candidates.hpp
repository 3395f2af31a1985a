// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "session.hpp"

#include <pinlex/searcher/searcher.hpp>

#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

namespace pinlex {

/// A passage that an index proposes.
struct Candidate {
  double score = 0;         ///< Rounded.
  std::string order;        ///< Breaks ties: the key of the passage's canonical id.
  std::uint32_t index = 0;  ///< Which of the indexes searched.
  std::uint32_t document = 0;
};

/// The order of an answer: score, then canonical id, then the indexes as given.
bool comes_before(const Candidate& a, const Candidate& b);

/// The best candidates of one index, in order. Throws what Xapian throws.
struct Ranking {
  std::vector<Candidate> best;  ///< At least as many as wanted, unless `complete`.
  bool complete = false;        ///< Whether these are all there are.
  Total total;
};

Ranking rank(const Session& session, std::uint32_t index, const Xapian::Query& query,
             std::uint32_t wanted);

}  // namespace pinlex
