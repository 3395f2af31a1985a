// SPDX-License-Identifier: GPL-2.0-or-later
#include "cite_provisions.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace pinlex {
namespace {

constexpr std::size_t max_items = 100;
constexpr std::size_t max_steps = 12;
constexpr std::size_t max_ordinals = 6;

bool is_article_like(CiteUnit unit) {
  return unit == CiteUnit::article || unit == CiteUnit::section || unit == CiteUnit::sign;
}

long leading_value(const std::string& number) { return std::strtol(number.c_str(), nullptr, 10); }

/// Numbers in the order of a text: 706-95 before 706-102, 12 before 12bis.
int compare_numbers(std::string_view a, std::string_view b) {
  while (!a.empty() || !b.empty()) {
    const auto value = [](std::string_view& rest) {
      long out = 0;
      while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') {
        out = out * 10 + (rest[0] - '0');
        rest.remove_prefix(1);
      }
      return out;
    };
    const long x = value(a), y = value(b);
    if (x != y) return x < y ? -1 : 1;
    if (a.empty() || b.empty()) return a.empty() ? (b.empty() ? 0 : -1) : 1;
    if (a[0] != b[0]) return a[0] < b[0] ? -1 : 1;
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  return 0;
}

/// Whether the end of a range lies behind its beginning. Forms that cannot be compared pass.
bool ascends(const CitePath& first, const CitePath& last) {
  const std::size_t shared = std::min(first.size(), last.size());
  for (std::size_t i = 0; i < shared; ++i) {
    const CiteStep& a = first[i];
    const CiteStep& b = last[i];
    if (a.form != b.form) return true;
    const auto x = small_roman(a.number), y = small_roman(b.number);
    const bool roman = a.form == CiteForm::roman && x != y;
    const int order = roman ? (x < y ? -1 : 1) : compare_numbers(a.number, b.number);
    if (order != 0) return order < 0;
  }
  return last.size() > first.size();
}

/// "paragraph (a)" is a point: only its form tells.
CiteUnit unit_of_form(CiteUnit unit, CiteForm form) {
  const bool letter = form == CiteForm::letter || form == CiteForm::roman;
  const bool paragraph = unit == CiteUnit::paragraph || unit == CiteUnit::alinea ||
                         unit == CiteUnit::subparagraph || unit == CiteUnit::subsection;
  return letter && paragraph ? CiteUnit::point : unit;
}

}  // namespace

bool ProvisionGrammar::may_begin(std::size_t at) const {
  const CiteToken& here = tokens_[at];
  if (here.is_sign()) return true;
  if (here.is_number()) return at + 1 < tokens_.size() && ordinal_component(at).has_value();
  return here.is_word() && (find_unit(here.text) != nullptr || find_ordinal(here.text) != nullptr);
}

std::optional<ProvisionGrammar::Keyword> ProvisionGrammar::keyword_word(std::size_t at) const {
  const CiteToken* word = token(at);
  if (word == nullptr || !word->is_word()) return std::nullopt;
  if (word->is("sub") && symbol_at(at + 1, '-')) {
    const auto inner = keyword_word(at + 2);
    if (inner && inner->unit == CiteUnit::paragraph) {
      return Keyword{CiteUnit::subparagraph, inner->count, inner->next};
    }
  }
  const CiteUnitWord* row = find_unit(word->text);
  if (row == nullptr) return std::nullopt;
  std::size_t next = at + 1;
  const bool dotted = symbol_at(next, '.') && !tokens_[next].spaced;
  if (row->dot == CiteDot::must && !dotted && running_) return std::nullopt;
  if (row->dot != CiteDot::never && dotted) ++next;
  return Keyword{row->unit, row->count, next};
}

std::optional<ProvisionGrammar::Keyword> ProvisionGrammar::keyword(std::size_t at) const {
  if (at >= tokens_.size()) return std::nullopt;
  if (tokens_[at].is_sign()) {
    const bool twice = at + 1 < tokens_.size() && tokens_[at + 1].is_sign();
    return Keyword{CiteUnit::sign, twice ? CiteCount::many : CiteCount::any, at + (twice ? 2 : 1)};
  }
  auto found = keyword_word(at);
  if (!found) return found;
  // "Article No. 5", "article n° 5"
  std::size_t next = found->next;
  if (next < tokens_.size() && is_number_word(tokens_[next].text)) {
    ++next;
    while (symbol_at(next, '.') || (next < tokens_.size() && tokens_[next].is("\xC2\xB0"))) ++next;
    if (number_at(next)) found->next = next;
  }
  // "onder onderdeel b" says it twice.
  if (const auto again = keyword_word(found->next); again && again->unit == found->unit) {
    return again;
  }
  return found;
}

std::size_t ProvisionGrammar::after_of(std::size_t at) const {
  std::size_t next = at;
  if (symbol_at(next, ',')) ++next;
  const std::size_t first = next;
  while (next < tokens_.size() && next < first + 5 &&
         (is_of_word(tokens_[next].text) || tokens_[next].is_symbol('\''))) {
    ++next;
  }
  return next == first ? at : next;
}

std::optional<CiteReading> ProvisionGrammar::component(std::size_t at, bool outer_many) {
  if (auto counted = ordinal_component(at)) return counted;
  const auto found = keyword(at);
  if (!found) return std::nullopt;
  if (found->unit == CiteUnit::preamble) {
    return CiteReading{{{{{found->unit, "", CiteForm::none}}, {}}}, found->next, found->count};
  }
  if (auto read = numbers(*found, outer_many)) return read;
  if (found->unit == CiteUnit::annex && !running_) {
    return CiteReading{{{{{found->unit, "", CiteForm::none}}, {}}}, found->next, found->count};
  }
  if (!trouble_) {
    trouble_ = CiteTrouble{CiteTrouble::What::missing_number, at, found->next};
  }
  return std::nullopt;
}

std::optional<CiteReading> ProvisionGrammar::ordinal_component(std::size_t at) const {
  std::vector<std::pair<std::uint32_t, bool>> values;  // the flag: a range goes on to the next
  std::size_t next = at;
  while (values.size() < max_ordinals && next < tokens_.size()) {
    const CiteToken& here = tokens_[next];
    if (const CiteOrdinal* word = here.is_word() ? find_ordinal(here.text) : nullptr) {
      values.emplace_back(word->value, false);
    } else {
      const auto letter = here.is_number() ? here.text.find_first_not_of("0123456789") : 0;
      if (letter == 0 || letter > 3 || letter == std::string::npos) return std::nullopt;
      if (!is_ordinal_ending(std::string_view(here.text).substr(letter))) return std::nullopt;
      values.emplace_back(static_cast<std::uint32_t>(leading_value(here.text)), false);
    }
    ++next;
    const auto unit = keyword_word(next);
    if (unit && depth(unit->unit) != depth(CiteUnit::article) && depth(unit->unit) != 0) {
      CiteReading reading{{}, unit->next, unit->count};
      for (std::size_t i = 0; i < values.size(); ++i) {
        CiteItem item{{{unit->unit, std::to_string(values[i].first), CiteForm::digits}}, {}};
        if (values[i].second && i + 1 < values.size()) {
          item.last = {{unit->unit, std::to_string(values[++i].first), CiteForm::digits}};
        }
        reading.items.push_back(std::move(item));
      }
      return reading;
    }
    bool dash = false;
    if (const std::size_t after = after_range_sign(next, dash); after != next) {
      values.back().second = true;
      next = after;
    } else if (const std::size_t separated = after_separator(next); separated != next) {
      next = separated;
    } else {
      return std::nullopt;
    }
    // "het eerste tot en met het derde lid"
    while (next < tokens_.size() && is_definite_word(tokens_[next].text)) ++next;
  }
  return std::nullopt;
}

std::optional<ProvisionGrammar::Item> ProvisionGrammar::item(std::size_t at, CiteUnit unit) const {
  const auto found = number(at, unit);
  if (!found) return std::nullopt;
  Item out{
      {{unit_of_form(unit, found->form), found->text, found->form}}, found->bracketed, found->next};
  subdivisions(out);
  return out;
}

std::optional<CiteReading> ProvisionGrammar::numbers(const Keyword& keyword, bool outer_many) {
  auto first = item(keyword.next, keyword.unit);
  if (!first) return std::nullopt;
  CiteReading reading{{}, 0, keyword.count};
  Item last = std::move(*first);
  while (true) {
    reading.next = last.next;
    if (!range(reading, last, keyword)) reading.items.push_back({last.path, {}});
    if (reading.items.size() >= max_items) break;
    if (!next_in_list(reading, last, keyword, outer_many)) break;
  }
  return reading;
}

bool ProvisionGrammar::range(CiteReading& reading, const Item& first, const Keyword& keyword) {
  bool dash = false;
  const std::size_t at = after_range_sign(first.next, dash);
  if (at == first.next) return false;
  Item last;
  if (!sibling(first, at, last)) {
    std::size_t number = at;
    if (const auto again = this->keyword(at); again && again->unit == keyword.unit) {
      number = again->next;
    }
    auto found = item(number, keyword.unit);
    if (!found || found->path.front().form != first.path.front().form) return false;
    last = std::move(*found);
  }
  if (!ascends(first.path, last.path)) {
    if (!running_ && !trouble_) {
      trouble_ = CiteTrouble{CiteTrouble::What::backward_range, first.next, at};
    }
    return false;
  }
  reading.items.push_back({first.path, last.path});
  reading.next = last.next;
  return true;
}

bool ProvisionGrammar::next_in_list(CiteReading& reading, Item& last, const Keyword& keyword,
                                    bool outer_many) {
  const std::size_t at = after_separator(reading.next);
  if (at == reading.next) return false;
  if (sibling(last, at, last)) return true;
  // "artikelen 311, onder 3°, en 416": the number counts articles.
  const bool comma = symbol_at(reading.next, ',');
  const bool outer_goes_on = keyword.count == CiteCount::one ||
                             (keyword.count == CiteCount::any && comma && at > reading.next + 1);
  std::size_t number_begin = at;
  if (const auto again = this->keyword(at); again && again->unit == keyword.unit) {
    number_begin = again->next;
  } else if ((outer_many && outer_goes_on && number_at(at)) || ordinal_component(at)) {
    return false;
  }
  const auto next = item(number_begin, keyword.unit);
  if (!next || next->path.front().form != last.path.front().form) return false;
  // "Article 5, 2001": a year is no member of the list.
  const auto& text = next->path.front().number;
  if (text.size() >= 4 && leading_value(text) >= 1000 &&
      leading_value(last.path.front().number) < 1000) {
    return false;
  }
  const bool comma_alone = comma && at == reading.next + 1;
  if (running_ && keyword.count == CiteCount::one && comma_alone) return false;
  const bool article = keyword.unit == CiteUnit::article && keyword.count == CiteCount::any;
  const bool one = keyword.count != CiteCount::many && !article;
  if (running_ && one && number_begin == at && !plausible_after(next->next)) return false;
  last = *next;
  return true;
}

bool ProvisionGrammar::plausible_after(std::size_t at) const {
  const CiteToken* next = token(at);
  if (next == nullptr || !next->is_word() || next->capital) return true;
  return is_of_word(next->text) || is_and_word(next->text) || is_range_word(next->text) ||
         find_unit(next->text) != nullptr;
}

bool ProvisionGrammar::deepen(CiteReading& reading, std::size_t at) {
  std::size_t begin = at;
  const bool enclosed = symbol_at(at, '(');  // "Articles 3, 4 (paragraph 1) and 7"
  if (enclosed) ++begin;
  while (symbol_at(begin, ',') || symbol_at(begin, ':')) ++begin;
  if (begin < tokens_.size() && tokens_[begin].is("aanhef")) {
    ++begin;
    if (begin < tokens_.size() && tokens_[begin].is("en")) ++begin;
  }
  CiteItem& base = reading.items.back();
  if (!base.last.empty() || base.first.size() >= max_steps) return false;
  const auto found = keyword(begin);
  const auto counted = ordinal_component(begin);
  if (!found && !counted) return !enclosed && roman_below(reading, begin);
  const CiteUnit below = counted ? counted->items.front().first.front().unit : found->unit;
  // "Satz 1 Nr. 2": a sentence is no level.
  const bool sentence = base.first.back().unit == CiteUnit::sentence && base.first.size() > 1;
  const CiteUnit above = base.first[base.first.size() - (sentence ? 2 : 1)].unit;
  const bool grouping = depth(above) <= 1 && depth(below) <= 1 && above != below;
  const bool nested = above == CiteUnit::point && below == CiteUnit::point;
  const bool in_article = is_article_like(above) && below == CiteUnit::sign && above != below;
  if (depth(below) <= depth(above) && !nested && !in_article &&
      !(above == CiteUnit::paragraph && below == CiteUnit::alinea) && !grouping) {
    return false;
  }
  auto inner = component(begin, reading.count == CiteCount::many);
  if (!inner) return false;
  if (enclosed && !symbol_at(inner->next - 1, ')')) {
    if (!symbol_at(inner->next, ')')) return false;
    ++inner->next;
  }
  if (nested && inner->items.front().first.front().form == base.first.back().form) return false;
  const CitePath outer = base.first;
  reading.items.pop_back();
  for (CiteItem& item : inner->items) {
    item.first.insert(item.first.begin(), outer.begin(), outer.end());
    if (!item.last.empty()) item.last.insert(item.last.begin(), outer.begin(), outer.end());
    reading.items.push_back(std::move(item));
  }
  reading.next = inner->next;
  return true;
}

/// "onderdeel a, ii, van": a Roman numeral behind a letter and a comma.
bool ProvisionGrammar::roman_below(CiteReading& reading, std::size_t at) {
  CitePath& path = reading.items.back().first;
  const bool letter = path.back().unit == CiteUnit::point && path.back().form == CiteForm::letter;
  const CiteToken* here = token(at);
  if (!letter || here == nullptr || !here->is_word() || small_roman(here->text) == 0) return false;
  const bool comma = symbol_at(at + 1, ',') || symbol_at(at + 1, ')');
  const bool joined = at + 1 < tokens_.size() && is_and_word(tokens_[at + 1].text);
  if (here->upper || (!comma && !joined)) return false;
  Item item{path, false, at + 1};
  item.path.push_back({CiteUnit::point, here->text, CiteForm::roman});
  path = item.path;
  reading.next = item.next;
  const std::size_t more = after_separator(reading.next);
  Item next;
  if (joined && sibling(item, more, next)) {
    reading.items.push_back({next.path, {}});
    reading.next = next.next;
  }
  return true;
}

bool ProvisionGrammar::widen(CiteReading& reading) {
  const std::size_t at = after_of(reading.next);
  if (at == reading.next) return false;
  const auto found = keyword(at);
  const auto counted = ordinal_component(at);
  if (!found && !counted) return false;
  const CiteUnit above = counted ? counted->items.front().first.front().unit : found->unit;
  const CiteUnit below = reading.items.front().first.front().unit;
  const bool sign_in_article = below == CiteUnit::sign && above == CiteUnit::article;
  if (depth(above) >= depth(below) && !sign_in_article) return false;
  const auto outer = component(at, false);
  if (!outer) return false;
  std::vector<CiteItem> composed;
  for (const CiteItem& whole : outer->items) {
    if (!whole.last.empty()) return false;
    for (CiteItem item : reading.items) {
      item.first.insert(item.first.begin(), whole.first.begin(), whole.first.end());
      if (!item.last.empty()) {
        item.last.insert(item.last.begin(), whole.first.begin(), whole.first.end());
      }
      if (item.first.size() <= max_steps) composed.push_back(std::move(item));
      if (composed.size() > max_items) return false;
    }
  }
  reading.items = std::move(composed);
  reading.next = outer->next;
  reading.count = outer->count;
  return true;
}

bool ProvisionGrammar::resume_list(CiteReading& reading) {
  // "Articles 16, paragraph 2, and 17": the list goes on one level up.
  if (reading.count != CiteCount::many) return false;
  const CiteStep& outermost = reading.items.back().first.front();
  const std::size_t at = after_separator(reading.next);
  if (at == reading.next || reading.items.back().first.size() < 2 || !number_at(at)) return false;
  if (ordinal_component(at)) return false;
  const auto more = numbers({outermost.unit, reading.count, at}, false);
  if (!more) return false;
  reading.items.insert(reading.items.end(), more->items.begin(), more->items.end());
  reading.next = more->next;
  return true;
}

std::optional<CiteReading> ProvisionGrammar::group(std::size_t at) {
  auto reading = component(at, false);
  if (!reading) return std::nullopt;
  while (reading->items.size() < max_items &&
         (deepen(*reading, reading->next) || widen(*reading) || resume_list(*reading))) {
  }
  return reading;
}

bool ProvisionGrammar::next_group(CiteReading& reading) {
  std::size_t at = after_separator(reading.next);
  if (at == reading.next || at >= tokens_.size()) return false;
  if (!may_begin(at)) at = after_of(at);  // "et de l'article 5"
  if (at >= tokens_.size() || !may_begin(at)) return false;
  auto more = group(at);
  if (!more) return false;
  const CitePath last = reading.items.back().first;  // a copy: items grow below
  for (CiteItem& item : more->items) {
    // "Article 21(1) and paragraph 3": the article is the one just named.
    const int level = depth(item.first.front().unit);
    CitePath above;
    for (const CiteStep& step : last) {
      if (depth(step.unit) < level) above.push_back(step);
    }
    if (level > depth(CiteUnit::article) && above.empty()) return false;
    if (level <= depth(CiteUnit::article)) above.clear();
    item.first.insert(item.first.begin(), above.begin(), above.end());
    if (!item.last.empty()) item.last.insert(item.last.begin(), above.begin(), above.end());
    reading.items.push_back(std::move(item));
  }
  reading.next = more->next;
  return true;
}

std::optional<CiteReading> ProvisionGrammar::read(std::size_t at) {
  auto reading = group(at);
  if (!reading) return std::nullopt;
  while (reading->items.size() < max_items && next_group(*reading)) {
  }
  return reading;
}

std::optional<CiteReading> ProvisionGrammar::read_bare(std::size_t at) {
  if (!number_at(at)) return std::nullopt;
  auto reading = numbers({CiteUnit::article, CiteCount::any, at}, false);
  if (!reading) return std::nullopt;
  while (reading->items.size() < max_items && deepen(*reading, reading->next)) {
  }
  return reading;
}

bool ProvisionGrammar::read_deeper(CiteReading& reading, std::size_t at) {
  const std::size_t before = reading.next;
  if (!deepen(reading, at)) {
    reading.next = before;
    return false;
  }
  while (reading.items.size() < max_items && deepen(reading, reading.next)) {
  }
  return true;
}

}  // namespace pinlex
