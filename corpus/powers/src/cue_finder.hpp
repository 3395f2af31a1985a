// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/text/analyser.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace pinlex {

/// What words beside a concept make of it.
enum class CueKind : std::uint8_t {
  empower,   ///< "empower its competent authorities": holds for the whole provision.
  oblige,    ///< "oblige a service provider": the same.
  measures,  ///< "such measures as may be necessary": something is made possible.
  may,       ///< Counts close by only.
  shall,     ///< The same.
  limit,     ///< "no one", "only", "the right to": counts close to a safeguard.
  subject,   ///< "subject to", before a reference.
  purpose,   ///< "for the purpose of": what follows is what something else serves.
  define,    ///< "means".
  none,      ///< Looks like a cue and is none: "by means of".
  criminal,  ///< "as criminal offences": says what is forbidden, and empowers nobody.
};

struct CuePhrase {
  std::string_view language;
  CueKind kind;
  std::string_view words;  ///< " ... " leaves room for up to longest_cue_gap words.
};

inline constexpr std::size_t longest_cue_gap = 6;

/// The words of all languages.
std::span<const CuePhrase> cue_table();

/// Tokens first … last of a text.
struct CueMatch {
  CueKind kind = CueKind::may;
  std::uint32_t first = 0, last = 0;
};

/// Finds the phrases of one language in its tokens. Immutable.
class CueFinder {
 public:
  explicit CueFinder(Analyser& analyser);

  /// Ascending, none overlapping: where phrases begin at one token, the one with most words.
  std::vector<CueMatch> find(const std::vector<Token>& tokens) const;

 private:
  struct Phrase {
    CueKind kind;
    std::vector<std::string> stems;  ///< An empty one is a gap.
  };

  std::unordered_map<std::string_view, std::vector<std::size_t>> by_first_;
  std::vector<Phrase> phrases_;
};

}  // namespace pinlex
