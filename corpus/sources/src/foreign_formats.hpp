// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <string_view>

namespace pinlex {

/// Reads a file whose format takes a foreign parser, by what its bytes show. Only for the cage, and
/// for tests. Fails with Code::inputs_refused.
Result<Document> read_foreign(std::string_view bytes, std::string_view name);

/// Legal XML (Akoma Ntoso, USLM, CLML, Formex, gii-norm), whose elements declare the structure. The
/// bytes must be UTF-8. Refuses what is not well-formed, nests deeper than 256 elements, declares
/// entities or is of no vocabulary that is known.
Result<Document> read_xml(std::string_view bytes);

/// A web page, as HTML5 has it be read, whatever its faults. Menus, scripts and hidden text are
/// left out by name; the numbers that lists print are kept. The bytes must be UTF-8. Refuses what
/// nests deeper than 512 elements.
Result<Document> read_html(std::string_view bytes);

}  // namespace pinlex
