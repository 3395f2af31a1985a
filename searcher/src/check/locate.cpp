// SPDX-License-Identifier: GPL-2.0-or-later
#include "check/locate.hpp"

#include "query/characters.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/schema/fields.hpp>

#include <xapian.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

namespace pinlex {
namespace {

/// Words of a stretch of which a passage must hold the rarest.
constexpr std::size_t window_words = 16;
constexpr std::size_t words_asked = 10;
constexpr std::uint32_t most_passages = 100;
/// For what is altered: words asked for, and passages looked at.
constexpr std::size_t words_likely = 16;
constexpr std::uint32_t passages_likely = 20;
constexpr std::uint32_t most_passages_by_part = 32;
/// Where an index or a passage knows less of a quotation's words, it is of another language or
/// text.
constexpr double least_known = 0.4;

enum class WritingSystem : std::uint8_t { latin, cyrillic, greek, hebrew, arabic, east_asian };

struct LanguageScript {
  std::string_view language;
  WritingSystem script;
};

// All that is not here is taken for Latin.
constexpr std::array<LanguageScript, 16> scripts{{{"ar", WritingSystem::arabic},
                                                  {"be", WritingSystem::cyrillic},
                                                  {"bg", WritingSystem::cyrillic},
                                                  {"el", WritingSystem::greek},
                                                  {"fa", WritingSystem::arabic},
                                                  {"he", WritingSystem::hebrew},
                                                  {"ja", WritingSystem::east_asian},
                                                  {"ko", WritingSystem::east_asian},
                                                  {"mk", WritingSystem::cyrillic},
                                                  {"ps", WritingSystem::arabic},
                                                  {"ru", WritingSystem::cyrillic},
                                                  {"sr", WritingSystem::cyrillic},
                                                  {"uk", WritingSystem::cyrillic},
                                                  {"ur", WritingSystem::arabic},
                                                  {"yi", WritingSystem::hebrew},
                                                  {"zh", WritingSystem::east_asian}}};

WritingSystem script_of(std::string_view language) {
  const auto row = std::find_if(scripts.begin(), scripts.end(), [&](const LanguageScript& one) {
    return one.language == language;
  });
  return row == scripts.end() ? WritingSystem::latin : row->script;
}

WritingSystem script_of(char32_t c) {
  if (c >= 0x370 && c < 0x400) return WritingSystem::greek;
  if (c >= 0x400 && c < 0x530) return WritingSystem::cyrillic;
  if (c >= 0x590 && c < 0x600) return WritingSystem::hebrew;
  if ((c >= 0x600 && c < 0x780) || (c >= 0xFB50 && c < 0xFF00)) return WritingSystem::arabic;
  if (c >= 0x1100 && (c < 0x1200 || (c >= 0x2E80 && c < 0xA4D0) || c >= 0xAC00)) {
    return WritingSystem::east_asian;
  }
  return WritingSystem::latin;
}

/// How many letters of each script a text has.
std::array<std::size_t, 6> letters_of(std::string_view text) {
  std::array<std::size_t, 6> letters{};
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_word_character(c) && !is_digit(c)) ++letters[static_cast<std::size_t>(script_of(c))];
  }
  return letters;
}

using Stretches = std::vector<std::pair<std::size_t, std::size_t>>;

/// Where a quotation goes over the parts of an article: a part may hold only one of these.
Stretches windows_of(std::size_t words) {
  if (words <= window_words) return {};
  const std::size_t middle = (words - window_words) / 2;
  return {{0, window_words}, {middle, middle + window_words}, {words - window_words, words}};
}

double different_stems(const QuoteRow& row) {
  std::set<std::string_view> stems;
  for (const RowWord& word : row.words) {
    if (!word.stem.empty()) stems.insert(word.stem);
  }
  return static_cast<double>(stems.size());
}

Xapian::Query within(const Xapian::Query& query, const std::string& instrument) {
  if (instrument.empty()) return query;
  return Xapian::Query(Xapian::Query::OP_FILTER, query,
                       Xapian::Query(term_of(Field::instrument, instrument)));
}

}  // namespace

std::vector<std::string> languages_for(std::string_view text,
                                       const std::vector<std::string>& languages) {
  const auto letters = letters_of(text);
  const auto most = *std::max_element(letters.begin(), letters.end());
  std::vector<std::string> out;
  std::copy_if(languages.begin(), languages.end(), std::back_inserter(out),
               [&](const std::string& language) {
                 // A Chinese text may name foreign things at length.
                 const auto own = letters[static_cast<std::size_t>(script_of(language))];
                 return own > 0 && 10 * own >= most;
               });
  return out.empty() ? languages : out;
}

std::uint32_t PassageLocator::frequency(const std::string& term) {
  const auto [known, made] = frequencies_.try_emplace(term, 0);
  if (made) known->second = session_.frequency(term);
  return known->second;
}

std::vector<std::string> PassageLocator::rarest(const QuoteRow& row, std::size_t begin,
                                                std::size_t end, bool all) {
  std::vector<std::pair<std::uint32_t, std::string>> terms;
  for (std::size_t i = begin; i < end; ++i) {
    if (row.words[i].stem.empty() || row.parts[i].in_part) continue;
    std::string term = term_of(Field::text, row.words[i].stem);
    const std::uint32_t found = frequency(term);
    if (found > 0) {
      terms.emplace_back(found, std::move(term));
    } else if (all) {
      return {};
    }
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  std::vector<std::string> out;
  for (auto& [found, term] : terms) out.push_back(std::move(term));
  return out;
}

std::vector<std::uint32_t> PassageLocator::holding(const std::vector<const QuoteRow*>& readings,
                                                   const std::string& instrument, Reach reach) {
  std::vector<std::vector<std::string>> asked;
  for (const QuoteRow* row : readings) {
    const auto stretches =
        reach == Reach::whole ? Stretches{{0, row->words.size()}} : windows_of(row->words.size());
    for (const auto& [begin, end] : stretches) {
      std::vector<std::string> terms = rarest(*row, begin, end, true);
      if (terms.size() > words_asked) terms.resize(words_asked);
      if (!terms.empty()) asked.push_back(std::move(terms));
    }
  }
  std::sort(asked.begin(), asked.end());
  asked.erase(std::unique(asked.begin(), asked.end()), asked.end());
  if (asked.empty()) return {};
  std::vector<Xapian::Query> stretches;
  for (const auto& terms : asked) {
    stretches.emplace_back(Xapian::Query::OP_AND, terms.begin(), terms.end());
  }
  const Xapian::Query any(Xapian::Query::OP_OR, stretches.begin(), stretches.end());
  Xapian::Enquire enquire(session_.database());
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(within(any, instrument));
  const Xapian::MSet set =
      enquire.get_mset(0, reach == Reach::whole ? most_passages : most_passages_by_part);
  return {set.begin(), set.end()};
}

std::vector<std::uint32_t> PassageLocator::likely(const std::vector<const QuoteRow*>& readings,
                                                  const std::string& instrument) {
  std::vector<std::uint32_t> out;
  for (const QuoteRow* row : readings) {
    std::vector<std::string> terms = rarest(*row, 0, row->words.size(), false);
    if (static_cast<double>(terms.size()) < least_known * different_stems(*row)) continue;
    if (terms.size() > words_likely) terms.resize(words_likely);
    if (terms.empty()) continue;
    const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
    const Xapian::Query in_language(Xapian::Query::OP_FILTER, any,
                                    Xapian::Query(term_of(Field::language, row->language)));
    Xapian::Enquire enquire(session_.database());
    // How many of the words a passage has counts, not how often.
    enquire.set_weighting_scheme(Xapian::CoordWeight());
    enquire.set_query(within(in_language, instrument));
    const Xapian::MSet set = enquire.get_mset(0, passages_likely);
    const double least = least_known * static_cast<double>(terms.size());
    for (auto item = set.begin(); item != set.end(); ++item) {
      if (item.get_weight() >= least) out.push_back(*item);
    }
  }
  return out;
}

}  // namespace pinlex
