// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// A question of a test collection, as somebody would type it.
struct Topic {
  std::string id, query;
  friend bool operator==(const Topic&, const Topic&) = default;
};

/// Grades by topic and article: 3 what a specialist cites first, 2 clearly relevant, 1 marginal,
/// 0 not.
using Qrels = std::map<std::string, std::map<std::string, int>>;

/// The articles that a system gave for each topic, best first, none twice.
using TrecRun = std::map<std::string, std::vector<std::string>>;

/// The highest grade there may be; gains double with each.
inline constexpr int max_grade = 10;

// Each reads a whole file. `file` is its name for errors, which are "file:line: reason" with
// Code::usage. Blank lines are skipped; everything else must be whole.

/// Lines "id<TAB>query"; lines that begin with '#' are comments.
Result<std::vector<Topic>> parse_topics(std::string_view text, std::string_view file);

/// Lines "topic 0 instrument#art_N grade".
Result<Qrels> parse_qrels(std::string_view text, std::string_view file);

/// Lines "topic Q0 id rank score tag" in any order; the rank decides. An id of a part of an article
/// ("coe-185#art_21__para_1") counts for the article, at its best rank.
Result<TrecRun> parse_run(std::string_view text, std::string_view file);

}  // namespace pinlex
