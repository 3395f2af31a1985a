// SPDX-License-Identifier: GPL-2.0-or-later
#include "filter.hpp"
#include "image.hpp"
#include "phrase.hpp"

#include <pinlex/thesaurus/compiled_thesaurus.hpp>

#include <algorithm>
#include <bit>
#include <map>
#include <unordered_map>
#include <utility>

namespace pinlex {
namespace {

using Sequence = std::vector<PhraseStem>;

/// Whose words a sequence of stems is. Where a concept writes one twice, the first wording stands.
struct Owner {
  std::uint32_t number = 0;
  Wording wording = Wording::label;
};

class ImageMaker {
 public:
  explicit ImageMaker(const Thesaurus& thesaurus) : thesaurus_(thesaurus) {}

  std::string make() {
    for (std::uint32_t i = 0; i < thesaurus_.concepts().size(); ++i) {
      numbers_[thesaurus_.concepts()[i].id] = i;
    }
    for (const Concept& one : thesaurus_.concepts()) put_concept(one);
    put_concept_end();
    for (const auto& [language, sequences] : sequences_) put_language(language, sequences);
    put(ImageTable::languages,
        {0, rows(ImageTable::filters), rows(ImageTable::slots), rows(ImageTable::stems)});
    put(ImageTable::stems, {0, rows(ImageTable::patterns)});
    put(ImageTable::patterns, {0, 0, rows(ImageTable::elements)});
    put(ImageTable::strings, {static_cast<std::uint32_t>(text_.size())});
    return bytes();
  }

 private:
  std::vector<std::uint32_t>& cells(ImageTable table) {
    return cells_[static_cast<std::size_t>(table)];
  }
  std::uint32_t rows(ImageTable table) {
    return static_cast<std::uint32_t>(cells(table).size() /
                                      image_columns[static_cast<std::size_t>(table)]);
  }
  void put(ImageTable table, std::initializer_list<std::uint32_t> row) {
    cells(table).insert(cells(table).end(), row);
  }

  std::uint32_t string(const std::string& text);
  void put_concept(const Concept& one);
  void put_concept_end();
  void put_phrase(std::uint32_t number, const std::string& language, Wording wording,
                  const std::string& text);
  void put_links(ImageTable table, const std::vector<std::string>& ids);
  void put_language(const std::string& language, const std::map<Sequence, Owner>& sequences);
  void put_filter(const std::map<Sequence, Owner>& sequences);
  void put_slots(std::uint32_t first_stem, const std::vector<std::string>& words);
  std::string bytes();

  const Thesaurus& thesaurus_;
  PhraseReader reader_;
  std::array<std::vector<std::uint32_t>, image_tables> cells_;
  std::string text_;
  std::unordered_map<std::string, std::uint32_t> strings_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::map<std::string, std::map<Sequence, Owner>> sequences_;
};

/// The number of a string; equal ones share it.
std::uint32_t ImageMaker::string(const std::string& text) {
  const auto [found, is_new] = strings_.emplace(text, rows(ImageTable::strings));
  if (is_new) {
    put(ImageTable::strings, {static_cast<std::uint32_t>(text_.size())});
    text_ += text;
  }
  return found->second;
}

void ImageMaker::put_links(ImageTable table, const std::vector<std::string>& ids) {
  for (const std::string& id : ids) put(table, {numbers_.at(id)});
}

void ImageMaker::put_concept(const Concept& one) {
  const auto weight = std::bit_cast<std::uint64_t>(one.weight);
  const std::uint32_t number = rows(ImageTable::concepts);
  put(ImageTable::concepts,
      {string(one.id), string(one.note), static_cast<std::uint32_t>(one.kind),
       static_cast<std::uint32_t>(weight), static_cast<std::uint32_t>(weight >> 32),
       rows(ImageTable::phrases), rows(ImageTable::broader), rows(ImageTable::narrower),
       rows(ImageTable::related)});
  for (const auto& [language, label] : one.labels) {
    put_phrase(number, language, Wording::label, label);
  }
  for (const auto& [wording, lists] :
       {std::pair(Wording::legal, &one.legal), std::pair(Wording::lay, &one.lay)}) {
    for (const auto& [language, phrases] : *lists) {
      for (const std::string& phrase : phrases) put_phrase(number, language, wording, phrase);
    }
  }
  put_links(ImageTable::broader, one.broader);
  put_links(ImageTable::narrower, one.narrower);
  put_links(ImageTable::related, one.related);
}

void ImageMaker::put_concept_end() {
  put(ImageTable::concepts, {0, 0, 0, 0, 0, rows(ImageTable::phrases), rows(ImageTable::broader),
                             rows(ImageTable::narrower), rows(ImageTable::related)});
}

void ImageMaker::put_phrase(std::uint32_t number, const std::string& language, Wording wording,
                            const std::string& text) {
  put(ImageTable::phrases, {string(language), static_cast<std::uint32_t>(wording), string(text)});
  sequences_[language].try_emplace(reader_.read(language, text).stems, Owner{number, wording});
}

/// Stems ascending, and the patterns of a stem as the finder compares them: by the numbers of their
/// elements, a shorter one before what continues it.
void ImageMaker::put_language(const std::string& language,
                              const std::map<Sequence, Owner>& sequences) {
  std::vector<std::string> words;
  for (const auto& [sequence, owner] : sequences) {
    for (const PhraseStem& one : sequence) words.push_back(one.stem);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const std::uint32_t first_stem = rows(ImageTable::stems);
  put(ImageTable::languages,
      {string(language), rows(ImageTable::filters), rows(ImageTable::slots), first_stem});
  put_filter(sequences);
  put_slots(first_stem, words);
  // Sequences ascend by gap, then by stem: so do their elements.
  auto sequence = sequences.begin();
  for (const std::string& word : words) {
    put(ImageTable::stems, {string(word), rows(ImageTable::patterns)});
    for (; sequence != sequences.end() && sequence->first.front().stem == word; ++sequence) {
      put(ImageTable::patterns,
          {sequence->second.number, static_cast<std::uint32_t>(sequence->second.wording),
           rows(ImageTable::elements)});
      for (const PhraseStem& one : sequence->first) {
        const auto at = std::lower_bound(words.begin(), words.end(), one.stem);
        const auto stem = first_stem + static_cast<std::uint32_t>(at - words.begin());
        put(ImageTable::elements, {stem | (one.after_gap ? gap_bit : 0)});
      }
    }
  }
}

/// About one bit in thirty-two is set.
void ImageMaker::put_filter(const std::map<Sequence, Owner>& sequences) {
  const auto size = std::bit_ceil(static_cast<std::uint32_t>(32 * sequences.size()));
  std::vector<std::uint32_t> words(std::max(size / 32, 1u));
  const auto set = [&](std::uint32_t key) {
    const auto mask = static_cast<std::uint32_t>(32 * words.size() - 1);
    const std::uint32_t bit = StemFilter::bit_of(key, mask);
    words[bit / 32] |= 1u << bit % 32;
  };
  for (const auto& [sequence, owner] : sequences) {
    const std::uint32_t first = quick_hash(sequence.front().stem);
    const bool gap = sequence.size() > 1 && sequence[1].after_gap;
    if (sequence.size() == 1 || gap) set(loose_key(first));
    if (sequence.size() == 1) set(alone_key(first));
    if (sequence.size() > 1) set(pair_key(first, quick_hash(sequence[1].stem), gap));
  }
  for (const std::uint32_t word : words) put(ImageTable::filters, {word});
}

/// At most half of the slots are taken.
void ImageMaker::put_slots(std::uint32_t first_stem, const std::vector<std::string>& words) {
  const auto size = std::bit_ceil(static_cast<std::uint32_t>(2 * words.size()));
  std::vector<std::pair<std::uint32_t, std::uint32_t>> slots(size);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const std::uint32_t hash = stem_hash(words[i]);
    std::uint32_t at = hash & (size - 1);
    while (slots[at].second != 0) at = (at + 1) & (size - 1);
    slots[at] = {hash, first_stem + i + 1};
  }
  for (const auto& [hash, stem] : slots) put(ImageTable::slots, {hash, stem});
}

std::string ImageMaker::bytes() {
  std::string out(image_magic);
  const auto put32 = [&out](std::uint32_t value) {
    for (unsigned shift = 0; shift < 32; shift += 8) out += static_cast<char>(value >> shift);
  };
  put32(thesaurus_format);
  out += thesaurus_.fingerprint();
  for (std::size_t i = 0; i < image_tables; ++i) {
    const auto table = static_cast<ImageTable>(i);
    put32(rows(table) - (has_end_row(table) ? 1 : 0));
  }
  for (const auto& table : cells_) {
    for (const std::uint32_t cell : table) put32(cell);
  }
  return out + text_;
}

}  // namespace

std::string make_image(const Thesaurus& thesaurus) { return ImageMaker(thesaurus).make(); }

}  // namespace pinlex
