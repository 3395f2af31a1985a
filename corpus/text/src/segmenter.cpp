// SPDX-License-Identifier: GPL-2.0-or-later
#include "segmenter.hpp"

#include "code_points.hpp"

#include <unicode/brkiter.h>
#include <unicode/ustring.h>

#include <array>
#include <string>

namespace pinlex {
namespace {

// The word-break properties of Unicode Standard Annex 29 as far as the table decides alone.
enum class BreakClass : std::uint8_t {
  other,  // A boundary on either side.
  letter,
  digit,
  symbol,           // By the rules a letter, but no word alone.
  underscore,       // Joins letters and digits.
  between_letters,  // Part of a word between two letters only.
  between_digits,   // Part of a word between two digits only.
  between_either,   // Part of a word between two letters or two digits.
  blank,            // A boundary on either side, and what ICU is given can end here.
  complex,          // ICU must decide.
};

constexpr std::size_t two_byte_end = 0x800;
constexpr std::size_t punctuation_begin = 0x2000, punctuation_end = 0x2070;

struct ClassTable {
  std::array<BreakClass, two_byte_end> low{};
  std::array<BreakClass, punctuation_end - punctuation_begin> punctuation{};
};

BreakClass class_of(char32_t c) {
  if (c == ' ' || c == '\n' || c == '\t' || c == '\r') return BreakClass::blank;
  // CLDR, unlike the annex, keeps the colon out of words except in Finnish and Swedish.
  if (c == ':') return BreakClass::other;
  if (c == '@') return BreakClass::symbol;  // CLDR again: it keeps addresses whole.
  switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_WORD_BREAK)) {
    case U_WB_ALETTER:
      return makes_word(c) ? BreakClass::letter : BreakClass::symbol;
    case U_WB_NUMERIC:
      return makes_word(c) ? BreakClass::digit : BreakClass::complex;
    case U_WB_EXTENDNUMLET:
      return BreakClass::underscore;
    case U_WB_MIDLETTER:
      return BreakClass::between_letters;
    case U_WB_MIDNUM:
      return BreakClass::between_digits;
    case U_WB_MIDNUMLET:
    case U_WB_SINGLE_QUOTE:
      return BreakClass::between_either;
    case U_WB_OTHER:
    case U_WB_NEWLINE:
    case U_WB_DOUBLE_QUOTE:
    case U_WB_WSEGSPACE:
      // A letter without the property is of a script that takes a dictionary.
      return makes_word(c) ? BreakClass::complex : BreakClass::other;
    default:
      return BreakClass::complex;
  }
}

ClassTable make_table(bool colon_in_words) {
  ClassTable table;
  for (std::size_t c = 0; c < table.low.size(); ++c) {
    table.low[c] = class_of(static_cast<char32_t>(c));
  }
  for (std::size_t i = 0; i < table.punctuation.size(); ++i) {
    table.punctuation[i] = class_of(static_cast<char32_t>(punctuation_begin + i));
  }
  if (colon_in_words) table.low[':'] = BreakClass::between_letters;
  return table;
}

const ClassTable& table_for(bool colon_in_words) {
  static const ClassTable usual = make_table(false);
  static const ClassTable with_colon = make_table(true);
  return colon_in_words ? with_colon : usual;
}

// Whether a mark of this class between two characters of class `side` is part of their word.
bool joins(BreakClass mark, BreakClass side) {
  if (mark == BreakClass::between_either) {
    return side == BreakClass::letter || side == BreakClass::digit;
  }
  return (mark == BreakClass::between_letters && side == BreakClass::letter) ||
         (mark == BreakClass::between_digits && side == BreakClass::digit);
}

bool is_mark(BreakClass c) {
  return c == BreakClass::between_letters || c == BreakClass::between_digits ||
         c == BreakClass::between_either;
}

bool in_word(BreakClass c) {
  return c == BreakClass::letter || c == BreakClass::digit || c == BreakClass::symbol ||
         c == BreakClass::underscore;
}

bool makes_word(BreakClass c) { return c == BreakClass::letter || c == BreakClass::digit; }

// What stands beside a mark, as joins() asks for it.
BreakClass side_of_mark(BreakClass c) { return c == BreakClass::symbol ? BreakClass::letter : c; }

}  // namespace

struct Segmenter::Impl {
  std::string language;
  const ClassTable* table = nullptr;
  std::unique_ptr<icu::BreakIterator> icu;  // Made when first needed: it takes long to load.
  std::u16string units;
  std::vector<std::uint32_t> origin;  // Byte offset of each UTF-16 unit.

  // The class of the character at `at`, which moves behind it; `other` at the end of the text.
  BreakClass next_class(std::string_view text, std::size_t& at) const {
    if (at >= text.size()) return BreakClass::other;
    const auto first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) return ++at, table->low[first];
    const char32_t c = next_code_point_or_error(text, at);
    if (c < two_byte_end) return table->low[c];
    if (c >= punctuation_begin && c < punctuation_end) {
      return table->punctuation[c - punctuation_begin];
    }
    return BreakClass::complex;
  }

  std::size_t cut_word(std::string_view text, std::size_t begin,
                       std::vector<WordSegment>& out) const;
  std::size_t end_of_complex(std::string_view text, std::size_t at) const;
  void cut_by_icu(std::string_view text, std::size_t begin, std::size_t end,
                  std::vector<WordSegment>& out);
  void decode(std::string_view text, std::size_t begin, std::size_t end);
};

namespace {

constexpr std::size_t none = std::string_view::npos;

}  // namespace

// Appends the word at `begin` and returns where it ends; `none` where it meets a complex character.
std::size_t Segmenter::Impl::cut_word(std::string_view text, std::size_t begin,
                                      std::vector<WordSegment>& out) const {
  std::size_t end = begin;
  BreakClass last = next_class(text, end);
  bool is_word = makes_word(last);
  bool mixed = false;
  for (;;) {
    std::size_t behind = end;
    const BreakClass next = next_class(text, behind);
    if (in_word(next)) {
      last = next;
    } else if (next == BreakClass::complex) {
      return none;
    } else if (is_mark(next)) {
      const BreakClass side = next_class(text, behind);
      if (side == BreakClass::complex) return none;
      if (side_of_mark(side) != side_of_mark(last) || !joins(next, side_of_mark(side))) break;
      mixed = true;
      last = side;
    } else {
      break;
    }
    is_word = is_word || makes_word(last);
    end = behind;
  }
  if (is_word) {
    out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), mixed});
  }
  return end;
}

// The first blank from `at` on that a simple character follows, or the end of the text.
std::size_t Segmenter::Impl::end_of_complex(std::string_view text, std::size_t at) const {
  while (at < text.size()) {
    const std::size_t begin = at;
    if (next_class(text, at) != BreakClass::blank) continue;
    std::size_t behind = at;
    if (next_class(text, behind) != BreakClass::complex) return begin;
  }
  return text.size();
}

void Segmenter::Impl::decode(std::string_view text, std::size_t begin, std::size_t end) {
  units.clear();
  origin.clear();
  for (std::size_t at = begin; at < end;) {
    const auto offset = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point_or_error(text, at);
    if (c >= 0x10000 && c != ill_formed) {
      units += static_cast<char16_t>(0xD7C0 + (c >> 10));
      units += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
      origin.push_back(offset);
    } else {
      units += c == ill_formed ? u'\uFFFD' : static_cast<char16_t>(c);
    }
    origin.push_back(offset);
  }
  origin.push_back(static_cast<std::uint32_t>(end));
}

void Segmenter::Impl::cut_by_icu(std::string_view text, std::size_t begin, std::size_t end,
                                 std::vector<WordSegment>& out) {
  UErrorCode status = U_ZERO_ERROR;
  if (!icu)
    icu.reset(icu::BreakIterator::createWordInstance(icu::Locale(language.c_str()), status));
  decode(text, begin, end);
  const icu::UnicodeString alias(false, units.data(), static_cast<std::int32_t>(units.size()));
  if (U_FAILURE(status) || !icu) return;
  icu->setText(alias);
  std::int32_t from = icu->first();
  for (std::int32_t to = icu->next(); to != icu::BreakIterator::DONE; from = to, to = icu->next()) {
    bool is_word = false;
    for (std::int32_t i = from; i < to && !is_word;) {
      UChar32 c = 0;
      U16_NEXT(units.data(), i, to, c);
      is_word = makes_word(static_cast<char32_t>(c));
    }
    if (is_word)
      out.push_back(
          {origin[static_cast<std::size_t>(from)], origin[static_cast<std::size_t>(to)], true});
  }
}

Segmenter::Segmenter(std::string_view language) : impl_(std::make_unique<Impl>()) {
  impl_->language = language;
  impl_->table = &table_for(language == "fi" || language == "sv");
}

Segmenter::~Segmenter() = default;
Segmenter::Segmenter(Segmenter&&) noexcept = default;
Segmenter& Segmenter::operator=(Segmenter&&) noexcept = default;

void Segmenter::segment(std::string_view text, std::vector<WordSegment>& out) {
  const Impl& simple = *impl_;
  std::size_t safe = 0;  // A boundary whatever follows; words before it stand.
  std::size_t words_at_safe = out.size();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const BreakClass c = simple.next_class(text, at);
    if (c == BreakClass::blank) {
      safe = begin;
      words_at_safe = out.size();
      continue;
    }
    bool complex = c == BreakClass::complex;
    if (in_word(c)) {
      const std::size_t end = simple.cut_word(text, begin, out);
      complex = end == none;
      at = end;
    }
    if (!complex) continue;
    out.resize(words_at_safe);
    at = simple.end_of_complex(text, begin);
    impl_->cut_by_icu(text, safe, at, out);
    safe = at;
    words_at_safe = out.size();
  }
}

void Segmenter::segment_by_icu(std::string_view text, std::vector<WordSegment>& out) {
  impl_->cut_by_icu(text, 0, text.size(), out);
}

}  // namespace pinlex
