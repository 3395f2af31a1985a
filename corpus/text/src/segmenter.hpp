// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace pinlex {

/// A word in a text: bytes [begin, end).
struct WordSegment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool mixed = false;  ///< May hold more than letters, digits and underscores.
};

/// Cuts a text into words at ICU's word boundaries for one language. Not thread-safe.
class Segmenter {
 public:
  explicit Segmenter(std::string_view language);
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  /// Appends the words of well-formed UTF-8. Characters with simple rules (Latin, Cyrillic, Greek,
  /// Arabic, digits and common punctuation) are cut by a table; ICU gets the stretches between
  /// blanks that hold anything else.
  void segment(std::string_view text, std::vector<WordSegment>& out);

  /// The same by ICU alone, for comparison.
  void segment_by_icu(std::string_view text, std::vector<WordSegment>& out);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace pinlex
