// SPDX-License-Identifier: GPL-2.0-or-later
#include "pair_learner.hpp"

#include <pinlex/base/codec.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string_view>
#include <tuple>

namespace pinlex {
namespace {

/// What is learnt from at most, for two languages: more makes it slower and no better.
constexpr std::uint64_t most_cells = 8'000'000;
/// A provision of more stems says too little about which of them stand for which.
constexpr std::size_t most_stems = 200;
/// Rounds of fitting. Measured on headings of treaties, Dutch and English, each asked of a dictionary
/// that was not learnt from it: more change nothing.
constexpr int rounds = 5;
/// What a pair needs: provisions in which both stand, and a likelihood in both directions.
constexpr std::uint32_t fewest_provisions = 2;
constexpr double least_likelihood = 0.1;
/// Others of a stem, the likeliest.
constexpr std::size_t most_others = 3;
/// A stem in more than this share of the provisions says nothing.
constexpr double common_share = 0.3;

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return (c < '0' || c > '9') && c != '.' && c != ','; });
}

/// A provision in two languages; its stems side by side are cells, row by row.
struct Grid {
  std::size_t first_cell = 0;
  std::size_t rows = 0, columns = 0;
};

using AlignedStems = std::vector<std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>>;

std::size_t least_size(std::size_t size, std::uint32_t stem) {
  return std::max(size, std::size_t{stem} + 1);
}

/// All stems that stand side by side. Pairs are numbered stem by stem of the first language: a
/// table of the other's stems says which are known, where one of all pairs would leave the cache.
struct Pairs {
  std::vector<std::uint32_t> a, b;        ///< The stems of each pair.
  std::vector<std::uint32_t> provisions;  ///< In how many each pair stands.
  std::vector<std::uint32_t> cells;       ///< The pair of each cell of each grid.
  std::vector<Grid> grids;
  std::size_t a_stems = 0, b_stems = 0;  ///< One more than the greatest of each language.

  explicit Pairs(const AlignedStems& aligned) {
    std::size_t all = 0;
    for (const auto& [left, right] : aligned) {
      grids.push_back({all, left.size(), right.size()});
      all += left.size() * right.size();
      a_stems = left.empty() ? a_stems : least_size(a_stems, left.back());
      b_stems = right.empty() ? b_stems : least_size(b_stems, right.back());
    }
    cells.resize(all);
    struct Row {
      std::uint32_t grid = 0, row = 0;
    };
    std::vector<std::vector<Row>> rows(a_stems);
    for (std::uint32_t grid = 0; grid < aligned.size(); ++grid) {
      const auto& left = aligned[grid].first;
      for (std::uint32_t row = 0; row < left.size(); ++row) rows[left[row]].push_back({grid, row});
    }
    std::vector<std::uint32_t> last(b_stems, 0);  // Number of the last pair of each, from 1.
    for (std::uint32_t one = 0; one < a_stems; ++one) {
      const std::size_t others = a.size();  // Pairs of other stems.
      for (const Row& at : rows[one]) {
        const Grid& grid = grids[at.grid];
        std::uint32_t* cell = &cells[grid.first_cell + at.row * grid.columns];
        for (const std::uint32_t other : aligned[at.grid].second) {
          if (last[other] <= others) {
            a.push_back(one);
            b.push_back(other);
            provisions.push_back(0);
            last[other] = static_cast<std::uint32_t>(a.size());
          }
          *cell = last[other] - 1;
          ++provisions[*cell++];
        }
      }
    }
  }
};

/// Fits likelihoods of the stems of one side, given those of the other.
class Model {
 public:
  /// Which side is given: the rows, or the columns.
  Model(const Pairs& pairs, bool by_rows)
      : pairs_(pairs),
        given_(by_rows ? pairs.a : pairs.b),
        stems_(by_rows ? pairs.a_stems : pairs.b_stems),
        by_rows_(by_rows),
        likelihood_(given_.size(), 1.0) {}

  std::vector<double> fit() {
    for (int round = 0; round < rounds; ++round) step();
    return std::move(likelihood_);
  }

 private:
  /// What all of the given side make likely, for each of the other. Cells are read as they lie.
  void sum_up(const Grid& grid) {
    // A word may also come from nowhere.
    constexpr double from_nowhere = 0.02;
    sums_.assign(by_rows_ ? grid.columns : grid.rows, from_nowhere);
    const std::uint32_t* cell = &pairs_.cells[grid.first_cell];
    for (std::size_t row = 0; row < grid.rows; ++row) {
      for (std::size_t column = 0; column < grid.columns; ++column) {
        sums_[by_rows_ ? column : row] += likelihood_[*cell++];
      }
    }
  }

  void step() {
    std::vector<double> counts(likelihood_.size(), 0.0);
    std::vector<double> totals(stems_, 0.0);
    for (const Grid& grid : pairs_.grids) {
      sum_up(grid);
      const std::uint32_t* cell = &pairs_.cells[grid.first_cell];
      for (std::size_t row = 0; row < grid.rows; ++row) {
        for (std::size_t column = 0; column < grid.columns; ++column) {
          const std::uint32_t pair = *cell++;
          const double share = likelihood_[pair] / sums_[by_rows_ ? column : row];
          counts[pair] += share;
          totals[given_[pair]] += share;
        }
      }
    }
    for (std::size_t i = 0; i < likelihood_.size(); ++i) {
      likelihood_[i] = totals[given_[i]] > 0 ? counts[i] / totals[given_[i]] : 0;
    }
  }

  const Pairs& pairs_;
  const std::vector<std::uint32_t>& given_;
  std::size_t stems_;
  bool by_rows_;
  std::vector<double> likelihood_;  ///< Of each pair.
  std::vector<double> sums_;
};

/// In how many provisions each stem of one side stands.
std::vector<std::uint32_t> provisions_with(const Pairs& pairs, bool rows) {
  const auto& stems = rows ? pairs.a : pairs.b;
  std::vector<std::uint32_t> counts(rows ? pairs.a_stems : pairs.b_stems);
  for (const Grid& grid : pairs.grids) {
    for (std::size_t i = 0; i < (rows ? grid.rows : grid.columns); ++i) {
      ++counts[stems[pairs.cells[grid.first_cell + i * (rows ? grid.columns : 1)]]];
    }
  }
  return counts;
}

/// A pair that may be kept.
struct Likely {
  std::uint32_t asked = 0, other = 0;
  double sure = 0;
};

/// The likeliest others of each stem.
std::vector<Likely> best_of(std::vector<Likely> pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const Likely& one, const Likely& two) {
    return std::tuple(one.asked, -one.sure, one.other) < std::tuple(two.asked, -two.sure, two.other);
  });
  std::vector<Likely> best;
  for (const Likely& pair : pairs) {
    const auto size = best.size();
    const bool enough = size >= most_others && best[size - most_others].asked == pair.asked;
    if (!enough) best.push_back(pair);
  }
  return best;
}

}  // namespace

std::uint32_t PairLearner::Vocabulary::number(const Lesson::Word& word) {
  const auto [at, fresh] =
      numbers.try_emplace(word.first, static_cast<std::uint32_t>(stems.size()));
  if (fresh) {
    stems.push_back(word.first);
    words.emplace_back();
  }
  ++words[at->second][word.second];
  return at->second;
}

const std::string& PairLearner::Vocabulary::shown(std::uint32_t stem) const {
  const auto& forms = words[stem];
  return std::max_element(forms.begin(), forms.end(), [](const auto& one, const auto& other) {
           return one.second < other.second;
         })->first;
}

Lesson lesson_of(const std::vector<StoredText>& texts,
                 const std::function<Analyser&(const std::string& language)>& analyser_of) {
  std::map<std::string, const StoredText*> by_language;
  // Editions come in their order: an official text before a digest.
  for (const StoredText& text : texts) {
    const auto [known, fresh] = by_language.try_emplace(text.record.version.language, &text);
    if (!fresh && text.record.version.edition < known->second->record.version.edition) {
      known->second = &text;
    }
  }
  Lesson lesson;
  if (by_language.size() < 2) return lesson;
  for (const auto& [language, text] : by_language) {
    Analyser& analyser = analyser_of(language);
    Lesson::Side& side = lesson.sides[language];
    side.digest = text->record.version.edition == Edition::digest;
    std::vector<Token> tokens;
    const auto add = [&](std::string_view words, std::vector<Lesson::Word>& out) {
      tokens.clear();
      analyser.analyse(words, 0, tokens);
      for (const Token& token : tokens) {
        if (is_stop_word(language, token.folded) || !has_letter(token.folded)) continue;
        out.emplace_back(token.stem, token.folded);
      }
    };
    for (const PassageRecord& record : text->passages) {
      const Passage& passage = record.passage;
      for (const Unit& unit : passage.units) {
        if (!unit.heading.empty()) add(unit.heading, side.provisions[unit.eid + "#"]);
      }
      for (const UnitText& one : passage.texts) {
        add(one.text.text, side.provisions[passage.units[one.unit].eid]);
      }
    }
  }
  return lesson;
}

std::string encode(const Lesson& lesson) {
  if (lesson.sides.empty()) return {};
  ByteWriter out;
  out.number(lesson.sides.size());
  for (const auto& [language, side] : lesson.sides) {
    out.string(language);
    out.number(side.digest ? 1 : 0);
    out.number(side.provisions.size());
    for (const auto& [eid, words] : side.provisions) {
      out.string(eid);
      out.number(words.size());
      for (const auto& [stem, word] : words) {
        out.string(stem);
        out.string(word);
      }
    }
  }
  return out.take();
}

Lesson decode_lesson(std::string_view bytes) {
  ByteReader in(bytes);
  Lesson lesson;
  for (std::size_t sides = in.count(3); sides > 0; --sides) {
    Lesson::Side& side = lesson.sides[std::string(in.string())];
    side.digest = in.number(1) != 0;
    for (std::size_t provisions = in.count(2); provisions > 0; --provisions) {
      std::vector<Lesson::Word>& words = side.provisions[std::string(in.string())];
      for (std::size_t count = in.count(2); count > 0; --count) {
        const std::string_view stem = in.string();
        words.emplace_back(stem, in.string());
      }
    }
  }
  if (!in.ok()) throw std::runtime_error("what was put aside is not what was written");
  return lesson;
}

PairLearner::Stems PairLearner::numbered(const std::vector<Lesson::Word>& words,
                                         const std::string& language) {
  Vocabulary& vocabulary = vocabularies_[language];
  Stems stems;
  for (const Lesson::Word& word : words) stems.push_back(vocabulary.number(word));
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

void PairLearner::add(const Lesson& lesson) {
  for (auto one = lesson.sides.begin(); one != lesson.sides.end(); ++one) {
    for (auto other = std::next(one); other != lesson.sides.end(); ++other) {
      // Of a text and a guide to one only the ids are alike.
      if (one->second.digest != other->second.digest) continue;
      Aligned& aligned = aligned_[{one->first, other->first}];
      for (const auto& [eid, words] : one->second.provisions) {
        const auto same = other->second.provisions.find(eid);
        if (same == other->second.provisions.end()) continue;
        // Once there is enough, vocabularies need not grow either.
        if (aligned.cells + most_stems * most_stems > most_cells) break;
        Stems a = numbered(words, one->first);
        Stems b = numbered(same->second, other->first);
        const std::uint64_t cells = a.size() * b.size();
        const bool fits = std::max(a.size(), b.size()) <= most_stems;
        if (cells == 0 || !fits) continue;
        aligned.provisions.emplace_back(std::move(a), std::move(b));
        aligned.cells += cells;
      }
    }
  }
}

void PairLearner::learn_from(const std::pair<std::string, std::string>& languages,
                             const Aligned& aligned, std::vector<TermPair>& out) const {
  const Vocabulary& left = vocabularies_.at(languages.first);
  const Vocabulary& right = vocabularies_.at(languages.second);
  const Pairs pairs(aligned.provisions);
  const auto b_of_a = Model(pairs, true).fit();
  const auto a_of_b = Model(pairs, false).fit();
  const auto with_a = provisions_with(pairs, true);
  const auto with_b = provisions_with(pairs, false);
  const double most = common_share * static_cast<double>(pairs.grids.size()) + 1;
  std::vector<Likely> forwards, backwards;
  for (std::size_t i = 0; i < pairs.a.size(); ++i) {
    const std::uint32_t a = pairs.a[i];
    const std::uint32_t b = pairs.b[i];
    if (pairs.provisions[i] < fewest_provisions || with_a[a] > most || with_b[b] > most) continue;
    const double sure = std::sqrt(b_of_a[i] * a_of_b[i]);
    if (sure < least_likelihood) continue;
    forwards.push_back({a, b, sure});
    backwards.push_back({b, a, sure});
  }
  const auto percent = [](double sure) {
    return static_cast<std::uint32_t>(std::lround(std::min(sure, 1.0) * 100));
  };
  for (const Likely& pair : best_of(std::move(forwards))) {
    out.push_back({left.stems[pair.asked], languages.first, languages.second,
                   right.stems[pair.other], right.shown(pair.other), percent(pair.sure)});
  }
  for (const Likely& pair : best_of(std::move(backwards))) {
    out.push_back({right.stems[pair.asked], languages.second, languages.first,
                   left.stems[pair.other], left.shown(pair.other), percent(pair.sure)});
  }
}

TermPairs PairLearner::learn() const {
  std::vector<TermPair> pairs;
  for (const auto& [languages, aligned] : aligned_) {
    if (!aligned.provisions.empty()) learn_from(languages, aligned, pairs);
  }
  return TermPairs(std::move(pairs));
}

}  // namespace pinlex
