// SPDX-License-Identifier: GPL-2.0-or-later
#include "numbering.hpp"

#include <pinlex/model/eid.hpp>

#include <charconv>
#include <map>
#include <string_view>

namespace pinlex {
namespace {

/// An article's eId in parts: "annex_1__art_21bis~2" is of the row "annex_1__art", has the number
/// 21, and repeats an article.
struct ArticleNumber {
  std::string_view row;
  std::uint32_t number = 0;  ///< 0 where it is not counted in digits.
  bool repeats = false;
};

ArticleNumber article_number(std::string_view eid) {
  ArticleNumber out;
  out.repeats = eid.find('~') != std::string_view::npos;
  const auto mark = eid.rfind('_');
  if (mark == std::string_view::npos) return out;
  out.row = eid.substr(0, mark);
  const std::string_view digits = eid.substr(mark + 1);
  std::from_chars(digits.data(), digits.data() + digits.size(), out.number);
  return out;
}

/// "art. 5 is missing", "art. 5 to art. 7 are missing".
std::string missing(std::string_view row, std::uint32_t first, std::uint32_t last) {
  const auto cite = [&](std::uint32_t number) {
    return pinpoint(std::string(row) + "_" + std::to_string(number));
  };
  if (first == last) return cite(first) + " is missing";
  return cite(first) + " to " + cite(last) + " are missing";
}

}  // namespace

std::vector<std::string> numbering_doubts(const VersionRecord& record,
                                          const std::set<std::string>& with_words,
                                          std::uint32_t expected) {
  const bool whole = record.version.edition != Edition::digest;
  std::vector<std::string> doubts;
  std::map<std::string_view, std::uint32_t> last_of;
  for (const OutlineEntry& entry : record.outline) {
    if (entry.level != Level::article) continue;
    const std::string name = pinpoint(entry.eid);
    if (!with_words.contains(entry.eid)) doubts.push_back(name + " has no words");
    const ArticleNumber article = article_number(entry.eid);
    if (article.repeats) {
      doubts.push_back(name + " is there more than once");
      continue;
    }
    if (article.number == 0 || !whole) continue;
    const auto [last, first] = last_of.try_emplace(article.row, article.number);
    if (first && article.number > 1) doubts.push_back("begins with " + name);
    if (article.number > last->second + 1) {
      doubts.push_back(missing(article.row, last->second + 1, article.number - 1));
    } else if (article.number < last->second) {
      doubts.push_back(name + " stands behind " +
                       pinpoint(std::string(article.row) + "_" + std::to_string(last->second)));
    }
    last->second = article.number;
  }
  if (whole && expected > 0 && record.articles != expected) {
    doubts.push_back("has " + std::to_string(record.articles) + " articles, the catalogue says " +
                     std::to_string(expected));
  }
  return doubts;
}

}  // namespace pinlex
