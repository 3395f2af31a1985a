// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "heading_words.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace pinlex {

/// A heading in Arabic ("المادة 4", "المادة الأولى", and as extraction from PDF writes it,
/// "المادة :4"). A line that only begins with a reference is none.
std::optional<HeadingLine> read_arabic_heading(std::string_view line, bool set_apart);

/// A heading in Chinese ("第四条", "第十二章 …"); where a sentence follows the number on the line,
/// it `runs_on`.
std::optional<HeadingLine> read_chinese_heading(std::string_view line, bool set_apart);

/// The value of a spelled ordinal that a text begins with ("premier", "primero", "one"), as a whole
/// word in lower case; its length in bytes goes to `length`. 0 where there is none.
std::uint32_t spelled_ordinal(std::string_view lower, std::size_t& length);

}  // namespace pinlex
