// SPDX-License-Identifier: GPL-2.0-or-later
#include "language_rules.hpp"
#include "stemmer.hpp"

#include <pinlex/text/analyser.hpp>

#include <unicode/uchar.h>
#include <unicode/udata.h>

#include <array>
#include <string>

namespace pinlex {
namespace {

// Counts up with every change of a rule or table that changes a term of any text.
constexpr std::string_view analyser_version = "2";

class Fingerprint {
 public:
  void take(std::string_view bytes) {
    for (const char c : bytes) value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x01000193U;
  }

  std::string text() const {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex;
    for (int shift = 28; shift >= 0; shift -= 4) hex += digits[value_ >> shift & 0xF];
    return hex;
  }

 private:
  std::uint32_t value_ = 0x811C9DC5U;
};

// The start of one of ICU's data items for word boundaries: both kinds hold their length in it.
std::string data_fingerprint(const char* type, const char* name, std::size_t bytes) {
  UErrorCode status = U_ZERO_ERROR;
  UDataMemory* data = udata_open(U_ICUDATA_NAME "-brkitr", type, name, &status);
  if (U_FAILURE(status)) return "none";
  Fingerprint fingerprint;
  fingerprint.take({static_cast<const char*>(udata_getMemory(data)), bytes});
  udata_close(data);
  return fingerprint.text();
}

// Stemmers carry no version of their own: what they do to words with common endings tells.
std::string stemmers_fingerprint() {
  constexpr std::array<std::string_view, 24> words = {
      "generously",  "happily",  "skies",       "dying",        "nationally",  "conventions",
      "relational",  "crying",   "nations",     "continuelle",  "mangeraient", "beaux",
      "aufeinander", "häuser",   "lichamelijk", "mogelijkheid", "corriendo",   "habíamos",
      "abbandonata", "quantità", "falando",     "важнейших",    "перехватами", "järjestelmissä"};
  Fingerprint fingerprint;
  for (const std::string& language : analysed_languages()) {
    const Stemmer stemmer(rules_of(language));
    for (const std::string_view word : words) fingerprint.take(stemmer.stem(word));
  }
  return fingerprint.text();
}

std::string unicode_version() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return std::to_string(version[0]) + '.' + std::to_string(version[1]);
}

std::string make_recipe() {
  return "text/" + std::string(analyser_version) + " unicode/" + unicode_version() + " breaks/" +
         data_fingerprint("brk", "word", 4096) + " dictionary/" +
         data_fingerprint("dict", "cjdict", 4096) + " stemmers/" + stemmers_fingerprint();
}

}  // namespace

std::string analyser_recipe() {
  static const std::string recipe = make_recipe();
  return recipe;
}

}  // namespace pinlex
