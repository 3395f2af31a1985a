// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pinlex {

/// A light stemmer for repaired Arabic words: conjunction, article and the commonest endings.
/// Snowball's strips letters of the root too often ("بيانات", data, loses its first) and
/// gives singular and plural, with and without the article, different stems.
std::string arabic_stem(std::string_view word);

}  // namespace pinlex
