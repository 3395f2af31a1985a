// SPDX-License-Identifier: GPL-2.0-or-later
#include "html_text.hpp"

#include "encoding.hpp"

#include <algorithm>
#include <string>

namespace pinlex {
namespace {

bool opens_tag(std::string_view bytes) {
  if (bytes.size() < 2 || bytes[0] != '<') return false;
  const char c = bytes[1];
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '/' || c == '!' || c == '?';
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// End of a comment whose inside begins at `at`; tells whether the fragment ends before it does.
std::size_t comment_end(std::string_view fragment, std::size_t at, bool& goes_on) {
  const auto end = fragment.find("-->", at);
  goes_on = end == std::string_view::npos;
  return goes_on ? fragment.size() : end + 3;
}

}  // namespace

std::vector<HtmlRun> html_runs(std::string_view fragment, bool& in_comment) {
  std::vector<HtmlRun> runs;
  std::size_t at = 0;
  if (in_comment && !fragment.empty()) {
    at = comment_end(fragment, 0, in_comment);
    runs.push_back({0, at, false});
  }
  while (at < fragment.size()) {
    std::size_t end;
    const bool tag = opens_tag(fragment.substr(at));
    if (fragment.substr(at).starts_with("<!--")) {
      end = comment_end(fragment, at + 4, in_comment);
    } else if (tag) {
      end = fragment.find('>', at);
      end = end == std::string_view::npos ? fragment.size() : end + 1;
    } else {
      end = fragment.find('<', at + 1);
      while (end != std::string_view::npos && !opens_tag(fragment.substr(end))) {
        end = fragment.find('<', end + 1);
      }
      if (end == std::string_view::npos) end = fragment.size();
    }
    const auto run = fragment.substr(at, end - at);
    if (tag || run.find_first_not_of(" \t\r\n") != std::string_view::npos) {
      runs.push_back({at, end, !tag});
    }
    at = end;
  }
  return runs;
}

bool shows_html(std::string_view bytes, std::string_view) {
  std::string head = readable_head(bytes);
  std::transform(head.begin(), head.end(), head.begin(), lower);
  if (!head.starts_with('<')) return false;
  // Comments and a declaration of XML may come first.
  const auto root = std::min(head.find("<html"), head.find("<!doctype html"));
  const auto other = head.find("xmlns");
  return root != std::string::npos && root < other;
}

bool is_tag(std::string_view bytes, std::string_view name) {
  if (bytes.size() < name.size() + 2 || bytes.front() != '<') return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (lower(bytes[i + 1]) != name[i]) return false;
  }
  const char next = lower(bytes[name.size() + 1]);
  return next < 'a' || next > 'z';
}

}  // namespace pinlex
