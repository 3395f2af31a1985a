// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/base/result.hpp>
#include <pinlex/sources/document.hpp>

#include <string_view>

namespace pinlex {

/// Reads a file whose format takes a foreign parser, by what its bytes show. Only for the cage, and
/// for tests. Fails with Code::inputs_refused.
Result<Document> read_foreign(std::string_view bytes, std::string_view name);

}  // namespace pinlex
