// SPDX-License-Identifier: GPL-2.0-or-later
#include "ref_reader.hpp"

#include "cite_find.hpp"
#include "cite_words.hpp"

#include <algorithm>
#include <utility>

namespace pinlex {
namespace {

/// The longest note in brackets between a provision and its act: "(right to a fair trial)".
constexpr std::size_t longest_brackets = 14;
/// How far before a comma the name of an act may begin, in tokens.
constexpr std::size_t longest_title = 24;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

void RefReader::read(std::string_view text, std::size_t begin, std::size_t end,
                     std::vector<Reference>& out) {
  text_ = text;
  tokens_ = cite_tokens(text, begin, end);
  grammar_.emplace(tokens_, true);
  taken_ = 0;
  for (std::size_t i = 0; i < tokens_.size();) {
    const unsigned found = roles(i);
    if (found == 0) {
      ++i;
      continue;
    }
    const std::size_t count = out.size();
    const std::size_t next = std::max(read_at(i, found, out), i + 1);
    if (out.size() > count) taken_ = next;
    i = next;
  }
}

/// What a reference that begins at that token may begin with; 0 for most tokens.
unsigned RefReader::roles(std::size_t i) const {
  const CiteToken& token = tokens_[i];
  if (token.is_word()) return lexicon_.of(token.text);
  if (token.is_sign()) return RefLexicon::unit;
  // "2nd paragraph"
  const bool plain = !token.is_number() || (token.text.back() >= '0' && token.text.back() <= '9');
  return plain ? 0 : RefLexicon::ordinal;
}

/// The token to go on from; `i` where nothing was read.
std::size_t RefReader::read_at(std::size_t i, unsigned roles, std::vector<Reference>& out) {
  const bool relates = (roles & (RefLexicon::relative | RefLexicon::count | RefLexicon::unit)) != 0;
  if (const auto found = relates ? relative(i) : std::nullopt) {
    if (!found->understood) return found->end;
    if (found->act != nullptr) {
      // "this Convention": of no interest alone, and no name begins in it.
      if (found->act->id == scope_.self.id) return found->end;
      return emit(i, found->end, found->act->id, {{}}, out);
    }
    // "this chapter of the Convention"; behind a comma something else begins.
    CiteReading none;
    none.next = found->end;
    const Owner of = symbol(found->end, ",") ? Owner{} : behind(none, i);
    if (of.which != Owner::Which::own) return found->end;
    return emit(i, std::max(found->end, of.end), scope_.self.id, found->targets, out);
  }
  if (grammar_->may_begin(i)) return provisions_at(i, out);
  if ((roles & RefLexicon::name) != 0) {
    if (const std::size_t next = name_at(i, out); next > i) return next;
  }
  return (roles & RefLexicon::act) != 0 ? act_at(i, out) : i;
}

std::size_t RefReader::provisions_at(std::size_t i, std::vector<Reference>& out) {
  auto reading = grammar_->read(i);
  if (!reading) return i;
  const Owner found = owner(*reading, i);
  switch (found.which) {
    case Owner::Which::unknown:
      return found.end;
    case Owner::Which::other:
      return emit(found.begin, found.end, found.act.id, resolver_.other(*reading, found.act), out);
    case Owner::Which::own:
      break;
  }
  if (!found.of) {
    return emit(i, found.end, scope_.self.id, resolver_.own(*reading, {}), out);
  }
  std::vector<ReferenceTarget> all;
  for (const ReferenceTarget& of : *found.of) {
    auto some = resolver_.own(*reading, of.eid);
    all.insert(all.end(), some.begin(), some.end());
  }
  return emit(i, found.end, scope_.self.id, std::move(all), out);
}

/// "ECHR, Article 8", "Budapest 21(3)", or an instrument alone.
std::size_t RefReader::name_at(std::size_t i, std::vector<Reference>& out) {
  const auto name = known(i);
  if (!name) return i;
  std::size_t at = name_ends(names_, tokens_, *name, i, false);
  const std::size_t whole = at;
  const bool bare = at + 1 < tokens_.size() && tokens_[at].is_number() && symbol(at + 1, "(");
  if (bare && !tokens_[at + 1].spaced) {
    if (const auto reading = grammar_->read_bare(at)) {
      const RefAct named = act(name->name->ids.front());
      return emit(i, reading->next, named.id, resolver_.other(*reading, named), out);
    }
  }
  if (symbol(at, ",(:")) {
    ++at;
    while (role(at, RefRole::definite) || role(at, RefRole::notably)) ++at;
    if (at < tokens_.size() && grammar_->may_begin(at)) return whole;  // provisions look back
  }
  // "Budapest" is a city, and a title that goes on is another one.
  const CiteToken& last = tokens_[name->end - 1];
  const auto letters = text_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  const bool acronym = std::count_if(letters.begin(), letters.end(), is_capital) >= 3;
  if (name->name->single && !acronym) return whole;
  const bool goes_on = whole == name->end && whole < tokens_.size() && !last.is_number() &&
                       (role(whole, RefRole::continues) || is_act_word(tokens_[whole].text));
  if (!tokens_[i].capital || goes_on || name->name->ids.front() == scope_.self.id) return whole;
  return emit(i, whole, name->name->ids.front(), {{}}, out);
}

/// "the Convention", where that is what the text belongs to.
std::size_t RefReader::act_at(std::size_t i, std::vector<Reference>& out) {
  if (scope_.above.empty() || i == 0) return i;
  const RefAct* found = definite_at(i, role(i - 1, RefRole::definite));
  if (found == nullptr || found->id == scope_.self.id) return i;
  return emit(i, i + 1, found->id, {{}}, out);
}

/// "the preceding article", "these two preceding paragraphs", "this article".
std::optional<RefReader::Relative> RefReader::relative(std::size_t i) {
  std::size_t at = i;
  if (role(at, RefRole::preceding) || words_.count(tokens_[at].text) != 0) {
    if (auto found = preceding(at)) return found;
  }
  if (auto found = preceding_behind(i)) return found;
  if (!role(at, RefRole::self)) return std::nullopt;
  ++at;
  if (at >= tokens_.size() || !tokens_[at].is_word()) return std::nullopt;
  const std::string& word = tokens_[at].text;
  Relative found;
  found.end = at + 1;
  if (is_act_word(word)) {
    found.act = resolver_.present(word);
    found.understood = found.act != nullptr;
    return found;
  }
  const CiteUnitWord* unit = unit_at(at, found.end);
  if (unit == nullptr || unit->count == CiteCount::many || unit->dot != CiteDot::never) {
    return std::nullopt;
  }
  if (grammar_->read(at)) return std::nullopt;  // "this Article 5"
  found.targets = {{std::string(resolver_.here(unit->unit)), {}}};
  found.understood = !found.targets.front().eid.empty();
  return found;
}

/// The unit that a word counts; "sub-paragraph" is three tokens.
const CiteUnitWord* RefReader::unit_at(std::size_t at, std::size_t& end) const {
  if (at >= tokens_.size()) return nullptr;
  end = at + 1;
  if (!tokens_[at].is("sub") || !symbol(end, "-") || end + 1 >= tokens_.size()) {
    return find_unit(tokens_[at].text);
  }
  end += 2;
  return find_unit("sub" + tokens_[end - 1].text);
}

std::optional<RefReader::Relative> RefReader::preceding(std::size_t i) const {
  std::size_t at = i;
  std::uint32_t count = words_.count(tokens_[at].text);
  if (count != 0) ++at;
  if (!role(at, RefRole::preceding)) return std::nullopt;
  ++at;
  if (count == 0 && at < tokens_.size() && words_.count(tokens_[at].text) > 1) {
    count = words_.count(tokens_[at++].text);
  }
  Relative found;
  const CiteUnitWord* unit = unit_at(at, found.end);
  if (unit == nullptr || unit->dot != CiteDot::never) return std::nullopt;
  // "the preceding paragraphs" does not say how many; German words may be either.
  if (count == 0 && unit->count == CiteCount::many) return found;
  found.targets = resolver_.preceding(unit->unit, std::max<std::uint32_t>(count, 1));
  found.understood = !found.targets.empty();
  return found;
}

/// "l'article précédent", "los dos párrafos anteriores"
std::optional<RefReader::Relative> RefReader::preceding_behind(std::size_t i) const {
  const std::uint32_t count = words_.count(tokens_[i].text);
  const std::size_t at = count != 0 ? i + 1 : i;
  if (at + 1 >= tokens_.size() || !role(at + 1, RefRole::preceding)) return std::nullopt;
  const CiteUnitWord* unit = find_unit(tokens_[at].text);
  if (unit == nullptr || unit->dot != CiteDot::never) return std::nullopt;
  Relative found;
  found.end = at + 2;
  if (count == 0 && unit->count == CiteCount::many) return found;
  found.targets = resolver_.preceding(unit->unit, std::max<std::uint32_t>(count, 1));
  found.understood = !found.targets.empty();
  return found;
}

RefReader::Owner RefReader::owner(CiteReading& reading, std::size_t begin) {
  Owner found = behind(reading, begin);
  found.begin = begin;
  const bool named = found.which != Owner::Which::own || found.end > reading.next || found.of;
  if (!named && before(begin, found)) return found;
  // A report speaks of the articles of its convention.
  const CiteUnit unit = reading.items.front().first.front().unit;
  if (found.which == Owner::Which::own && !scope_.has_articles && !named &&
      unit == CiteUnit::article) {
    if (!scope_.speaks_of_above) {
      found.which = Owner::Which::unknown;
    } else {
      found.which = Owner::Which::other;
      found.act = scope_.above.front();
    }
  }
  return found;
}

/// A catalogued name behind provisions, and deeper levels behind that. False where there is none.
bool RefReader::behind_name(CiteReading& reading, std::size_t at, Owner& found) {
  const std::size_t name_begin = name_begins(tokens_, at);
  const auto name = known(name_begin);
  if (!name) return false;
  // "under Article 5, ECHR law": a mark alone joins nothing.
  if (name_begin == at + 1 && symbol(at, ",:-")) return false;
  found.which = Owner::Which::other;
  found.act = act(name->name->ids.front());
  found.end = name_ends(names_, tokens_, *name, found.begin, false);
  if (!reading.items.empty() && grammar_->read_deeper(reading, found.end)) found.end = reading.next;
  return true;
}

/// Small words between provisions and their act.
RefReader::Link RefReader::link_at(std::size_t at) const {
  Link link{at, false, true};
  while (link.end < tokens_.size() && link.end < at + 4) {
    const bool of = role(link.end, RefRole::belongs), the = role(link.end, RefRole::definite);
    if (!of && !the && !is_of_word(tokens_[link.end].text) && !symbol(link.end, "'")) break;
    link.belongs = link.belongs || of;
    link.only_the = link.only_the && the && !of;
    ++link.end;
  }
  return link;
}

/// Reads "of the Convention", "of this article", "ECHR" behind provisions.
RefReader::Owner RefReader::behind(CiteReading& reading, std::size_t begin) {
  Owner found;
  found.begin = begin;
  found.end = past_place(reading.next);
  const std::size_t at = past_brackets(found.end);
  if (behind_name(reading, at, found)) return found;
  const auto unknown = [&found](std::size_t end) {
    found.which = Owner::Which::unknown;
    found.end = end;
    return found;
  };
  const std::size_t comma = symbol(at, ",") ? at + 1 : at;
  if (role(comma, RefRole::thereof)) return unknown(comma + 1);
  const auto [next, belongs, only_the] = link_at(comma);
  if (next >= tokens_.size() || role(next, RefRole::idle)) return found;
  if (belongs && role(next, RefRole::elsewhere)) {
    if (!is_same_article(reading, next)) return unknown(next + 1);
    found.end = next + 2;
    return found;
  }
  // "under paragraph 1, the Convention shall" goes on with something else.
  if (next > comma && !belongs && (comma > at || only_the)) return found;
  const auto phrase = belongs || comma == at ? relative(next) : std::nullopt;
  const bool kind = !phrase && next > comma && is_act_word(tokens_[next].text);
  if (phrase && phrase->act == nullptr) {
    if (!phrase->understood) return unknown(phrase->end);
    found.end = phrase->end;
    found.of = phrase->targets;
    return found;
  }
  if (phrase || kind) {
    const RefAct* meant =
        phrase ? phrase->act : definite_at(next, role(next - 1, RefRole::definite));
    if (meant == nullptr) return unknown(next + 1);
    found.end = phrase ? phrase->end : next + 1;
    if (meant->id == scope_.self.id) return found;
    found.which = Owner::Which::other;
    found.act = *meant;
    return found;
  }
  // Behind a comma "of" may begin something else: "under paragraphs 1 and 2, of its own motion".
  const bool foreign = belongs && (comma == at || tokens_[next].capital);
  if (foreign || is_abbreviation(next) || is_foreign_title(next)) return unknown(next);
  return found;
}

/// "Article 40, paragraph 21, and paragraph 22 of the same article"
bool RefReader::is_same_article(const CiteReading& reading, std::size_t at) const {
  if (reading.items.empty() || at + 1 >= tokens_.size()) return false;
  const CiteUnitWord* unit = find_unit(tokens_[at + 1].text);
  return unit != nullptr && unit->unit == CiteUnit::article &&
         reading.items.front().first.front().unit == CiteUnit::article;
}

/// "Vienna Convention, Article 5", "the Convention (Article 9)". True where it settles the owner.
bool RefReader::before(std::size_t begin, Owner& owner) const {
  std::size_t end = begin;
  bool mark = false;
  while (end > taken_ && begin - end < 6 &&
         (symbol(end - 1, ",(:[") || role(end - 1, RefRole::definite) ||
          role(end - 1, RefRole::notably))) {
    mark = mark || symbol(end - 1, ",(:[");
    --end;
  }
  const bool possessive = end > taken_ + 1 && tokens_[end - 1].is("s") && symbol(end - 2, "'");
  if (possessive) end -= 2;
  if (!mark && !possessive) return false;
  if (const auto name = names_.before(tokens_, end);
      name && name->begin >= taken_ && name->name->ids.size() == 1) {
    owner.which = Owner::Which::other;
    owner.act = act(name->name->ids.front());
    owner.begin = name->begin;
    return true;
  }
  // A run of capital and small words that holds the kind of an act is the name of another one.
  for (std::size_t at = end; at > taken_ && end - at < longest_title; --at) {
    const CiteToken& token = tokens_[at - 1];
    if (is_act_word(token.text) && token.capital) {
      if (at >= 2 && role(at - 2, RefRole::self)) return false;
      const RefAct* meant =
          at == end ? definite_at(at - 1, at >= 2 && role(at - 2, RefRole::definite)) : nullptr;
      if (meant != nullptr && meant->id == scope_.self.id) return false;
      owner.which = meant != nullptr ? Owner::Which::other : Owner::Which::unknown;
      if (meant != nullptr) owner.act = *meant;
      return true;
    }
    const bool small = token.is_word() && (is_of_word(token.text) || is_and_word(token.text) ||
                                           role(at - 1, RefRole::continues));
    if (!token.capital && !token.is_number() && !small && !symbol(at - 1, "()'-/")) return false;
  }
  return false;
}

/// Behind "above", "ci-dessus".
std::size_t RefReader::past_place(std::size_t at) const {
  const auto place = [this](std::size_t i) {
    return i < tokens_.size() && is_place_word(tokens_[i].text);
  };
  if (place(at)) return at + 1;
  const bool joined = at + 2 < tokens_.size() && tokens_[at].is("ci") && symbol(at + 1, "-");
  return joined && place(at + 2) ? at + 3 : at;
}

/// Behind a short note in brackets: "Article 6 (right to a fair trial)".
std::size_t RefReader::past_brackets(std::size_t at) const {
  if (!symbol(at, "(") || known(name_begins(tokens_, at))) return at;
  for (std::size_t end = at + 1; end < tokens_.size() && end < at + longest_brackets; ++end) {
    if (symbol(end, ")")) return end + 1;
  }
  return at;
}

/// The catalogued name that begins there, where it is one and only one.
std::optional<CiteNameMatch> RefReader::known(std::size_t at) const {
  if (at >= tokens_.size() || !tokens_[at].is_word()) return std::nullopt;
  auto name = names_.at(tokens_, at);
  if (!name || name->name->ids.size() != 1) return std::nullopt;
  const CiteToken& word = tokens_[at];
  if (name->name->single) {
    const auto letters = text_.substr(word.begin, word.end - word.begin);
    const bool capital = std::any_of(letters.begin(), letters.end(), is_capital);
    if (!capital || (word.text.size() <= 3 && !word.upper)) return std::nullopt;
    if (name->end < tokens_.size() && is_act_word(tokens_[name->end].text)) return std::nullopt;
  }
  // "Second Additional Protocol to" something: the title goes on, and it is another one.
  if (is_act_word(tokens_[name->end - 1].text) && title_goes_on(name->end)) return std::nullopt;
  // "the Protocol to the Budapest Convention" is not the convention.
  std::size_t before = at;
  while (before > 0 && at - before < 4 &&
         (is_of_word(tokens_[before - 1].text) || tokens_[before - 1].is("on") ||
          tokens_[before - 1].is_symbol('\''))) {
    --before;
  }
  const bool of_another = before < at && before > 0 && is_protocol_word(tokens_[before - 1].text);
  return of_another ? std::nullopt : name;
}

/// The act that the kind at that token means by itself, or null.
const RefAct* RefReader::definite_at(std::size_t at, bool definite) const {
  if (!definite || title_goes_on(at + 1)) return nullptr;
  return resolver_.definite(tokens_[at].text);
}

/// "Convention on", "Convention of 1951", "Convention No. 108", "Convention de Vienne"
bool RefReader::title_goes_on(std::size_t at) const {
  if (at >= tokens_.size()) return false;
  if (tokens_[at].is_number() || role(at, RefRole::continues)) return true;
  if (symbol(at, "(")) return at + 1 < tokens_.size() && tokens_[at + 1].is_number();
  if (!role(at, RefRole::belongs)) {
    return tokens_[at].is_word() && tokens_[at].capital && is_act_word(tokens_[at].text);
  }
  std::size_t next = at;
  while (next < at + 4 && (role(next, RefRole::belongs) || role(next, RefRole::definite))) ++next;
  return next < tokens_.size() && (tokens_[next].capital || tokens_[next].is_number());
}

/// "Article 6 TEU", "§ 5 BGB", "Art. 7 EuGrCh": two capitals.
bool RefReader::is_abbreviation(std::size_t at) const {
  const CiteToken& token = tokens_[at];
  if (!token.is_word() || !token.capital || token.text.size() < 2) return false;
  const auto letters = text_.substr(token.begin, token.end - token.begin);
  return std::count_if(letters.begin(), letters.end(), is_capital) >= 2;
}

/// "Article 5 Vienna Convention", "Article 3 to the Final Act"
bool RefReader::is_foreign_title(std::size_t at) const {
  for (std::size_t i = at; i < tokens_.size() && i < at + 6; ++i) {
    if (!tokens_[i].is_word()) return false;
    if (is_act_word(tokens_[i].text)) return tokens_[i].capital;
    if (!tokens_[i].capital && !is_of_word(tokens_[i].text)) return false;
  }
  return false;
}

RefAct RefReader::act(const std::string& id) const {
  RefAct out{id, Kind::document, 0, {}};
  if (const Instrument* found = catalogue_.find(id)) {
    out.kind = found->kind;
    out.articles = found->articles;
  }
  return out;
}

bool RefReader::symbol(std::size_t at, std::string_view marks) const {
  return at < tokens_.size() && tokens_[at].type == CiteTokenType::symbol &&
         tokens_[at].text.size() == 1 && marks.find(tokens_[at].text) != std::string_view::npos;
}

std::size_t RefReader::emit(std::size_t begin, std::size_t end, const std::string& instrument,
                            std::vector<ReferenceTarget> targets,
                            std::vector<Reference>& out) const {
  if (!targets.empty()) {
    out.push_back({0, tokens_[begin].begin, tokens_[end - 1].end, instrument, std::move(targets)});
  }
  return end;
}

}  // namespace pinlex
