// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// One word of a text. Views stay valid until the analyser that made them is trimmed or destroyed.
struct Token {
  std::uint32_t begin = 0;  ///< Byte range [begin, end) in the text that was analysed.
  std::uint32_t end = 0;
  std::uint32_t position = 0;  ///< Counts words from the start value given; stop words count.
  std::string_view folded;     ///< Case- and mark-folded form: what `exact:` compares.
  std::string_view stem;       ///< The index term of the word, 1 … 128 bytes.
};

/// Turns the text of one language into tokens: repair, segmentation (ICU word boundaries), folding
/// (NFKC_Casefold, diacritics by language), variants, protected words, stemming (Snowball).
/// A language without rules of its own is segmented and folded, and its words are their own stems.
/// Hyphened words that others write without are one token with the whole range ("co-operation",
/// "e-mail": folded with the hyphen, stemmed without); an elided article is a token of its own
/// ("l'interception"). To read a word of a query, pass it as typed, hyphens included.
/// Not thread-safe (it keeps a table from word to stem); make one for each thread.
class Analyser {
 public:
  /// `language` is an ISO 639-1 code. Any text is accepted.
  explicit Analyser(std::string_view language);
  ~Analyser();
  Analyser(Analyser&&) noexcept;
  Analyser& operator=(Analyser&&) noexcept;

  /// Appends the words of `text` (UTF-8; ill-formed bytes separate words) to `out`, the first at
  /// position `first_position`. Ranges ascend and do not overlap.
  void analyse(std::string_view text, std::uint32_t first_position, std::vector<Token>& out);

  /// Forgets the word table when it has grown past `bound` bytes. Invalidates all tokens made.
  void trim(std::size_t bound = 64 << 20);

  const std::string& language() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Whether a folded word only joins others ("the", "of", "what") in that language. Such words are
/// indexed and count in phrases, but do not rank beside others.
bool is_stop_word(std::string_view language, std::string_view folded);

/// The languages with rules of their own (a stemmer or stop words), ISO 639-1 codes in ascending
/// order.
const std::vector<std::string>& analysed_languages();

/// Everything that decides which terms a text yields, as one line: version of the analyser and its
/// tables, Unicode and break-rule versions, stemmers. Written into the index and compared at
/// opening; equal recipes yield equal terms.
std::string analyser_recipe();

}  // namespace pinlex
