// SPDX-License-Identifier: GPL-2.0-or-later
#include "options.hpp"

#include <charconv>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace pinlex {
namespace {

/// Where the value of an option goes: exactly one of the three.
struct Target {
  std::string_view name;
  std::uint32_t* number = nullptr;
  std::vector<std::string>* list = nullptr;
  bool* flag = nullptr;
};

Result<void> put(std::string_view value, const Target& to) {
  const std::string shown =
      "the option " + std::string(to.name) + " is \"" + std::string(value) + "\"";
  if (to.list != nullptr) {
    while (!value.empty()) {
      const std::string_view part = value.substr(0, value.find(','));
      if (!part.empty()) to.list->emplace_back(part);
      value.remove_prefix(std::min(value.size(), part.size() + 1));
    }
  } else if (to.number != nullptr) {
    const char* end = value.data() + value.size();
    const auto [rest, error] = std::from_chars(value.data(), end, *to.number);
    if (error != std::errc() || rest != end) {
      return fail(Code::usage, shown + ", which is no whole number");
    }
  } else if (value == "true" || value == "false") {
    *to.flag = value == "true";
  } else {
    return fail(Code::usage, shown + ", which is neither true nor false");
  }
  return {};
}

}  // namespace

Result<SearchRequest> request_of(std::string query, const pinlex_option* options) {
  SearchRequest request;
  request.query = std::move(query);
  Filters& filters = request.filters;
  bool no_expand = false;
  const Target targets[] = {
      {"limit", &request.limit},
      {"offset", &request.offset},
      {"instrument", nullptr, &filters.instruments},
      {"kind", nullptr, &filters.kinds},
      {"edition", nullptr, &filters.editions},
      {"lang", nullptr, &filters.languages},
      {"count", nullptr, nullptr, &request.count},
      {"no-expand", nullptr, nullptr, &no_expand},
  };
  for (; options != nullptr && options->name != nullptr; ++options) {
    const std::string name = options->name;
    const Target* target = nullptr;
    std::string names;
    for (const Target& one : targets) {
      if (one.name == name) target = &one;
      names += (names.empty() ? "" : ", ") + std::string(one.name);
    }
    if (target == nullptr) {
      return fail(Code::usage, "there is no option \"" + name + "\"", "the options are " + names);
    }
    if (options->value == nullptr) {
      return fail(Code::usage, "the option " + name + " has no value");
    }
    const auto done = put(options->value, *target);
    if (!done) return passed_on(done);
  }
  request.expand = !no_expand;
  return request;
}

}  // namespace pinlex
