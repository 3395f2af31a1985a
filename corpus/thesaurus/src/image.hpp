// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pinlex {

/// The tables of a compiled thesaurus, in the order of the bytes. All numbers are 32 bits, lowest
/// byte first. The bytes are: magic and version, the fingerprint, the numbers of rows, the tables,
/// and the text that `strings` cuts into strings. A table whose rows own rows of the next has one
/// row more, so that each row's end is the next one's beginning.
enum class ImageTable : std::uint8_t {
  strings,    ///< offset in the text | +1
  concepts,   ///< id, note, kind, weight (2), phrases, broader, narrower, related | +1
  broader,    ///< concept
  narrower,   ///< concept
  related,    ///< concept
  phrases,    ///< language's code, wording, text
  languages,  ///< code, filter, slots, stems | +1
  filters,    ///< 32 bits of a language's filter
  slots,      ///< hash, stem + 1 or 0
  stems,      ///< word, patterns | +1
  patterns,   ///< concept, wording, elements | +1
  elements,   ///< stem, and the highest bit behind a gap
};

inline constexpr std::size_t image_tables = 12;

/// Columns of each table, and the columns that each of them needs by name.
inline constexpr std::array<std::uint32_t, image_tables> image_columns{1, 9, 1, 1, 1, 3,
                                                                       4, 1, 2, 2, 3, 1};
enum ConceptColumn : std::uint8_t {
  concept_id,
  concept_note,
  concept_kind,
  concept_weight_low,
  concept_weight_high,
  concept_phrases,
  concept_broader,
  concept_narrower,
  concept_related,
};
enum PhraseColumn : std::uint8_t { phrase_language, phrase_wording, phrase_text };
enum LanguageColumn : std::uint8_t {
  language_code,
  language_filter,
  language_slots,
  language_stems,
};
enum SlotColumn : std::uint8_t { slot_hash, slot_stem };
enum StemColumn : std::uint8_t { stem_word, stem_patterns };
enum PatternColumn : std::uint8_t { pattern_concept, pattern_wording, pattern_elements };

/// Whether a table has a row behind its last that only says where things end.
constexpr bool has_end_row(ImageTable table) {
  switch (table) {
    case ImageTable::strings:
    case ImageTable::concepts:
    case ImageTable::languages:
    case ImageTable::stems:
    case ImageTable::patterns:
      return true;
    case ImageTable::broader:
    case ImageTable::narrower:
    case ImageTable::related:
    case ImageTable::phrases:
    case ImageTable::filters:
    case ImageTable::slots:
    case ImageTable::elements:
      return false;
  }
  return false;
}

inline constexpr std::string_view image_magic = "pinlex thesaurus";
inline constexpr std::size_t fingerprint_size = 64;

/// Set in an element that stands behind a gap. All such come behind those that do not.
inline constexpr std::uint32_t gap_bit = 1u << 31;

/// What a stem's place in the slots begins from; part of the format.
std::uint32_t stem_hash(std::string_view stem);

inline std::uint32_t load32(const char* at) {
  const auto byte = [at](int i) { return std::uint32_t{static_cast<unsigned char>(at[i])}; };
  return byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
}

/// Rows [begin, end) of a table.
struct RowRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The bytes of a compiled thesaurus, read in place.
class ThesaurusImage {
 public:
  /// Checks everything that reading relies on.
  static Result<ThesaurusImage> open(std::string bytes);

  std::string_view bytes() const { return bytes_; }
  std::string_view fingerprint() const;

  /// Rows of a table, without the one that only says where things end.
  std::uint32_t rows(ImageTable table) const { return rows_[index(table)]; }

  /// Where a row begins.
  const char* row(ImageTable table, std::uint32_t number) const {
    const std::size_t i = index(table);
    return bytes_.data() + starts_[i] + 4 * std::size_t{number} * image_columns[i];
  }

  std::uint32_t at(ImageTable table, std::uint32_t number, unsigned column = 0) const {
    return load32(row(table, number) + 4 * std::size_t{column});
  }

  /// What a row owns, from a column that holds where that begins.
  RowRange owned(ImageTable table, std::uint32_t row, unsigned column) const {
    return {at(table, row, column), at(table, row + 1, column)};
  }

  std::string_view string(std::uint32_t number) const {
    const RowRange range = owned(ImageTable::strings, number, 0);
    return {bytes_.data() + text_ + range.begin, range.end - range.begin};
  }

 private:
  static std::size_t index(ImageTable table) { return static_cast<std::size_t>(table); }

  bool read_head();
  bool is_sound() const;
  bool concepts_are_sound() const;
  bool phrases_are_sound() const;
  bool languages_are_sound() const;
  bool patterns_are_sound() const;
  bool pattern_is_sound(std::uint32_t pattern, std::uint32_t stem, RowRange stems) const;
  bool is_before(std::uint32_t pattern, std::uint32_t other) const;
  bool all_below(ImageTable table, unsigned column, std::uint32_t bound) const;
  bool ascend(ImageTable table, unsigned column, std::uint32_t end) const;
  std::uint32_t stored_rows(ImageTable table) const {
    return rows(table) + (has_end_row(table) ? 1 : 0);
  }

  std::string bytes_;
  std::array<std::uint32_t, image_tables> rows_{};
  std::array<std::size_t, image_tables> starts_{};
  std::size_t text_ = 0;
};

/// The bytes of a thesaurus.
std::string make_image(const class Thesaurus& thesaurus);

}  // namespace pinlex
