// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <string>
#include <string_view>

namespace pinlex {

/// The first bytes of a file, enough to tell its format: byte order mark, white space before the
/// first letter and the zero bytes of UTF-16 left out.
std::string readable_head(std::string_view bytes);

/// The text of a file that names its encoding (by a byte order mark, an XML declaration or a meta
/// element), with the way back. Nothing where it is UTF-8 already. Refuses (Code::inputs_refused)
/// what is not in the encoding that it names, or in none that is known.
Result<std::optional<ExtractedText>> transcoded(std::string_view bytes);

}  // namespace pinlex
