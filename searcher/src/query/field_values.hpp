// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pinlex {

/// What stands after a field's colon: one value, or a range with both ends.
struct FieldValue {
  std::string first;
  std::string last;  ///< Empty for a single value.
};

/// Why a value cannot be, as the two parts of an Error.
struct ValueProblem {
  std::string sentence;
  std::string hint;
};

/// Reads a value typed without quotes. Ranges `a..b` are for `art` (whole numbers) and `date`
/// (YYYY, YYYY-MM or YYYY-MM-DD, either end may be left open); what other values mean is for the
/// index to say.
std::optional<ValueProblem> read_value(std::string_view field, std::string_view value,
                                       FieldValue& out);

/// The number of edits that turn one into the other: a byte put in, left out, replaced, or swapped
/// with its neighbour.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The name that is fewest edits away, if it is likely meant: at most two edits and fewer than half
/// of the letters; cutting short (language, lang) counts as one. The first in the list where
/// several are as near.
std::optional<std::string_view> nearest_name(std::string_view name,
                                             const std::vector<std::string_view>& names);

}  // namespace pinlex
