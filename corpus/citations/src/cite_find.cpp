// SPDX-License-Identifier: GPL-2.0-or-later
#include "cite_find.hpp"

#include "cite_id.hpp"
#include "cite_words.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace pinlex {
namespace {

/// How far around a number a citation may reach, in bytes: the longest titles have 400.
constexpr std::size_t reach_back = 500;
constexpr std::size_t reach_on = 900;

constexpr std::string_view section_sign = "\xC2\xA7";

using Range = std::pair<std::size_t, std::size_t>;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_byte(char c) {
  return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Bytes that a citation may betray itself by.
constexpr std::array<bool, 256> make_telling() {
  std::array<bool, 256> table{};
  for (unsigned char c = '0'; c <= '9'; ++c) table[c] = true;
  table['#'] = true;
  table['p'] = table['P'] = true;  // preamble
  return table;
}
constexpr std::array<bool, 256> telling = make_telling();

/// The folded word that ends before `at`, past blanks, full stops, brackets and degree signs.
std::string word_before(std::string_view text, std::size_t& at) {
  std::size_t skipped = 0;
  while (at > 0 && !(is_word_byte(text[at - 1]) && text[at - 1] != '\xA0' &&
                     text[at - 1] != '\xB0' && text[at - 1] != '\xBA')) {
    const char c = text[at - 1];
    if (is_digit(c) || ++skipped > 6) return {};
    at -= c == '\xA0' || c == '\xB0' || c == '\xBA' ? std::min<std::size_t>(at, 2) : 1;
  }
  const std::size_t end = at;
  while (at > 0 && end - at < 24 && is_word_byte(text[at - 1])) --at;
  std::string word = folded(text.substr(at, end - at));
  if (word.ends_with(section_sign)) return std::string(section_sign);
  // A quotation mark may be glued to it.
  const auto other =
      std::find_if(word.rbegin(), word.rend(), [](char c) { return c < 'a' || c > 'z'; });
  return std::string(other.base(), word.end());
}

/// Whether the number that begins at `at` looks like one of a provision.
bool promising(std::string_view text, std::size_t at) {
  std::size_t before = at;
  std::string word = word_before(text, before);
  if (is_number_word(word)) word = word_before(text, before);
  if (word == section_sign || find_unit(word) != nullptr) return true;
  // "Budapest 21(3)", "2nd paragraph"
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end < text.size() && text[end] == '(') return before < at;
  std::size_t ending = end;
  while (ending < text.size() && ending < end + 4 && is_word_byte(text[ending])) ++ending;
  return is_ordinal_ending(folded(text.substr(end, ending - end)));
}

bool is_preamble_word(std::string_view text, std::size_t at) {
  if (at + 5 > text.size() || (text[at + 1] | 0x20) != 'r') return false;
  if (at > 0 && is_word_byte(text[at - 1])) return false;
  const std::string start = folded(text.substr(at, 8));
  return start.starts_with("pream") || start.starts_with("praam");
}

class Finder {
 public:
  Finder(const CiteNames& names, std::string_view text) : names_(names), text_(text) {}

  std::vector<Citation> run() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const char c = text_[at];
      if (!telling[static_cast<unsigned char>(c)]) continue;
      if (c == '#') {
        take_id(at);
      } else if (!is_digit(c)) {
        if (is_preamble_word(text_, at)) promise(at);
      } else {
        if (promising(text_, at)) promise(at);
        while (at + 1 < text_.size() && is_digit(text_[at + 1])) ++at;
      }
    }
    for (const auto& [begin, end] : regions_) read_region(begin, end);
    return in_order();
  }

 private:
  void promise(std::size_t at) {
    std::size_t begin = at - std::min(at, reach_back);
    std::size_t end = std::min(text_.size(), at + reach_on);
    while (begin > 0 && !is_blank(text_[begin - 1])) --begin;
    while (end < text_.size() && !is_blank(text_[end])) ++end;
    if (!regions_.empty() && begin <= regions_.back().second) {
      regions_.back().second = std::max(regions_.back().second, end);
    } else {
      regions_.emplace_back(begin, end);
    }
  }

  static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

  void take_id(std::size_t hash) {
    const auto form = id_around(text_, hash);
    if (!form || !names_.has_id(form->instrument)) return;
    found_.push_back({std::string(form->instrument),
                      std::string(form->version),
                      {{std::string(form->eid), ""}},
                      static_cast<std::uint32_t>(form->begin),
                      static_cast<std::uint32_t>(form->end)});
  }

  void read_region(std::size_t begin, std::size_t end) {
    const auto tokens = cite_tokens(text_, begin, end);
    ProvisionGrammar grammar(tokens, true);
    std::size_t taken = 0;  // tokens before it belong to a citation
    for (std::size_t i = 0; i < tokens.size();) {
      const auto [next, found] = read_at(tokens, grammar, i, taken);
      if (found) taken = next;
      i = std::max(next, i + 1);
    }
  }

  /// The token to go on from, and whether a citation ends there.
  using Step = std::pair<std::size_t, bool>;

  /// Reads a citation whose provisions begin at token `i`.
  Step read_at(const std::vector<CiteToken>& tokens, ProvisionGrammar& grammar, std::size_t i,
               std::size_t taken) {
    if (grammar.may_begin(i)) {
      auto reading = grammar.read(i);
      if (!reading) return {i, false};
      return with_name(tokens, grammar, *reading, {i, taken});
    }
    const bool bare = tokens[i].is_number() && i + 1 < tokens.size() &&
                      tokens[i + 1].is_symbol('(') && !tokens[i + 1].spaced;
    if (!bare) return {i, false};
    const auto name = name_before(tokens, i, taken);
    if (!name || name->end != i) return {i, false};
    const auto reading = grammar.read_bare(i);
    if (!reading || reading->items.front().first.size() < 2) return {i, false};
    return emit(tokens, *reading, *name, {name->begin, reading->next});
  }

  Step with_name(const std::vector<CiteToken>& tokens, ProvisionGrammar& grammar,
                 CiteReading& reading, Range at) {
    const auto [begin, taken] = at;
    const std::size_t name_at = name_begins(tokens, reading.next);
    const auto after = name_after(tokens, name_at);
    const bool by_comma = name_at == reading.next + 1 && tokens[reading.next].is_symbol(',');
    if (!after || by_comma) {
      if (const auto before = name_before(tokens, begin, taken)) {
        return emit(tokens, reading, *before, {before->begin, reading.next});
      }
    }
    if (!after) return {reading.next, false};
    std::size_t end = name_ends(names_, tokens, *after, begin, false);
    if (grammar.read_deeper(reading, end)) end = reading.next;
    return emit(tokens, reading, *after, {begin, end});
  }

  std::optional<CiteNameMatch> name_after(const std::vector<CiteToken>& tokens,
                                          std::size_t at) const {
    if (at >= tokens.size()) return std::nullopt;
    auto name = names_.at(tokens, at);
    if (!name || name->name->ids.size() != 1) return std::nullopt;
    if (name->name->single) {
      // "led", "cat" are words; "Budapest Treaty" is another treaty.
      const CiteToken& word = tokens[at];
      if (word.text.size() <= 3 && !word.upper) return std::nullopt;
      if (name->end < tokens.size() && is_act_word(tokens[name->end].text)) return std::nullopt;
    }
    return name;
  }

  std::optional<CiteNameMatch> name_before(const std::vector<CiteToken>& tokens, std::size_t begin,
                                           std::size_t taken) const {
    static constexpr std::array<std::string_view, 4> between{"s", "in", "its", "at"};
    std::size_t end = begin;
    bool mark = false;
    for (int n = 0; n < 4 && end > taken; ++n) {
      const CiteToken& token = tokens[end - 1];
      const bool symbol = token.type == CiteTokenType::symbol &&
                          std::string_view(",:([)]-\"'").find(token.text) != std::string_view::npos;
      const bool word = std::find(between.begin(), between.end(), token.text) != between.end();
      if (!symbol && !word) break;
      mark = mark || symbol;
      --end;
    }
    // A heading over an article is no citation of it.
    if (!mark && begin < tokens.size() && tokens[begin].wrapped) return std::nullopt;
    auto name = names_.before(tokens, end);
    if (!name || name->begin < taken || name->name->ids.size() != 1) return std::nullopt;
    if (name->name->single && tokens[name->begin].text.size() <= 3 && !tokens[name->begin].upper) {
      return std::nullopt;
    }
    return is_of_another(tokens, name->begin) ? std::nullopt : name;
  }

  /// "Protocol to the Budapest Convention", "report on the ECHR": not the convention itself.
  static bool is_of_another(const std::vector<CiteToken>& tokens, std::size_t name) {
    std::size_t at = name;
    while (at > 0 && name - at < 4 &&
           (is_of_word(tokens[at - 1].text) || tokens[at - 1].is("on") ||
            tokens[at - 1].is_symbol('\''))) {
      --at;
    }
    return at < name && at > 0 && is_protocol_word(tokens[at - 1].text);
  }

  /// `range`: the tokens of the citation. What is no provision by itself leaves its first token.
  Step emit(const std::vector<CiteToken>& tokens, const CiteReading& reading,
            const CiteNameMatch& name, Range range) {
    const std::string& id = name.name->ids.front();
    const auto kind = names_.kind(id);
    const bool report =
        kind && *kind != Kind::treaty && *kind != Kind::protocol && *kind != Kind::statute;
    for (const CiteItem& item : reading.items) {
      const bool paragraph = item.first.front().unit == CiteUnit::paragraph;
      if (!is_basic_unit(item.first) && !(report && paragraph)) return {0, false};
    }
    auto provisions = cited_provisions(reading, kind);
    if (provisions.empty()) return {0, false};
    found_.push_back(
        {id, "", std::move(provisions), tokens[range.first].begin, tokens[range.second - 1].end});
    return {range.second, true};
  }

  std::vector<Citation> in_order() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Citation& a, const Citation& b) { return a.begin < b.begin; });
    std::vector<Citation> out;
    for (Citation& citation : found_) {
      if (out.empty() || citation.begin >= out.back().end) out.push_back(std::move(citation));
    }
    return out;
  }

  const CiteNames& names_;
  std::string_view text_;
  std::vector<Range> regions_;
  std::vector<Citation> found_;
};

}  // namespace

std::size_t name_begins(const std::vector<CiteToken>& tokens, std::size_t at) {
  std::size_t next = at;
  for (int n = 0; n < 7 && next < tokens.size(); ++n, ++next) {
    const CiteToken& token = tokens[next];
    const bool symbol = token.type == CiteTokenType::symbol &&
                        std::string_view(",([\"':-").find(token.text) != std::string_view::npos;
    if (!symbol && !(token.is_word() && is_of_word(token.text))) break;
  }
  return next;
}

std::size_t name_ends(const CiteNames& names, const std::vector<CiteToken>& tokens,
                      const CiteNameMatch& name, std::size_t from, bool loose) {
  int open = 0;
  const auto is_one_of = [&](std::size_t at, std::string_view marks) {
    return at < tokens.size() && tokens[at].type == CiteTokenType::symbol &&
           marks.find(tokens[at].text) != std::string_view::npos;
  };
  const auto close = [&](std::size_t at) {
    while (open > 0 && is_one_of(at, ")]\"")) ++at, --open;
    return at;
  };
  for (std::size_t i = from; i < name.begin; ++i) {
    open += is_one_of(i, "([\"") ? 1 : is_one_of(i, ")]") ? -1 : 0;
  }
  std::size_t end = close(name.end);
  for (int n = 0; n < 3; ++n) {
    std::size_t again = end;
    const int open_before = open;
    while (again < tokens.size() &&
           (is_one_of(again, "([\"") || (is_one_of(again, ",") && (loose || open > 0)) ||
            is_definite_word(tokens[again].text))) {
      open += is_one_of(again, "([\"") ? 1 : 0;
      ++again;
    }
    const auto more = again > end ? names.at(tokens, again) : std::nullopt;
    if (!more || more->name->ids != name.name->ids) {
      open = open_before;
      break;
    }
    end = close(more->end);
  }
  return end;
}

std::vector<Citation> find_citations(const CiteNames& names, std::string_view text) {
  return Finder(names, text.substr(0, std::numeric_limits<std::uint32_t>::max())).run();
}

}  // namespace pinlex
