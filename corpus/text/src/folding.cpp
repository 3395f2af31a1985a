// SPDX-License-Identifier: GPL-2.0-or-later
#include "folding.hpp"

#include "code_points.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/text/repair.hpp>

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>

namespace pinlex {
namespace {

bool is_ascii(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string nfkc_casefold(std::string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  std::string folded;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) return std::string(word);
  icu::StringByteSink<std::string> sink(&folded);
  normalizer->normalizeUTF8(0,
                            icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())),
                            sink, nullptr, status);
  return U_SUCCESS(status) ? folded : std::string(word);
}

bool is_apostrophe(char32_t c) { return c == 0x2019 || c == 0x2018 || c == 0x2BC || c == 0x2032; }

// Letters with a stroke or tied together, which have no decomposition.
std::string_view plain_spelling(char32_t c) {
  switch (c) {
    case 0xE6:
      return "ae";
    case 0xF0:
    case 0x111:
      return "d";
    case 0xF8:
      return "o";
    case 0xFE:
      return "th";
    case 0x131:
      return "i";
    case 0x142:
      return "l";
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

// The letter without its marks, where its script writes marks that people leave out.
char32_t base_letter(char32_t c) {
  if (c == 0x451) return 0x435;  // ё
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  if (U_FAILURE(status) || (script != USCRIPT_LATIN && script != USCRIPT_GREEK)) return c;
  const auto* normalizer = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString decomposition;
  if (U_FAILURE(status) || !normalizer->getDecomposition(static_cast<UChar32>(c), decomposition)) {
    return c;
  }
  return static_cast<char32_t>(decomposition.char32At(0));
}

bool takes_loose_marks(char32_t base) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(base), &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

std::string fold_marks(std::string_view word, const FoldingRules& rules) {
  std::string folded;
  char32_t base = 0;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point_or_error(word, at);
    const std::string_view itself = word.substr(begin, at - begin);
    if (is_mark(c)) {
      if (!takes_loose_marks(base)) folded += itself;
      continue;
    }
    base = c;
    if (c < 0x80 || rules.kept_letters.find(itself) != std::string_view::npos) {
      folded += itself;
    } else if (is_apostrophe(c)) {
      folded += '\'';
    } else if (const int digit = u_charDigitValue(static_cast<UChar32>(c)); digit >= 0) {
      folded += static_cast<char>('0' + digit);
    } else if (const std::string_view spelling = plain_spelling(c); !spelling.empty()) {
      folded += spelling;
    } else {
      append_utf8(folded, base_letter(c));
    }
  }
  return folded;
}

}  // namespace

std::string fold_case(std::string_view text) { return nfkc_casefold(text); }

std::string fold(std::string_view word, const FoldingRules& rules) {
  if (!is_ascii(word)) return fold_marks(nfkc_casefold(word), rules);
  std::string folded(word);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

}  // namespace pinlex
