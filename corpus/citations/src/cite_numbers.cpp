// SPDX-License-Identifier: GPL-2.0-or-later
// The numbers of provisions, and what stands between them.
#include "cite_provisions.hpp"

#include <algorithm>
#include <cstdlib>

namespace pinlex {
namespace {

constexpr std::size_t max_depth = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

bool is_article_like(CiteUnit unit) {
  return unit == CiteUnit::article || unit == CiteUnit::section || unit == CiteUnit::sign;
}

/// Whether the word can number a point: one letter, one letter twice, or a Roman numeral.
CiteForm point_form(const CiteToken& token) {
  const std::string& word = token.text;
  if (!token.is_word() || token.end - token.begin != word.size()) return CiteForm::none;
  if (!std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
    return CiteForm::none;
  }
  if (word.size() == 1) return CiteForm::letter;
  if (small_roman(word) != 0) return CiteForm::roman;
  return word.size() == 2 && word[0] == word[1] ? CiteForm::letter : CiteForm::none;
}

/// "i", "v" and "x" under a letter are Roman, as is "ii" anywhere.
CiteForm form_below(const CitePath& path, const std::string& text, CiteForm form) {
  const bool doubtful = form == CiteForm::letter && small_roman(text) != 0;
  const CiteForm above = path.back().form;
  const bool point = path.back().unit == CiteUnit::point;
  return doubtful && point && (above == CiteForm::letter || above == CiteForm::digits)
             ? CiteForm::roman
             : form;
}

CiteUnit unit_below(const CitePath& path, CiteForm form) {
  const CiteUnit above = path.back().unit;
  const bool may_hold_paragraphs =
      is_article_like(above) || above == CiteUnit::annex || above == CiteUnit::schedule;
  return may_hold_paragraphs && form == CiteForm::digits ? CiteUnit::paragraph : CiteUnit::point;
}

}  // namespace

std::size_t ProvisionGrammar::after_separator(std::size_t at) const {
  std::size_t next = at;
  if (symbol_at(next, ',') || symbol_at(next, '&') || (!running_ && symbol_at(next, ';'))) ++next;
  if (next < tokens_.size() && tokens_[next].is_word() && is_and_word(tokens_[next].text)) {
    ++next;
    if (symbol_at(next, '.')) ++next;  // "jo."
    if (symbol_at(next, '/') && next + 1 < tokens_.size() && is_and_word(tokens_[next + 1].text)) {
      next += 2;  // "and/or"
    }
    // French and Spanish repeat the article word: "et de l'article 5"; it belongs to no list here.
  }
  return next;
}

std::size_t ProvisionGrammar::after_range_sign(std::size_t at, bool& dash) const {
  const CiteToken* here = token(at);
  if (here == nullptr) return at;
  if (here->is_symbol('-')) {
    dash = true;
    return at + 1;
  }
  if (here->is("t") && symbol_at(at + 1, '/') && at + 2 < tokens_.size() &&
      tokens_[at + 2].is("m")) {
    return at + 3;
  }
  if (!here->is_word() || !is_range_word(here->text)) return at;
  std::size_t next = at + 1;
  // "tot en met", "bis zu", "up to"
  if (next + 1 < tokens_.size() && tokens_[next].is("en") && tokens_[next + 1].is("met")) next += 2;
  if (here->is("bis") && next < tokens_.size() && tokens_[next].is("zu")) ++next;
  return next;
}

std::optional<ProvisionGrammar::Number> ProvisionGrammar::digits(std::size_t at,
                                                                 CiteUnit unit) const {
  Number out;
  out.text = tokens_[at].text;
  out.next = at + 1;
  const auto letters = out.text.find_first_not_of("0123456789");
  if (std::min(letters, out.text.size()) > 6 || out.text.size() > 18) return std::nullopt;
  if (out.text.find('+') != std::string::npos) return std::nullopt;
  if (letters != std::string::npos && out.text.substr(letters) == "er") out.text.resize(letters);
  if (out.next < tokens_.size() && tokens_[out.next].is("\xC2\xB0")) ++out.next;
  // "706-102-1" is one number, "16-21" is a range: it ascends.
  std::string chained = out.text;
  std::size_t next = out.next;
  int parts = 1;
  bool ascending = true;
  while (symbol_at(next, '-') && !tokens_[next].spaced && number_at(next + 1) &&
         !tokens_[next + 1].spaced && parts < 5) {
    const auto& part = tokens_[next + 1].text;
    const auto before = chained.substr(chained.rfind('-') + 1);
    const long a = std::strtol(before.c_str(), nullptr, 10);
    const long b = std::strtol(part.c_str(), nullptr, 10);
    ascending = b > a || (b == a && part > before);
    chained += "-" + part;
    next += 2;
    ++parts;
  }
  if (chained.size() <= 30 && (parts > 2 || (parts == 2 && !ascending))) {
    out.text = chained;
    out.next = next;
  }
  const CiteToken* word = token(out.next);
  if (word == nullptr || !word->is_word()) return out;
  const bool number_follows = number_at(out.next + 1);
  const bool section_letter = unit == CiteUnit::sign && word->text.size() == 1 && !word->capital &&
                              !is_and_word(word->text) && plausible_after(out.next + 1);
  // "12 bis", "§ 100 a"
  const bool insert = is_insert_word(word->text) && (!running_ || ends_number(out.next + 1));
  if ((insert || section_letter) && !number_follows && all_digits(out.text)) {
    out.text += word->text;
    ++out.next;
  }
  return out;
}

std::optional<ProvisionGrammar::Number> ProvisionGrammar::bracketed(std::size_t at) const {
  if (!symbol_at(at, '(') || at + 2 >= tokens_.size()) return std::nullopt;
  const CiteToken& inside = tokens_[at + 1];
  std::size_t close = at + 2;
  Number out;
  out.bracketed = true;
  out.text = inside.text;
  if (inside.is_number()) {
    const auto letters = out.text.find_first_not_of("0123456789");
    if (std::min(letters, out.text.size()) > 3 || out.text.size() > 9) return std::nullopt;
    out.form = CiteForm::digits;
    if (close + 1 < tokens_.size() && is_insert_word(tokens_[close].text)) {
      out.text += tokens_[close++].text;
    }
  } else {
    out.form = point_form(inside);
    if (out.form == CiteForm::none) return std::nullopt;
  }
  if (!symbol_at(close, ')')) return std::nullopt;
  out.next = close + 1;
  return out;
}

std::optional<ProvisionGrammar::Number> ProvisionGrammar::letters(std::size_t at,
                                                                  CiteUnit unit) const {
  const CiteToken& here = tokens_[at];
  const bool grouping = depth(unit) <= 1;
  if (grouping || unit == CiteUnit::article) {
    const auto roman = here.upper ? small_roman(here.text) : 0;
    if (roman != 0) return Number{std::to_string(roman), CiteForm::digits, false, at + 1};
    const bool annex = unit == CiteUnit::annex || unit == CiteUnit::schedule;
    if (annex && here.upper && here.text.size() == 1) {
      return Number{here.text, CiteForm::letter, false, at + 1};
    }
    return std::nullopt;
  }
  if (const CiteOrdinal* word = find_ordinal(here.text); word != nullptr && word->follows) {
    return Number{std::to_string(word->value), CiteForm::digits, false, at + 1};
  }
  if (depth(unit) < depth(CiteUnit::paragraph)) return std::nullopt;
  const CiteForm form = point_form(here);
  if (form == CiteForm::none) return std::nullopt;
  const bool closed = symbol_at(at + 1, ')') || letter_stop(at + 1);
  const bool paragraph = depth(unit) < depth(CiteUnit::point);
  if (running_ && paragraph && !closed && !ends_number(at + 1)) return std::nullopt;
  return Number{here.text, form, false, at + (closed ? 2 : 1)};
}

/// The full stop of "sub-paragraphs d. and e", not that of a sentence.
bool ProvisionGrammar::letter_stop(std::size_t at) const {
  if (!symbol_at(at, '.') || tokens_[at].spaced || at + 1 >= tokens_.size()) return false;
  const CiteToken& next = tokens_[at + 1];
  if (next.is_symbol(',') || next.is_symbol(')')) return true;
  return next.is_word() && next.spaced && !next.capital && ends_number(at + 1);
}

/// Whether a letter before that token can be a number: "paragraph b of", not "in paragraph a
/// Party".
bool ProvisionGrammar::ends_number(std::size_t at) const {
  const CiteToken* next = token(at);
  if (next == nullptr || next->type == CiteTokenType::blank_line) return true;
  if (!next->is_word()) return !next->is_symbol('-') && !next->is_symbol('\'');
  return is_of_word(next->text) || is_and_word(next->text) || is_range_word(next->text) ||
         is_place_word(next->text) || find_unit(next->text) != nullptr;
}

std::optional<ProvisionGrammar::Number> ProvisionGrammar::code_letter(std::size_t at) const {
  // The parts of French codes: "L. 851-1", "R 226-1".
  const CiteToken& here = tokens_[at];
  if (!here.upper || !(here.is("l") || here.is("r") || here.is("d"))) return std::nullopt;
  const std::size_t number_begin = at + (symbol_at(at + 1, '.') ? 2 : 1);
  if (!number_at(number_begin)) return std::nullopt;
  auto found = digits(number_begin, CiteUnit::article);
  if (found) found->text.insert(0, here.text);
  return found;
}

std::optional<ProvisionGrammar::Number> ProvisionGrammar::number(std::size_t at,
                                                                 CiteUnit unit) const {
  const CiteToken* here = token(at);
  if (here == nullptr) return std::nullopt;
  if (here->is_number()) {
    auto found = digits(at, unit);
    const bool small = depth(unit) >= depth(CiteUnit::paragraph);
    if (found && small && symbol_at(found->next, ')')) ++found->next;  // "numeral 2)"
    return found;
  }
  if (here->is_symbol('(') && !is_article_like(unit)) return bracketed(at);
  if (!here->is_word()) return std::nullopt;
  if (unit == CiteUnit::article) {
    if (auto code = code_letter(at)) return code;
  }
  return letters(at, unit);
}

std::optional<ProvisionGrammar::Number> ProvisionGrammar::bare_letter(const Item& item) const {
  // "1 b i", "21(1)b", "5 b)". A letter that joins two numbers is none: "5 y 6", "16 a 21".
  const CiteToken* here = token(item.next);
  if (here == nullptr || !here->is_word()) return std::nullopt;
  const CiteForm form = point_form(*here);
  const auto next = token(item.next + 1);
  bool dash = false;
  if (here->is("t") && after_range_sign(item.next, dash) != item.next) return std::nullopt;
  if (next != nullptr && next->is_number() && here->spaced) return std::nullopt;
  const CiteUnit above = item.path.back().unit;
  if (here->upper && is_article_like(above) && !running_ && here->spaced) {
    const auto roman = small_roman(here->text);  // "Art. 8 II EMRK"
    if (roman == 0) return std::nullopt;
    return Number{std::to_string(roman), CiteForm::digits, false, item.next + 1};
  }
  if (form == CiteForm::none || here->upper) return std::nullopt;
  const bool closed = symbol_at(item.next + 1, ')');
  const bool ends = next == nullptr || !next->is_word() || is_of_word(next->text) ||
                    find_unit(next->text) != nullptr;
  const bool apostrophe = symbol_at(item.next + 1, '\'');
  if (apostrophe || (running_ && here->spaced && !closed && !ends)) return std::nullopt;
  return Number{here->text, form, false, item.next + (closed ? 2 : 1)};
}

std::optional<ProvisionGrammar::Number> ProvisionGrammar::subdivision(const Item& item) const {
  const std::size_t at = item.next;
  const CiteToken* here = token(at);
  if (here == nullptr) return std::nullopt;
  if (here->is_symbol('(')) {
    auto found = bracketed(at);
    // "Article 5 (2001)" and "Article 21 (ECHR)" are something else; bracketed() has seen to it.
    return found;
  }
  if (here->is_symbol('.') && !here->spaced && at + 1 < tokens_.size() && !tokens_[at + 1].spaced) {
    const CiteToken& below = tokens_[at + 1];
    if (below.is_number()) {
      auto found = digits(at + 1, CiteUnit::paragraph);
      if (found && symbol_at(found->next, ')')) ++found->next;
      return found;
    }
    const CiteForm form = point_form(below);
    if (form == CiteForm::none) return std::nullopt;
    const bool closed = symbol_at(at + 2, ')');
    return Number{below.text, form, false, at + (closed ? 3 : 2)};
  }
  return bare_letter(item);
}

void ProvisionGrammar::subdivisions(Item& item) const {
  const CiteUnit unit = item.path.front().unit;
  if (unit == CiteUnit::recital || unit == CiteUnit::footnote || unit == CiteUnit::sentence) return;
  if (unit == CiteUnit::chapter || unit == CiteUnit::part || unit == CiteUnit::title) return;
  while (item.path.size() < max_depth) {
    auto found = subdivision(item);
    if (!found) return;
    found->form = form_below(item.path, found->text, found->form);
    item.path.push_back({unit_below(item.path, found->form), found->text, found->form});
    item.next = found->next;
  }
}

/// "9.1.a and c", "a.i or ii", "1 a), b) (i) or c)"
std::optional<ProvisionGrammar::Number> ProvisionGrammar::letter_sibling(const Item& like,
                                                                         std::size_t at) const {
  const CiteToken* here = token(at);
  if (here == nullptr || like.path.size() < 2 || like.path.back().unit != CiteUnit::point) {
    return std::nullopt;
  }
  CiteForm form = point_form(*here);
  if (form == CiteForm::none || here->upper) return std::nullopt;
  const CiteForm above = like.path.back().form;
  if (above == CiteForm::roman && small_roman(here->text) != 0) form = above;
  const bool closed = symbol_at(at + 1, ')');
  if (!closed && form != above) return std::nullopt;
  if (!closed && !letter_stop(at + 1) && !ends_number(at + 1)) return std::nullopt;
  return Number{here->text, form, false, at + (closed || letter_stop(at + 1) ? 2 : 1)};
}

bool ProvisionGrammar::sibling(const Item& like, std::size_t at, Item& out) const {
  auto found = bracketed(at);
  if (!found) found = letter_sibling(like, at);
  if (!found) return false;
  // The deepest step of the same look is the one that changes: (1)(a) or (b), (i) and (ii).
  std::size_t step = like.path.size();
  const bool doubtful = found->form == CiteForm::letter && small_roman(found->text) != 0;
  while (step > 0) {
    --step;
    const CiteStep& candidate = like.path[step];
    if (step == 0 && (!like.bracketed || is_article_like(candidate.unit))) return false;
    if (candidate.form == found->form) break;
    if (doubtful && candidate.form == CiteForm::roman) {
      found->form = CiteForm::roman;
      break;
    }
    if (found->form == CiteForm::roman && small_roman(candidate.number) != 0) break;
    if (step == 0) return false;
  }
  if (like.path.empty()) return false;
  Item item;
  item.path.assign(like.path.begin(), like.path.begin() + static_cast<std::ptrdiff_t>(step));
  item.path.push_back({like.path[step].unit, found->text, found->form});
  item.bracketed = like.bracketed;
  item.next = found->next;
  subdivisions(item);
  out = std::move(item);
  return true;
}

}  // namespace pinlex
