// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/searcher/parallels.hpp>

namespace pinlex {

/// Searcher::parallels over a library. Throws what Xapian throws.
Result<ParallelsAnswer> parallels(const Library& library, const ParallelsRequest& request);

}  // namespace pinlex
