// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A stem of one language and one that stands for it in the texts of another.
struct TermPair {
  std::string stem, language;        ///< "intercept", "en".
  std::string other_language, other; ///< "nl", "onderschep".
  std::string shown;                 ///< The most frequent word of that stem: "onderscheppen".
  std::uint32_t percent = 0;         ///< How sure it is, 1 to 100.

  friend auto operator<=>(const TermPair&, const TermPair&) = default;
};

/// The dictionary that an index has learnt from texts which it holds in several languages. Lines of
/// tab-separated columns, ascending by stem, searched where they lie. Immutable.
class TermPairs {
 public:
  TermPairs() = default;

  /// The pairs in any order.
  explicit TermPairs(std::vector<TermPair> pairs);

  /// Takes what bytes() gave; looks at its end only. Lines that are none are passed over.
  static Result<TermPairs> decode(std::string bytes);

  const std::string& bytes() const { return bytes_; }
  bool empty() const { return bytes_.empty(); }

  /// SHA-256 of the bytes, hexadecimal; empty where there are none.
  std::string fingerprint() const;

  /// All pairs of a stem, of whatever language.
  std::vector<TermPair> of(std::string_view stem) const;

 private:
  std::string bytes_;
};

}  // namespace pinlex
