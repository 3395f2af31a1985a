// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pinlex {

/// A page that needs nothing from elsewhere and lets nothing run; `body` is HTML. `more_style` is
/// CSS that comes after what all pages have.
std::string html_page(std::string_view title, std::string_view body,
                      std::string_view more_style = {});

}  // namespace pinlex
