// SPDX-License-Identifier: GPL-2.0-or-later
#include "entities.hpp"

#include <pinlex/base/utf8.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

namespace pinlex {
namespace {

using Named = std::pair<std::string_view, char32_t>;

// The names of HTML's Latin-1 letters and of the punctuation found in legal texts, ascending by
// byte.
constexpr std::array<Named, 119> named{{
    {"AElig", 0xC6},    {"Aacute", 0xC1},   {"Acirc", 0xC2},   {"Agrave", 0xC0},  {"Aring", 0xC5},
    {"Atilde", 0xC3},   {"Auml", 0xC4},     {"Ccedil", 0xC7},  {"ETH", 0xD0},     {"Eacute", 0xC9},
    {"Ecirc", 0xCA},    {"Egrave", 0xC8},   {"Euml", 0xCB},    {"Iacute", 0xCD},  {"Icirc", 0xCE},
    {"Igrave", 0xCC},   {"Iuml", 0xCF},     {"Ntilde", 0xD1},  {"OElig", 0x152},  {"Oacute", 0xD3},
    {"Ocirc", 0xD4},    {"Ograve", 0xD2},   {"Oslash", 0xD8},  {"Otilde", 0xD5},  {"Ouml", 0xD6},
    {"THORN", 0xDE},    {"Uacute", 0xDA},   {"Ucirc", 0xDB},   {"Ugrave", 0xD9},  {"Uuml", 0xDC},
    {"Yacute", 0xDD},   {"aacute", 0xE1},   {"acirc", 0xE2},   {"acute", 0xB4},   {"aelig", 0xE6},
    {"agrave", 0xE0},   {"amp", 0x26},      {"apos", 0x27},    {"aring", 0xE5},   {"atilde", 0xE3},
    {"auml", 0xE4},     {"bdquo", 0x201E},  {"bull", 0x2022},  {"ccedil", 0xE7},  {"cent", 0xA2},
    {"copy", 0xA9},     {"dagger", 0x2020}, {"deg", 0xB0},     {"divide", 0xF7},  {"eacute", 0xE9},
    {"ecirc", 0xEA},    {"egrave", 0xE8},   {"emsp", 0x2003},  {"ensp", 0x2002},  {"eth", 0xF0},
    {"euml", 0xEB},     {"euro", 0x20AC},   {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},
    {"gt", 0x3E},       {"hellip", 0x2026}, {"iacute", 0xED},  {"icirc", 0xEE},   {"iexcl", 0xA1},
    {"igrave", 0xEC},   {"iquest", 0xBF},   {"iuml", 0xEF},    {"laquo", 0xAB},   {"ldquo", 0x201C},
    {"lrm", 0x200E},    {"lsquo", 0x2018},  {"lt", 0x3C},      {"mdash", 0x2014}, {"micro", 0xB5},
    {"middot", 0xB7},   {"nbsp", 0xA0},     {"ndash", 0x2013}, {"not", 0xAC},     {"ntilde", 0xF1},
    {"oacute", 0xF3},   {"ocirc", 0xF4},    {"oelig", 0x153},  {"ograve", 0xF2},  {"ordf", 0xAA},
    {"ordm", 0xBA},     {"oslash", 0xF8},   {"otilde", 0xF5},  {"ouml", 0xF6},    {"para", 0xB6},
    {"plusmn", 0xB1},   {"pound", 0xA3},    {"quot", 0x22},    {"raquo", 0xBB},   {"rdquo", 0x201D},
    {"reg", 0xAE},      {"rlm", 0x200F},    {"rsquo", 0x2019}, {"sbquo", 0x201A}, {"sect", 0xA7},
    {"shy", 0xAD},      {"sup1", 0xB9},     {"sup2", 0xB2},    {"sup3", 0xB3},    {"szlig", 0xDF},
    {"thinsp", 0x2009}, {"thorn", 0xFE},    {"times", 0xD7},   {"trade", 0x2122}, {"uacute", 0xFA},
    {"ucirc", 0xFB},    {"ugrave", 0xF9},   {"uml", 0xA8},     {"uuml", 0xFC},    {"yacute", 0xFD},
    {"yen", 0xA5},      {"yuml", 0xFF},     {"zwj", 0x200D},   {"zwnj", 0x200C},
}};

char32_t numeric(std::string_view digits) {
  int base = 10;
  if (!digits.empty() && (digits.front() == 'x' || digits.front() == 'X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t value = 0;
  const auto [end, status] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  const bool whole = status == std::errc() && end == digits.data() + digits.size();
  const bool scalar = value >= 0x20 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
  return whole && scalar ? static_cast<char32_t>(value) : U'\0';
}

char32_t by_name(std::string_view name) {
  const auto found =
      std::lower_bound(named.begin(), named.end(), name,
                       [](const Named& a, std::string_view b) { return a.first < b; });
  return found != named.end() && found->first == name ? found->second : U'\0';
}

}  // namespace

std::string decode_entity(std::string_view entity) {
  if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') return {};
  const auto inner = entity.substr(1, entity.size() - 2);
  const char32_t c = inner.front() == '#' ? numeric(inner.substr(1)) : by_name(inner);
  std::string out;
  if (c != U'\0') append_utf8(out, c);
  return out;
}

}  // namespace pinlex
