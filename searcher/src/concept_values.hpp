// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "facts.hpp"
#include "library.hpp"
#include "query/tree.hpp"

#include <pinlex/schema/fields.hpp>

#include <string>
#include <vector>

namespace pinlex {

/// The concepts that a value of `power:` or `safeguard:` may mean: the one of that id; else the one
/// whose phrase it is in some language ("wiretapping"); else those whose id has it as a part
/// ("interception"), without such as are narrower than another of them. Of these only what some
/// text has, unless none has any. Empty where it means nothing.
std::vector<std::string> concepts_named(Field field, const std::string& value,
                                        const Library::Sessions& sessions);

/// Puts the ids of concepts where the query has other words for them.
void read_concept_values(Node& tree, const Library::Sessions& sessions);

/// Appends what `safeguard:` finds beside the provisions that state the safeguard: the powers that
/// are subject to it, though it stands elsewhere. The values must have been read.
Result<void> add_subject_powers(const Node& tree, const Library::Sessions& sessions,
                                std::vector<ResolvedCitation>& out);

}  // namespace pinlex
