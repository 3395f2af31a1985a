// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "collection.hpp"

#include <pinlex/citations/references.hpp>

namespace pinlex {

/// Finds anew what the passages of a text refer to.
void find_references(const ReferenceFinder& finder, StoredText& text);

}  // namespace pinlex
