// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/sources/document.hpp>
#include <pinlex/sources/structure.hpp>

#include <cstdint>
#include <vector>

namespace pinlex {

/// Adds up where the bytes of a file went. Bytes that no provision holds and no reader named are
/// whitespace, or markup where they lie beside or between what was read; letters there are
/// unexplained.
ByteAccount account_for(const std::vector<Version>& versions,
                        const std::vector<RemovedRange>& removed, std::string_view bytes);

}  // namespace pinlex
