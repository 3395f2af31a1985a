// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/searcher/searcher.hpp>

#include <string>
#include <vector>

namespace pinlex {

/// The commentary of the indexes that says it speaks of a provision, or of one it is part of;
/// newest first, then by id.
Result<std::vector<CommentaryNote>> commentary_on(const Library& library,
                                                  const Library::Sessions& sessions,
                                                  const std::string& instrument,
                                                  const std::string& eid);

}  // namespace pinlex
