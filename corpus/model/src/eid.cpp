// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/eid.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace pinlex {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::vector<std::string_view> split(std::string_view text, std::string_view by) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto at = text.find(by);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + by.size());
  }
}

/// A level of an eId: "point_b~2" is {"point", "b~2"}; "preamble" has no number.
std::pair<std::string_view, std::string_view> name_and_number(std::string_view level) {
  const auto at = level.find('_');
  if (at == std::string_view::npos) return {level, {}};
  return {level.substr(0, at), level.substr(at + 1)};
}

/// How the names of levels are printed before their numbers.
constexpr std::array<std::pair<std::string_view, std::string_view>, 18> printed_names{{
    {"art", "art. "},
    {"sec", "sec. "},
    {"chp", "chapter "},
    {"part", "part "},
    {"title", "title "},
    {"annex", "annex "},
    {"sched", "schedule "},
    {"rec", "recital "},
    {"fn", "note "},
    {"hdg", "section "},
    {"preamble", "preamble"},
    {"conclusions", "closing formula"},
    {"da", "additional provision "},
    {"dt", "transitional provision "},
    {"dd", "repealing provision "},
    {"df", "final provision "},
    {"para", "para. "},
    {"point", "point "},
}};

std::string printed_name(std::string_view level) {
  for (const auto& [key, value] : printed_names) {
    if (key == level) return std::string(value);
  }
  return std::string(level) + " ";
}

std::string without_repeat_mark(std::string_view number) {
  return std::string(number.substr(0, number.find('~')));
}

}  // namespace

std::string ProvisionId::str() const {
  std::string out = instrument;
  if (!eid.empty()) out += "#" + eid;
  if (!version.empty()) out += "@" + version;
  return out;
}

ProvisionId parse_id(std::string_view text) {
  ProvisionId id;
  if (const auto at = text.rfind('@'); at != std::string_view::npos) {
    id.version = text.substr(at + 1);
    text = text.substr(0, at);
  }
  if (const auto hash = text.find('#'); hash != std::string_view::npos) {
    id.eid = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  id.instrument = text;
  return id;
}

std::string version_suffix(std::string_view language, Edition edition, std::string_view as_of) {
  std::string out(language);
  switch (edition) {
    case Edition::official:
      return out;
    case Edition::consolidated:
      return out + "." + std::string(as_of.empty() ? "consolidated" : as_of);
    case Edition::translation:
      return out + ".translation";
    case Edition::digest:
      return out + ".digest";
  }
  return out;
}

std::string eid_number(std::string_view printed) {
  std::string out;
  for (std::size_t i = 0; i < printed.size(); ++i) {
    const char c = printed[i];
    if (is_digit(c) || is_letter(c)) {
      out += lower(c);
    } else if ((c == '-' || c == '.') && !out.empty() && i + 1 < printed.size() &&
               is_digit(out.back()) && is_digit(printed[i + 1])) {
      out += c;
    }
  }
  return out;
}

std::string_view parent_eid(std::string_view eid) {
  const auto at = eid.rfind("__");
  return at == std::string_view::npos ? std::string_view() : eid.substr(0, at);
}

bool is_within(std::string_view eid, std::string_view ancestor) {
  if (eid.substr(0, ancestor.size()) != ancestor) return false;
  return eid.size() == ancestor.size() || eid.substr(ancestor.size(), 2) == "__";
}

std::string pinpoint(std::string_view eid) {
  std::string out;
  bool after_unit = false;
  for (const auto level : split(eid, "__")) {
    const auto [kind, number] = name_and_number(level);
    const bool inner = kind == "para" || kind == "point";
    if (inner && after_unit) {
      out += "(" + without_repeat_mark(number) + ")";
      continue;
    }
    if (!out.empty()) out += ", ";
    out += printed_name(kind) + without_repeat_mark(number);
    if (out.back() == ' ') out.pop_back();  // "annex": the only one has no number.
    after_unit = kind == "art" || kind == "sec" || inner;
  }
  return out;
}

std::string sort_key(const ProvisionId& id) {
  static constexpr std::size_t limit = 240;
  const std::string text = id.str();
  std::string key;
  for (std::size_t i = 0; i < text.size() && key.size() < limit;) {
    if (!is_digit(text[i])) {
      key += text[i++];
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && is_digit(text[end])) ++end;
    std::size_t begin = i;
    while (begin + 1 < end && text[begin] == '0') ++begin;
    // The count of digits before the digits: 2 < 10 byte by byte, at any length.
    key += static_cast<char>('0' + std::min<std::size_t>(end - begin, 70));
    key.append(text, begin, end - begin);
    i = end;
  }
  key.resize(std::min(key.size(), limit));
  return key;
}

}  // namespace pinlex
