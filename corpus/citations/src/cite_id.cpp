// SPDX-License-Identifier: GPL-2.0-or-later
#include "cite_id.hpp"

#include <algorithm>

namespace pinlex {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool in_instrument(char c) { return is_lower(c) || is_digit(c) || c == '-'; }
bool in_eid(char c) { return in_instrument(c) || c == '_' || c == '~' || c == '.'; }
bool in_version(char c) { return in_instrument(c) || c == '.'; }

template <typename Test>
std::size_t run_end(std::string_view text, std::size_t at, Test&& belongs) {
  while (at < text.size() && belongs(text[at])) ++at;
  return at;
}

/// "art_21", "preamble": letters, then perhaps a number.
bool is_level(std::string_view level) {
  const std::size_t word = run_end(level, 0, is_lower);
  if (word == 0) return false;
  if (word == level.size()) return true;
  if (level[word] != '_' || word + 1 == level.size()) return false;
  return std::all_of(level.begin() + static_cast<std::ptrdiff_t>(word) + 1, level.end(),
                     [](char c) { return in_version(c) || c == '~'; });
}

}  // namespace

bool is_eid(std::string_view text) {
  if (text.empty() || text.size() > 400) return false;
  while (true) {
    const auto end = text.find("__");
    if (!is_level(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 2);
  }
}

bool is_version(std::string_view text) {
  const std::size_t language = run_end(text, 0, is_lower);
  if (language < 2 || language > 3) return false;
  if (language == text.size()) return true;
  if (text[language] != '.' || language + 1 == text.size()) return false;
  return run_end(text, language + 1, in_instrument) == text.size();
}

std::optional<CiteIdForm> id_around(std::string_view text, std::size_t hash) {
  CiteIdForm form;
  form.begin = hash;
  while (form.begin > 0 && in_instrument(text[form.begin - 1])) --form.begin;
  form.end = run_end(text, hash + 1, in_eid);
  while (form.end > hash && (text[form.end - 1] == '.' || text[form.end - 1] == '-')) --form.end;
  form.instrument = text.substr(form.begin, hash - form.begin);
  form.eid = text.substr(hash + 1, form.end - hash - 1);
  if (form.instrument.empty() || !is_eid(form.eid)) return std::nullopt;
  if (form.end < text.size() && text[form.end] == '@') {
    std::size_t end = run_end(text, form.end + 1, in_version);
    while (end > form.end && (text[end - 1] == '.' || text[end - 1] == '-')) --end;
    const auto version = text.substr(form.end + 1, end - form.end - 1);
    if (is_version(version)) {
      form.version = version;
      form.end = end;
    }
  }
  return form;
}

}  // namespace pinlex
