// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

namespace pinlex {

// Function words as fold() leaves them, separated by blanks.
extern const std::string_view arabic_stop_words;
extern const std::string_view chinese_stop_words;
extern const std::string_view dutch_stop_words;
extern const std::string_view german_stop_words;
extern const std::string_view russian_stop_words;

}  // namespace pinlex
