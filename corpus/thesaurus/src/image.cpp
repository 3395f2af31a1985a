// SPDX-License-Identifier: GPL-2.0-or-later
#include "image.hpp"

#include <pinlex/thesaurus/compiled_thesaurus.hpp>

#include <bit>
#include <utility>

namespace pinlex {
namespace {

constexpr std::size_t version_at = image_magic.size();
constexpr std::size_t fingerprint_at = version_at + 4;
constexpr std::size_t rows_at = fingerprint_at + fingerprint_size;
constexpr std::size_t tables_at = rows_at + 4 * image_tables;

Unexpected damaged() {
  return fail(Code::damaged, "the stored thesaurus is not what was written",
              "index the texts again");
}

std::uint64_t load64(const char* at) { return load32(at) | std::uint64_t{load32(at + 4)} << 32; }

std::uint64_t mixed(std::uint64_t value) {
  value *= 0x9E3779B97F4A7C15;
  return value ^ value >> 29;
}

}  // namespace

// Reads of a fixed size, which overlap where the length is no multiple of it: stems are short.
std::uint32_t stem_hash(std::string_view stem) {
  const char* const at = stem.data();
  const std::size_t size = stem.size();
  std::uint64_t hash = size;
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) hash = mixed(hash ^ load64(at + i));
    hash = mixed(hash ^ load64(at + size - 8));
  } else if (size >= 4) {
    hash = mixed(hash ^ load32(at) ^ std::uint64_t{load32(at + size - 4)} << 32);
  } else if (size > 0) {
    const auto byte = [at](std::size_t i) {
      return std::uint64_t{static_cast<unsigned char>(at[i])};
    };
    hash = mixed(hash ^ byte(0) << 8 ^ byte(size / 2) << 16 ^ byte(size - 1) << 24);
  }
  return static_cast<std::uint32_t>(hash >> 32 ^ hash);
}

Result<ThesaurusImage> ThesaurusImage::open(std::string bytes) {
  ThesaurusImage image;
  image.bytes_ = std::move(bytes);
  if (!image.bytes_.starts_with(image_magic) || image.bytes_.size() < tables_at) return damaged();
  const std::uint32_t version = load32(image.bytes_.data() + version_at);
  if (version != thesaurus_format) {
    return fail(Code::wrong_format,
                "the stored thesaurus has format " + std::to_string(version) +
                    ", and this version of pinlex reads format " + std::to_string(thesaurus_format),
                "index the texts again");
  }
  if (!image.read_head() || !image.is_sound()) return damaged();
  return image;
}

std::string_view ThesaurusImage::fingerprint() const {
  return std::string_view(bytes_).substr(fingerprint_at, fingerprint_size);
}

/// Where each table begins, and that all of them lie within the bytes.
bool ThesaurusImage::read_head() {
  std::size_t start = tables_at;
  for (std::size_t i = 0; i < image_tables; ++i) {
    rows_[i] = load32(bytes_.data() + rows_at + 4 * i);
    starts_[i] = start;
    const std::uint64_t rows =
        std::uint64_t{rows_[i]} + (has_end_row(static_cast<ImageTable>(i)) ? 1 : 0);
    if (rows * image_columns[i] > (bytes_.size() - start) / 4) return false;
    start += static_cast<std::size_t>(4 * rows * image_columns[i]);
  }
  text_ = start;
  return true;
}

bool ThesaurusImage::all_below(ImageTable table, unsigned column, std::uint32_t bound) const {
  for (std::uint32_t row = 0; row < rows(table); ++row) {
    if (at(table, row, column) >= bound) return false;
  }
  return true;
}

/// From 0 to `end`, never down: rows that own rows leave none out.
bool ThesaurusImage::ascend(ImageTable table, unsigned column, std::uint32_t end) const {
  std::uint32_t last = 0;
  if (at(table, 0, column) != 0) return false;
  for (std::uint32_t row = 1; row < stored_rows(table); ++row) {
    const std::uint32_t next = at(table, row, column);
    if (next < last) return false;
    last = next;
  }
  return last == end;
}

bool ThesaurusImage::is_sound() const {
  const std::size_t text = bytes_.size() - text_;
  return text <= UINT32_MAX && ascend(ImageTable::strings, 0, static_cast<std::uint32_t>(text)) &&
         concepts_are_sound() && phrases_are_sound() && languages_are_sound() &&
         patterns_are_sound();
}

bool ThesaurusImage::concepts_are_sound() const {
  using enum ImageTable;
  const std::uint32_t count = rows(concepts);
  if (count > most_concepts || !all_below(concepts, concept_id, rows(strings)) ||
      !all_below(concepts, concept_note, rows(strings)) ||
      !all_below(concepts, concept_kind, static_cast<std::uint32_t>(ConceptKind::element) + 1)) {
    return false;
  }
  for (std::uint32_t row = 0; row < count; ++row) {
    const double weight =
        std::bit_cast<double>(at(concepts, row, concept_weight_low) |
                              std::uint64_t{at(concepts, row, concept_weight_high)} << 32);
    if (!(weight > 0 && weight <= 1)) return false;
    if (row > 0 &&
        string(at(concepts, row - 1, concept_id)) >= string(at(concepts, row, concept_id))) {
      return false;
    }
  }
  return ascend(concepts, concept_phrases, rows(phrases)) &&
         ascend(concepts, concept_broader, rows(broader)) &&
         ascend(concepts, concept_narrower, rows(narrower)) &&
         ascend(concepts, concept_related, rows(related)) && all_below(broader, 0, count) &&
         all_below(narrower, 0, count) && all_below(related, 0, count);
}

bool ThesaurusImage::phrases_are_sound() const {
  using enum ImageTable;
  return all_below(phrases, phrase_language, rows(strings)) &&
         all_below(phrases, phrase_wording, static_cast<std::uint32_t>(Wording::lay) + 1) &&
         all_below(phrases, phrase_text, rows(strings));
}

bool ThesaurusImage::languages_are_sound() const {
  using enum ImageTable;
  if (!all_below(languages, language_code, rows(strings)) ||
      !ascend(languages, language_filter, rows(filters)) ||
      !ascend(languages, language_slots, rows(slots)) ||
      !ascend(languages, language_stems, rows(stems)) ||
      !all_below(stems, stem_word, rows(strings))) {
    return false;
  }
  for (std::uint32_t row = 0; row < rows(languages); ++row) {
    if (row > 0 && string(at(languages, row - 1, language_code)) >=
                       string(at(languages, row, language_code))) {
      return false;
    }
    const RowRange filter = owned(languages, row, language_filter);
    const RowRange places = owned(languages, row, language_slots);
    const RowRange words = owned(languages, row, language_stems);
    if (!std::has_single_bit(filter.end - filter.begin) ||
        !std::has_single_bit(places.end - places.begin)) {
      return false;
    }
    std::uint32_t used = 0;
    for (std::uint32_t i = places.begin; i < places.end; ++i) {
      const std::uint32_t stem = at(slots, i, slot_stem);
      if (stem == 0) continue;
      if (stem - 1 < words.begin || stem - 1 >= words.end) return false;
      ++used;
    }
    // An empty slot ends every search.
    if (used == places.end - places.begin || used != words.end - words.begin) return false;
  }
  return true;
}

bool ThesaurusImage::patterns_are_sound() const {
  using enum ImageTable;
  if (!ascend(stems, stem_patterns, rows(patterns)) ||
      !ascend(patterns, pattern_elements, rows(elements)) ||
      !all_below(patterns, pattern_concept, rows(concepts)) ||
      !all_below(patterns, pattern_wording, static_cast<std::uint32_t>(Wording::lay) + 1)) {
    return false;
  }
  for (std::uint32_t language = 0; language < rows(languages); ++language) {
    const RowRange words = owned(languages, language, language_stems);
    for (std::uint32_t stem = words.begin; stem < words.end; ++stem) {
      const RowRange range = owned(stems, stem, stem_patterns);
      for (std::uint32_t pattern = range.begin; pattern < range.end; ++pattern) {
        if (!pattern_is_sound(pattern, stem, words)) return false;
        if (pattern > range.begin && !is_before(pattern - 1, pattern)) return false;
      }
    }
  }
  return true;
}

/// Whether a pattern's elements come before another's: what the finder halves must be in order.
bool ThesaurusImage::is_before(std::uint32_t pattern, std::uint32_t other) const {
  const RowRange a = owned(ImageTable::patterns, pattern, pattern_elements);
  const RowRange b = owned(ImageTable::patterns, other, pattern_elements);
  for (std::uint32_t i = 0; b.begin + i < b.end; ++i) {
    if (a.begin + i == a.end) return true;
    const std::uint32_t one = at(ImageTable::elements, a.begin + i);
    const std::uint32_t two = at(ImageTable::elements, b.begin + i);
    if (one != two) return one < two;
  }
  return false;
}

/// A pattern begins with the stem that owns it; its words are of its language; its length and gaps
/// bound the work of the finder.
bool ThesaurusImage::pattern_is_sound(std::uint32_t pattern, std::uint32_t stem,
                                      RowRange words) const {
  using enum ImageTable;
  const RowRange range = owned(patterns, pattern, pattern_elements);
  const std::uint32_t length = range.end - range.begin;
  if (length == 0 || length > most_words || at(elements, range.begin) != stem) return false;
  std::uint32_t gaps = 0;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::uint32_t word = at(elements, i) & ~gap_bit;
    gaps += at(elements, i) >> 31;
    if (word < words.begin || word >= words.end) return false;
  }
  return gaps <= most_gaps;
}

}  // namespace pinlex
