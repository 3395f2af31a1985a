// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "json.hpp"

#include <pinlex/base/result.hpp>

#include <cstddef>
#include <string>

namespace pinlex {

/// Where a page begins in the whole answer, as its cursor says: an item, and a line of its outline.
struct PagePlace {
  std::size_t item = 0, line = 0;
};

/// The cursor of a place, and back; Code::usage for what was never given as one.
std::string cursor_of(PagePlace place);
Result<PagePlace> read_cursor(const std::string& cursor);

/// What fits of an answer.
struct Page {
  Json answer;             ///< By the schema that it names.
  std::string text;        ///< The same to read.
  bool truncated = false;  ///< Whether something was left out for want of room.
  std::string cursor;      ///< Asks for what follows; empty where nothing does.
  std::string advice;      ///< What to do about what was left out.
};

/// How much an answer may hold, and from where.
struct PageRequest {
  std::size_t max_chars = 0;  ///< Of the text, and of the structured form where that is sent.
  bool structured = false;
  PagePlace from;
  std::size_t limit = 0;  ///< Items that the answer was asked for, where it is one page of many.
};

/// The pages of the answers, made harmless. Code::usage where not even the first item fits; the
/// hint names a `max_chars` that is enough. Of search and refs `answer` begins at `from.item`
/// already.
Result<Page> page_of_search(Json answer, const PageRequest& request);
Result<Page> page_of_refs(Json answer, const PageRequest& request);
Result<Page> page_of_show(Json answer, const PageRequest& request);
Result<Page> page_of_parallels(Json answer, const PageRequest& request);
Result<Page> page_of_powers(Json answer, const PageRequest& request);
Result<Page> page_of_check(Json answer, const PageRequest& request);

}  // namespace pinlex
