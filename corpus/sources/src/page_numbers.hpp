// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <pinlex/sources/document.hpp>

namespace pinlex {

/// Takes the numbers of pages out of a text whose pages are not marked: numbers alone on their
/// lines, far apart, that count up by one. A paragraph that a page cut in two is joined again.
void take_out_page_numbers(Document& document);

}  // namespace pinlex
