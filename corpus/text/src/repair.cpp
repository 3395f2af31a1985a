// SPDX-License-Identifier: GPL-2.0-or-later
#include "code_points.hpp"
#include "repair_arabic.hpp"
#include "repair_glue.hpp"
#include "repair_needs.hpp"
#include "rewriter.hpp"

#include <pinlex/base/utf8.hpp>
#include <pinlex/text/repair.hpp>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <array>
#include <optional>

namespace pinlex {
namespace {

constexpr char32_t soft_hyphen = 0xAD, tatweel = 0x640;

// Bytes that may begin something to repair.
constexpr std::array<bool, 256> worth_a_look = [] {
  std::array<bool, 256> table{};
  for (unsigned byte = 0; byte < table.size(); ++byte) {
    table[byte] = byte >= 0x80 || byte == '-' || may_be_glue(static_cast<unsigned char>(byte));
  }
  return table;
}();

bool is_arabic_presentation_form(char32_t c) {
  return (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

// Runs of characters that no step of repair looks at: Latin, Cyrillic, dashes and quotation marks,
// Han, kana, Hangul, full-width forms.
bool is_plain(char32_t c) {
  return (c < 0x300 && c != soft_hyphen) || (c >= 0x400 && c < 0x483) ||
         (c >= 0x48A && c < 0x530) || (c >= 0x2012 && c < 0x202A) || (c >= 0x3001 && c < 0x302A) ||
         (c >= 0x3040 && c < 0x3099) || (c >= 0x309B && c < 0xA000) ||
         (c >= 0xAC00 && c < 0xD7A4) || (c >= 0xFF00 && c < 0xFFF0);
}

bool needs_a_look(char32_t c) {
  if (is_plain(c)) return false;
  if (c == ill_formed || is_invisible(c)) return true;
  if ((c >= 0x600 && c < 0x900) || c == 0x2010 || c == 0x2011) return true;
  if ((c >= 0xFB00 && c <= 0xFB06) || is_arabic_presentation_form(c)) return true;
  const auto code_point = static_cast<UChar32>(c);
  return u_getIntPropertyValue(code_point, UCHAR_NFC_QUICK_CHECK) != UNORM_YES ||
         u_getCombiningClass(code_point) != 0;
}

std::string_view spelled_out(char32_t ligature) {
  constexpr std::array<std::string_view, 7> letters = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  if (ligature < 0xFB00 || ligature > 0xFB06) return {};
  return letters[ligature - 0xFB00];
}

// The letters of an Arabic presentation form; empty for a form that stands for a mark alone.
std::string nominal_form(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCInstance(status);
  std::string letters;
  icu::UnicodeString decomposition;
  if (U_SUCCESS(status) &&
      normalizer->getDecomposition(static_cast<UChar32>(c), decomposition) != 0) {
    if (decomposition.charAt(0) != ' ') {
      decomposition.findAndReplace(" ", "").toUTF8String(letters);  // A whole phrase is one word.
    }
  } else {
    append_utf8(letters, c);
  }
  return letters;
}

// Whether nothing but blanks stands between `at` and the end of its line.
bool line_ends_at(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of(" \t\r", at);
  return next != std::string_view::npos && text[next] == '\n';
}

// What is written for a character; nothing where it stays as it is.
std::optional<std::string> replacement(char32_t c, std::string_view text, std::size_t behind) {
  // A soft hyphen at a line end is a hyphen, which the step for line ends takes out.
  if (c == soft_hyphen && line_ends_at(text, behind)) return "-";
  if (is_invisible(c) || c == tatweel) return "";
  if (c == 0x2010 || c == 0x2011) return "-";
  if (c == ill_formed) return "\uFFFD";
  if (const std::string_view letters = spelled_out(c); !letters.empty())
    return std::string(letters);
  if (is_arabic_presentation_form(c)) {
    std::string letters = nominal_form(c);
    std::string itself;
    append_utf8(itself, c);
    if (letters != itself) return letters;
  }
  return std::nullopt;
}

void repair_characters(Repaired& repaired) {
  Rewriter rewriter(repaired);
  const std::string_view text = repaired.text;
  std::size_t kept = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point_or_error(text, at);
    if (is_plain(c)) continue;
    if (const auto instead = replacement(c, text, at)) {
      rewriter.keep(kept, begin);
      rewriter.put(*instead, begin);
      kept = at;
    }
  }
  rewriter.keep(kept, text.size());
  repaired = rewriter.finish();
}

void compose(Repaired& repaired) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) || normalizer->isNormalizedUTF8(repaired.text, status)) return;
  std::string composed;
  icu::StringByteSink<std::string> sink(&composed);
  icu::Edits edits;
  normalizer->normalizeUTF8(0, repaired.text, sink, &edits, status);
  if (U_FAILURE(status)) return;
  Rewriter rewriter(repaired);
  auto edit = edits.getFineIterator();
  while (edit.next(status)) {
    const auto from = static_cast<std::size_t>(edit.sourceIndex());
    const auto to = static_cast<std::size_t>(edit.destinationIndex());
    if (edit.hasChange()) {
      rewriter.put(std::string_view(composed).substr(to, edit.newLength()), from);
    } else {
      rewriter.keep(from, from + static_cast<std::size_t>(edit.oldLength()));
    }
  }
  repaired = rewriter.finish();
}

}  // namespace

bool is_invisible(char32_t c) {
  return c == soft_hyphen || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F && c != 0x2065) || c == 0xFEFF;
}

unsigned repair_needs(std::string_view text) {
  unsigned needs = repairs_nothing;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (!worth_a_look[byte]) {
      ++at;
    } else if (byte >= 0x80) {
      if (needs_a_look(next_code_point_or_error(text, at))) return needs | repairs_characters;
    } else if (byte == '-') {
      if (line_ends_at(text, ++at)) needs |= repairs_line_ends;
    } else {
      if (is_glue(text, at)) needs |= repairs_glue;
      ++at;
    }
  }
  return needs;
}

Repaired repair_for(std::string_view text, unsigned needs) {
  Repaired repaired;
  repaired.text = text;
  if ((needs & repairs_characters) != 0) {
    // The other steps must see the text as these leave it.
    needs |= repairs_line_ends | repairs_glue;
    repair_characters(repaired);
    compose(repaired);
    repair_arabic(repaired);
  }
  if ((needs & repairs_line_ends) != 0) join_line_ends(repaired);
  if (needs != repairs_nothing) loosen_glue(repaired);
  if (repaired.text == text) repaired.origin.clear();
  return repaired;
}

Repaired repair(std::string_view text) { return repair_for(text, repair_needs(text)); }

}  // namespace pinlex
