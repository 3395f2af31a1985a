// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <cstddef>
#include <string_view>

namespace pinlex {

/// The length in bytes of the front matter a file begins with (both its lines of dashes included),
/// or 0 where there is none.
std::size_t front_matter_length(std::string_view bytes);

/// What YAML front matter declares. Unknown keys are passed over: they are other people's. What is
/// not quite YAML is read line by line as "key: value". Fails (Code::inputs_refused) only where it
/// nests too deep; kinds and editions are not judged.
Result<Metadata> parse_front_matter(std::string_view front_matter);

/// The first ten characters where they are an ISO 8601 date, else nothing.
std::string date_part(std::string_view text);

}  // namespace pinlex
