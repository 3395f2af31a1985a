// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pinlex {

/// The UTF-8 text of a character reference of HTML ("&amp;", "&#167;", "&#xA7;"), or nothing where
/// the name is not known or the number is no character.
std::string decode_entity(std::string_view entity);

}  // namespace pinlex
