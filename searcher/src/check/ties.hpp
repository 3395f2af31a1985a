// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "check/quotations.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace pinlex {

/// The citation that belongs to a quotation, or -1. In this order:
///
/// 1. The next one behind it, in brackets or behind a dash: “…” (ETS 185, art. 5). Remarks such as
///    "(emphasis added)" may stand between; below a block quote also an empty line.
/// 2. The last one before it in the same sentence: Article 5 of the Convention provides: “…”. After
/// a
///    colon the quotation may begin a paragraph of its own.
/// 3. The next one behind it in the same sentence: “…”, says Article 5 of the Convention.
///
/// A semicolon ends a sentence here. Where both 2 and 3 hold, and nothing but marks parts the one
/// before from another quotation and the one behind from this, the one behind belongs to it.
/// `input.citations` are in order; quotations that are nested are tied as the outer one.
std::int32_t tied_citation(std::string_view text, const ReadInput& input,
                           const Quotation& quotation);

}  // namespace pinlex
