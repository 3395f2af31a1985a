// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "cite_tokens.hpp"
#include "cite_words.hpp"

#include <pinlex/citations/citation.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What a level of an eId is called that names such a unit: "art", "para"; empty for a sentence.
std::string_view eid_prefix(CiteUnit unit);

/// The look of a number: what decides whether "(1)" or "(b)" is a paragraph or a point.
enum class CiteForm : std::uint8_t { digits, letter, roman, none };

/// One level of a cited provision.
struct CiteStep {
  CiteUnit unit = CiteUnit::article;
  std::string number;  ///< As in an eId.
  CiteForm form = CiteForm::digits;
};

using CitePath = std::vector<CiteStep>;  ///< Outermost first.

/// A provision, or a range with its last one.
struct CiteItem {
  CitePath first;
  CitePath last;  ///< Empty where it is no range.
};

/// What was read, and the token behind it.
struct CiteReading {
  std::vector<CiteItem> items;
  std::size_t next = 0;
  CiteCount count = CiteCount::any;  ///< Of the outermost keyword.
};

/// Why reading stopped, for the message.
struct CiteTrouble {
  enum class What : std::uint8_t { missing_number, backward_range };
  What what = What::missing_number;
  std::size_t keyword = 0;  ///< The token it is about,
  std::size_t token = 0;    ///< and the one where it shows.
};

/// Reads the provisions of a citation from tokens: "arts. 16-21", "derde lid van artikel 5".
/// Reading a running text is strict about what a sentence may mean otherwise ("article 5 a State").
class ProvisionGrammar {
 public:
  ProvisionGrammar(const std::vector<CiteToken>& tokens, bool running)
      : tokens_(tokens), running_(running) {}

  /// Whether a keyword, an ordinal or a section sign stands there.
  bool may_begin(std::size_t at) const;

  /// Provisions with keywords: "Article 21(3)", "§ 100a Abs. 1".
  std::optional<CiteReading> read(std::size_t at);

  /// Numbers without a keyword, as behind a name: "21(3)". They count articles.
  std::optional<CiteReading> read_bare(std::size_t at);

  /// Deeper levels behind the instrument: "Article 8 of the ECHR, paragraph 2". False where there
  /// are none; `reading` is then as it was.
  bool read_deeper(CiteReading& reading, std::size_t at);

  /// The first thing that kept a keyword from being read, if any.
  const std::optional<CiteTrouble>& trouble() const { return trouble_; }

 private:
  struct Keyword {
    CiteUnit unit = CiteUnit::article;
    CiteCount count = CiteCount::any;
    std::size_t next = 0;
  };
  struct Number {
    std::string text;
    CiteForm form = CiteForm::digits;
    bool bracketed = false;
    std::size_t next = 0;
  };
  struct Item {
    CitePath path;
    bool bracketed = false;
    std::size_t next = 0;
  };

  const CiteToken* token(std::size_t at) const {
    return at < tokens_.size() ? &tokens_[at] : nullptr;
  }
  bool symbol_at(std::size_t at, char c) const {
    return at < tokens_.size() && tokens_[at].is_symbol(c);
  }
  bool number_at(std::size_t at) const { return at < tokens_.size() && tokens_[at].is_number(); }

  std::optional<Keyword> keyword(std::size_t at) const;
  std::optional<Keyword> keyword_word(std::size_t at) const;
  std::optional<CiteReading> group(std::size_t at);
  std::optional<CiteReading> component(std::size_t at, bool outer_many);
  std::optional<CiteReading> ordinal_component(std::size_t at) const;
  std::optional<CiteReading> numbers(const Keyword& keyword, bool outer_many);
  std::optional<Number> number(std::size_t at, CiteUnit unit) const;
  std::optional<Number> digits(std::size_t at, CiteUnit unit) const;
  std::optional<Number> bracketed(std::size_t at) const;
  std::optional<Number> letters(std::size_t at, CiteUnit unit) const;
  bool letter_stop(std::size_t at) const;
  bool ends_number(std::size_t at) const;
  std::optional<Number> letter_sibling(const Item& like, std::size_t at) const;
  std::optional<Number> code_letter(std::size_t at) const;
  std::optional<Item> item(std::size_t at, CiteUnit unit) const;
  void subdivisions(Item& item) const;
  std::optional<Number> subdivision(const Item& item) const;
  std::optional<Number> bare_letter(const Item& item) const;
  bool range(CiteReading& reading, const Item& first, const Keyword& keyword);
  bool sibling(const Item& like, std::size_t at, Item& out) const;
  bool next_in_list(CiteReading& reading, Item& last, const Keyword& keyword, bool outer_many);
  bool plausible_after(std::size_t at) const;
  bool next_group(CiteReading& reading);
  bool resume_list(CiteReading& reading);
  bool deepen(CiteReading& reading, std::size_t at);
  bool roman_below(CiteReading& reading, std::size_t at);
  bool widen(CiteReading& reading);
  std::size_t after_separator(std::size_t at) const;
  std::size_t after_of(std::size_t at) const;
  std::size_t after_range_sign(std::size_t at, bool& dash) const;

  const std::vector<CiteToken>& tokens_;
  bool running_;
  std::optional<CiteTrouble> trouble_;
};

/// The eIds of what was read, in an instrument of that kind: § counts sections in acts, paragraphs
/// in articles and reports. Groupings above an article are dropped, as ids have them. Empty where
/// nothing remains.
std::vector<CitedProvision> cited_provisions(const CiteReading& reading, std::optional<Kind> kind);

/// Whether the path names what a running text cites: an article, a section, a recital, an annex.
bool is_basic_unit(const CitePath& path);

}  // namespace pinlex
