// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "library.hpp"

#include <pinlex/base/result.hpp>
#include <pinlex/searcher/reading.hpp>

#include <string>

namespace pinlex {

/// The values of a field in all indexes together; Code::usage for a name that is no field with
/// values, with the nearest one as a hint. Throws what Xapian throws.
Result<FieldValues> values_of(const Library& library, const std::string& field);

}  // namespace pinlex
