// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/base/utf8.hpp>
#include <pinlex/text/language.hpp>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

namespace pinlex {
namespace {

constexpr std::size_t sample_size = 4096;
constexpr std::size_t too_short = 200;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// At most `size` bytes from `begin` on, of whole characters.
std::string_view whole_characters(std::string_view text, std::size_t begin, std::size_t size) {
  while (begin < text.size() && is_continuation(text[begin])) ++begin;
  std::size_t end = std::min(text.size(), begin + size);
  while (end > begin && end < text.size() && is_continuation(text[end])) --end;
  return text.substr(begin, end - begin);
}

// Beginning, middle and end of a long text. The detector stops at ill-formed bytes: those become
// blanks.
std::string sample(std::string_view text) {
  std::string taken;
  if (text.size() <= sample_size) {
    taken = text;
  } else {
    const std::size_t part = sample_size / 3;
    taken += whole_characters(text, 0, part);
    taken += ' ';
    taken += whole_characters(text, text.size() / 2 - part / 2, part);
    taken += ' ';
    taken += whole_characters(text, text.size() - part, part);
  }
  std::size_t checked = 0;
  while (checked < taken.size()) {
    const std::size_t at = ill_formed_utf8(std::string_view(taken).substr(checked));
    if (at == std::string_view::npos) break;
    checked += at;
    taken[checked++] = ' ';
  }
  return taken;
}

// ISO 639-1 for what the detector calls by other codes ("zh-Hant", "iw"); "und" for longer codes.
std::string iso_639_1(std::string_view code) {
  code = code.substr(0, code.find('-'));
  if (code == "iw") return "he";
  if (code == "nb" || code == "nn") return "no";
  if (code == "un" || code.size() != 2) return "und";
  return std::string(code);
}

}  // namespace

LanguageGuess guess_language(std::string_view text) {
  const std::string taken = sample(text);
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool reliable = false;
  CLD2::ExtDetectLanguageSummary(taken.data(), static_cast<int>(taken.size()), true, &hints, 0,
                                 languages.data(), percents.data(), scores.data(), nullptr, &bytes,
                                 &reliable);
  LanguageGuess guess;
  if (taken.size() < too_short && !reliable) return guess;
  guess.language = iso_639_1(CLD2::LanguageCode(languages[0]));
  if (guess.language == "und") return guess;
  guess.percent = percents[0];
  guess.reliable = reliable;
  return guess;
}

}  // namespace pinlex
