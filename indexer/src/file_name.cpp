// SPDX-License-Identifier: GPL-2.0-or-later
#include "file_name.hpp"

#include <pinlex/base/sha256.hpp>

#include <algorithm>
#include <cstddef>

namespace pinlex {
namespace {

constexpr std::string_view language_codes =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz "
    "ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li "
    "ln "
    "lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa "
    "pi "
    "pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th "
    "ti "
    "tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu";

constexpr std::size_t longest_ending = 8;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// What follows the last dot of the last part of a path; empty where nothing does.
std::string_view after_last_dot(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || dot <= begin) return {};
  return path.substr(dot + 1);
}

bool is_ending(std::string_view text) {
  return !text.empty() && text.size() <= longest_ending &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return is_digit(c) || is_small(lower(c)); });
}

/// Runs of anything but letters and digits become one hyphen, none at the ends.
std::string slug_of(std::string_view stem) {
  std::string slug;
  for (const char c : stem) {
    const char small = lower(c);
    if (is_digit(small) || is_small(small)) {
      slug += small;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  if (!slug.empty() && slug.back() == '-') slug.pop_back();
  return slug.empty() ? "text-" + sha256_hex(stem).substr(0, 12) : slug;
}

}  // namespace

bool is_language_code(std::string_view code) {
  if (code.size() != 2 || !is_small(code[0]) || !is_small(code[1])) return false;
  for (std::size_t at = 0; at < language_codes.size(); at += 3) {
    if (language_codes.substr(at, 2) == code) return true;
  }
  return false;
}

FileName read_file_name(std::string_view path) {
  FileName out;
  std::string_view ending = after_last_dot(path);
  if (is_ending(ending) && !is_language_code(ending)) {
    path.remove_suffix(ending.size() + 1);
    ending = after_last_dot(path);
  }
  if (is_language_code(ending)) {
    out.language = ending;
    path.remove_suffix(ending.size() + 1);
  }
  out.stem = path;
  out.slug = slug_of(path);
  const std::size_t slash = path.rfind('/');
  out.base = slug_of(slash == std::string_view::npos ? path : path.substr(slash + 1));
  return out;
}

}  // namespace pinlex
