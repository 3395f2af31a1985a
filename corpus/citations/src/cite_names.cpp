// SPDX-License-Identifier: GPL-2.0-or-later
#include "cite_names.hpp"

#include "cite_words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace pinlex {
namespace {

constexpr std::size_t max_words = 60;
constexpr std::size_t max_typed = 120;

/// What a token adds to the key of a name: nothing for articles and for "No." before a number.
std::string key_part(const std::vector<CiteToken>& tokens, std::size_t at) {
  const CiteToken& token = tokens[at];
  std::string part = token.text;
  if (token.is_number()) {
    const auto first = part.find_first_not_of('0');
    part.erase(0, std::min(first, part.size() - 1));
    return part;
  }
  if (is_definite_word(part)) return {};
  if (is_number_word(part)) {
    std::size_t next = at + 1;
    while (next < tokens.size() && (tokens[next].is_symbol('.') || tokens[next].is("\xC2\xB0"))) {
      ++next;
    }
    if (next < tokens.size() && tokens[next].is_number()) return {};
  }
  // Endings of declension; the same on both sides, so they need not be right.
  if (part.size() >= 6) {
    while (part.size() > 4 &&
           std::string_view("snrm").find(part.back()) != std::string_view::npos) {
      part.pop_back();
    }
  }
  return part;
}

/// Symbols that names have inside; a full stop only in abbreviations.
bool inside_name(const std::vector<CiteToken>& tokens, std::size_t at) {
  const CiteToken& token = tokens[at];
  if (token.type == CiteTokenType::blank_line || token.is_sign()) return false;
  if (token.is_symbol('.')) return at > 0 && tokens[at - 1].text.size() <= 4;
  static constexpr std::string_view allowed = "-'\"/(),;:&\xC2\xB0";
  return token.type == CiteTokenType::symbol && allowed.find(token.text) != std::string_view::npos;
}

std::string key_of(std::string_view text) {
  const auto tokens = cite_tokens(text, 0, text.size());
  std::string key;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_word() || tokens[i].is_number()) key += key_part(tokens, i);
  }
  return key;
}

std::size_t word_count(std::string_view text) {
  const auto tokens = cite_tokens(text, 0, text.size());
  return static_cast<std::size_t>(
      std::count_if(tokens.begin(), tokens.end(),
                    [](const CiteToken& t) { return t.is_word() || t.is_number(); }));
}

bool any_begins_with(const std::vector<std::string>& sorted, std::string_view prefix) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), prefix);
  return found != sorted.end() && std::string_view(*found).starts_with(prefix);
}

/// The words of a text and the key part of each.
std::vector<std::pair<std::string, std::string>> words_and_keys(std::string_view text) {
  const auto tokens = cite_tokens(text, 0, text.size());
  std::vector<std::pair<std::string, std::string>> out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is_word() || tokens[i].is_number()) {
      out.emplace_back(tokens[i].text, key_part(tokens, i));
    }
  }
  return out;
}

/// Edits between two words, given up at `limit`.
std::size_t edits(std::string_view a, std::string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::size_t diagonal = row[0];
    row[0] = j;
    std::size_t least = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[i];
      row[i] = std::min({row[i] + 1, row[i - 1] + 1, replaced});
      least = std::min(least, row[i]);
    }
    if (least > limit) return limit + 1;
  }
  return row[a.size()];
}

}  // namespace

CiteNames::CiteNames(const Catalogue& catalogue,
                     const std::vector<std::pair<std::string, std::string>>& extra) {
  for (const auto& [id, instrument] : catalogue.instruments()) {
    kinds_[id] = instrument.kind;
    add(id, id, true);
    for (const auto& [language, title] : instrument.titles) add(title, id, true);
    for (const auto& [language, list] : instrument.names) {
      for (const auto& name : list) add(name, id, true);
    }
    add_series(instrument);
  }
  for (const auto& [name, id] : extra) {
    kinds_.try_emplace(id, std::nullopt);
    add(name, id, true);
    add(id, id, true);
  }
  for (const auto& [id, instrument] : catalogue.instruments()) {
    if (const auto* parent = catalogue.find(instrument.parent))
      add_below_parent(instrument, *parent);
  }
  sort_keys();
}

void CiteNames::add(std::string_view shown, const std::string& id, bool given) {
  const std::string key = key_of(shown);
  if (key.empty()) return;
  add_start(shown);
  CiteName& name = names_[key];
  if (name.ids.empty()) {
    name = {{id}, std::string(shown), given, word_count(shown) == 1};
    return;
  }
  if (name.given && !given) return;  // what the catalogue says stands above what is made
  if (std::find(name.ids.begin(), name.ids.end(), id) == name.ids.end()) name.ids.push_back(id);
}

void CiteNames::add_start(std::string_view shown) {
  const auto words = words_and_keys(shown);
  std::size_t first = 0;
  while (first < words.size() && words[first].second.empty()) ++first;
  if (first == words.size() || words[first].first.empty()) return;
  const std::string& word = words[first].first;
  const bool open = first + 1 >= words.size() || words[first + 1].second.empty() ||
                    words[first + 1].first.find_first_of("0123456789") != std::string::npos;
  auto& seconds = starts_[word];
  const std::string second = open ? std::string() : words[first + 1].first;
  if (std::find(seconds.begin(), seconds.end(), second) == seconds.end()) seconds.push_back(second);
}

std::vector<std::string> CiteNames::first_words() const {
  std::vector<std::string> out;
  for (const auto& [first, seconds] : starts_) out.push_back(first);
  return out;
}

bool CiteNames::may_go_on(std::string_view word, const std::string& next) const {
  const auto found = starts_.find(std::string(word));
  if (found == starts_.end()) return false;
  return std::any_of(found->second.begin(), found->second.end(),
                     [&next](const std::string& second) {
                       // Endings of declension are no matter here, nor is a word cut by a hyphen.
                       return second.empty() || next.substr(0, 4) == second.substr(0, 4);
                     });
}

void CiteNames::add_series(const Instrument& instrument) {
  add(instrument.series, instrument.id, true);
  const std::string_view series = instrument.series;
  const auto blank = series.find(' ');
  const std::string_view name = series.substr(0, blank);
  if (blank == std::string_view::npos || (name != "ETS" && name != "CETS")) return;
  // One numbering under several names: ETS became CETS in 2004, STE and STCE in French, SEV in
  // German.
  static constexpr std::array<std::string_view, 7> all{"ETS",
                                                       "CETS",
                                                       "STE",
                                                       "STCE",
                                                       "SEV",
                                                       "European Treaty Series",
                                                       "Council of Europe Treaty Series"};
  for (const auto each : all) {
    add(std::string(each) + std::string(series.substr(blank)), instrument.id, true);
  }
}

void CiteNames::add_below_parent(const Instrument& protocol, const Instrument& parent) {
  // "Additional Protocol to the" + every name of the convention, from the title of the protocol.
  for (const auto& [language, title] : protocol.titles) {
    const auto own = parent.titles.find(language);
    if (own == parent.titles.end()) continue;
    const auto words = words_and_keys(title);
    const std::string key = key_of(own->second);
    for (std::size_t begin = 1; begin < words.size(); ++begin) {
      std::string run;
      for (std::size_t i = begin; i < words.size() && run.size() < key.size(); ++i) {
        run += words[i].second;
      }
      if (run != key || words[begin].second.empty()) continue;
      std::vector<std::string> label;
      for (std::size_t i = 0; i < begin; ++i) label.push_back(words[i].first);
      add_labels(label, parent, protocol.id);
      break;
    }
  }
}

void CiteNames::add_labels(const std::vector<std::string>& label, const Instrument& parent,
                           const std::string& id) {
  std::string start;
  for (const auto& word : label) start += word + " ";
  for (const auto& [language, title] : parent.titles) add(start + title, id, false);
  for (const auto& [language, list] : parent.names) {
    for (const auto& name : list) add(start + name, id, false);
  }
}

void CiteNames::sort_keys() {
  for (const auto& [key, name] : names_) {
    keys_.push_back(key);
    reversed_keys_.emplace_back(key.rbegin(), key.rend());
  }
  std::sort(keys_.begin(), keys_.end());
  std::sort(reversed_keys_.begin(), reversed_keys_.end());
}

std::optional<CiteNameMatch> CiteNames::at(const std::vector<CiteToken>& tokens,
                                           std::size_t begin) const {
  std::optional<CiteNameMatch> best;
  std::string key;
  for (std::size_t i = begin; i < tokens.size() && i < begin + max_words; ++i) {
    if (!tokens[i].is_word() && !tokens[i].is_number()) {
      if (i == begin || !inside_name(tokens, i)) break;
      continue;
    }
    const std::string part = key_part(tokens, i);
    if (part.empty()) continue;
    key += part;
    if (!any_begins_with(keys_, key)) break;
    if (const auto found = names_.find(key); found != names_.end()) {
      best = CiteNameMatch{&found->second, begin, i + 1};
    }
  }
  return best;
}

std::optional<CiteNameMatch> CiteNames::before(const std::vector<CiteToken>& tokens,
                                               std::size_t end) const {
  std::optional<CiteNameMatch> best;
  std::string reversed;
  for (std::size_t i = end; i > 0 && i + max_words > end; --i) {
    const std::size_t at = i - 1;
    if (!tokens[at].is_word() && !tokens[at].is_number()) {
      if (i == end || !inside_name(tokens, at)) break;
      continue;
    }
    const std::string part = key_part(tokens, at);
    reversed.append(part.rbegin(), part.rend());
    if (part.empty()) continue;
    if (!any_begins_with(reversed_keys_, reversed)) break;
    const auto found = names_.find(std::string(reversed.rbegin(), reversed.rend()));
    if (found != names_.end()) best = CiteNameMatch{&found->second, at, end};
  }
  return best;
}

bool CiteNames::has_id(std::string_view id) const { return kinds_.count(std::string(id)) != 0; }

std::optional<Kind> CiteNames::kind(const std::string& id) const {
  const auto found = kinds_.find(id);
  return found == kinds_.end() ? std::nullopt : found->second;
}

std::vector<std::string> CiteNames::like(std::string_view typed) const {
  const std::string key = key_of(typed.substr(0, max_typed));
  // A number that is not there has no near one.
  const bool numbered = key.find_first_of("0123456789") != std::string::npos;
  if (key.size() < 3) return {};
  struct Candidate {
    std::size_t distance;
    std::string shown;
    std::string id;
    bool operator<(const Candidate& other) const {
      return std::tie(distance, shown, id) < std::tie(other.distance, other.shown, other.id);
    }
  };
  std::set<Candidate> candidates;
  const std::size_t limit = std::max<std::size_t>(1, key.size() / 4);
  for (const auto& [known, name] : names_) {
    if (!name.given || (numbered && known.find_first_of("0123456789") != std::string::npos))
      continue;
    std::size_t distance = edits(key, known, limit);
    const bool part = key.size() >= 5 && known.find(key) != std::string::npos &&
                      known.find_first_of("0123456789") == std::string::npos;
    if (distance > limit && part) distance = limit + known.size() - key.size();
    if (distance <= limit || part) candidates.insert({distance, name.shown, name.ids.front()});
  }
  std::vector<std::string> out;
  std::set<std::string> ids;
  for (const auto& candidate : candidates) {
    if (out.size() == 3) break;
    if (ids.insert(candidate.id).second) out.push_back(candidate.shown + " (" + candidate.id + ")");
  }
  return out;
}

}  // namespace pinlex
