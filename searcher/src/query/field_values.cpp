// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/field_values.hpp"

#include "query/characters.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace pinlex {
namespace {

constexpr std::string_view dots = "..";

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return is_digit(static_cast<unsigned char>(c));
  });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  if (!all_digits(text.substr(0, 4))) return false;
  if (text.size() == 4) return true;
  if (text[4] != '-' || !all_digits(text.substr(5, 2))) return false;
  const int month = number(text.substr(5, 2));
  if (month < 1 || month > 12) return false;
  if (text.size() == 7) return true;
  if (text[7] != '-' || !all_digits(text.substr(8, 2))) return false;
  constexpr std::array<int, 12> days{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int day = number(text.substr(8, 2));
  return day >= 1 && day <= days[static_cast<std::size_t>(month - 1)];
}

std::optional<ValueProblem> read_dates(FieldValue& value, bool range) {
  if (range && value.first.empty()) value.first = "0001";
  if (range && value.last.empty()) value.last = "9999";
  for (const std::string* date : {&value.first, &value.last}) {
    if (!date->empty() && !is_date(*date)) {
      return ValueProblem{"\"" + *date + "\" is not a date",
                          "write date:2001, date:2001-11-23 or date:2001..2024"};
    }
  }
  const std::size_t common = std::min(value.first.size(), value.last.size());
  if (range && value.first.compare(0, common, value.last, 0, common) > 0) {
    return ValueProblem{"the range ends before it begins", "write the earlier date first"};
  }
  return std::nullopt;
}

std::optional<ValueProblem> read_numbers(const FieldValue& value) {
  constexpr std::size_t most_digits = 6;
  for (const std::string* end : {&value.first, &value.last}) {
    if (!all_digits(*end) || end->size() > most_digits) {
      return ValueProblem{"a range of articles needs a whole number at both ends",
                          "write art:16..21"};
    }
  }
  if (number(value.first) > number(value.last)) {
    return ValueProblem{"the range ends before it begins", "write the lower number first"};
  }
  return std::nullopt;
}

/// Whether one name is the other cut short: lang and language.
bool shortened(std::string_view a, std::string_view b) {
  constexpr std::size_t fewest_letters = 3;
  const std::size_t common = std::min(a.size(), b.size());
  return common >= fewest_letters && a.substr(0, common) == b.substr(0, common);
}

}  // namespace

std::optional<ValueProblem> read_value(std::string_view field, std::string_view value,
                                       FieldValue& out) {
  const std::size_t split = value.find(dots);
  const bool range = split != std::string_view::npos;
  out.first = value.substr(0, split);
  out.last = range ? value.substr(split + dots.size()) : std::string_view();
  if (range && out.first.empty() && out.last.empty()) {
    return ValueProblem{"a range without ends", "write date:2001..2024"};
  }
  if (field == "date") return read_dates(out, range);
  if (!range) return std::nullopt;
  if (field == "art") return read_numbers(out);
  const std::string name(field);
  return ValueProblem{name + ": takes no range",
                      "name one value, as in " + name + ":x OR " + name + ":y"};
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before.swap(last);
    last.swap(row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

std::optional<std::string_view> nearest_name(std::string_view name,
                                             const std::vector<std::string_view>& names) {
  constexpr std::size_t longest = 32;
  if (name.size() > longest) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t fewest = std::min<std::size_t>(2, (name.size() - 1) / 2) + 1;
  for (const std::string_view candidate : names) {
    const std::size_t edits =
        shortened(name, candidate) ? std::size_t{1} : edit_distance(name, candidate);
    if (edits < fewest) {
      fewest = edits;
      best = candidate;
    }
  }
  return best;
}

}  // namespace pinlex
