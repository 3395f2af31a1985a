// SPDX-License-Identifier: GPL-2.0-or-later
#include <pinlex/model/instrument.hpp>

#include <array>

namespace pinlex {
namespace {

constexpr std::array<std::string_view, 7> kinds{
    "treaty", "protocol", "statute", "decision", "explanatory-report", "commentary", "document"};
constexpr std::array<std::string_view, 4> editions{"official", "consolidated", "translation",
                                                   "digest"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view wanted) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == wanted) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

template <std::size_t N>
std::string joined(const std::array<std::string_view, N>& names) {
  std::string out;
  for (const auto one : names) {
    if (!out.empty()) out += ", ";
    out += one;
  }
  return out;
}

}  // namespace

std::string_view name(Kind kind) { return kinds[static_cast<std::size_t>(kind)]; }
std::string_view name(Edition edition) { return editions[static_cast<std::size_t>(edition)]; }
std::optional<Kind> kind_from(std::string_view name) { return find<Kind>(kinds, name); }
std::optional<Edition> edition_from(std::string_view name) { return find<Edition>(editions, name); }
std::string kind_names() { return joined(kinds); }
std::string edition_names() { return joined(editions); }

std::string_view Instrument::title(std::string_view language) const {
  if (const auto wanted = titles.find(std::string(language)); wanted != titles.end()) {
    return wanted->second;
  }
  if (const auto english = titles.find("en"); english != titles.end()) return english->second;
  return titles.empty() ? std::string_view(id) : std::string_view(titles.begin()->second);
}

std::string display_title(const Instrument& instrument, std::string_view language) {
  std::string out(instrument.title(language));
  if (!instrument.series.empty()) out += " (" + instrument.series + ")";
  return out;
}

}  // namespace pinlex
