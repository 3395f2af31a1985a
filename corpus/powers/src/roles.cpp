// SPDX-License-Identifier: GPL-2.0-or-later
#include "roles.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace pinlex {
namespace {

constexpr std::uint8_t bit(Addressee one) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(one));
}
constexpr std::uint8_t bit(DataSort one) {
  return static_cast<std::uint8_t>(1U << static_cast<unsigned>(one));
}

/// The ids with a meaning of their own; what is narrower has it too. The README of the thesaurus
/// lists them, and a check compares the two.
template <typename Meaning>
struct Known {
  std::string_view id;
  Meaning meaning;
};
constexpr std::array<Known<std::uint8_t>, 5> actors{{
    {"competent-authority", bit(Addressee::authority)},
    {"service-provider", bit(Addressee::provider)},
    {"hosting-provider", bit(Addressee::provider)},
    {"custodian", bit(Addressee::custodian)},
    {"technical-expert", bit(Addressee::custodian)},
}};
constexpr std::array<Known<std::uint8_t>, 4> data_sorts{{
    {"content-data", bit(DataSort::content)},
    {"traffic-data", bit(DataSort::traffic)},
    {"subscriber-information", bit(DataSort::subscriber)},
    {"stored-computer-data", bit(DataSort::stored)},
}};
constexpr std::array<Known<bool ConceptRole::*>, 4> others{{
    {"secrecy-order", &ConceptRole::secrecy},
    {"serious-offence-threshold", &ConceptRole::threshold},
    {"grounds-justifying-application", &ConceptRole::threshold},
    {"definitions", &ConceptRole::definitions},
}};
constexpr std::string_view conditions_id = "conditions-and-safeguards";

std::vector<std::uint32_t> all_above(const CompiledThesaurus& thesaurus, std::uint32_t number) {
  std::vector<std::uint32_t> found = thesaurus.broader(number);
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const std::uint32_t above : thesaurus.broader(found[i])) {
      if (std::find(found.begin(), found.end(), above) == found.end()) found.push_back(above);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

ConceptRoles::ConceptRoles(const CompiledThesaurus& thesaurus) {
  for (std::uint32_t number = 0; number < thesaurus.size(); ++number) {
    above_.push_back(all_above(thesaurus, number));
    ConceptRole& role = roles_.emplace_back();
    const ConceptKind kind = thesaurus.kind(number);
    role.any_power = kind == ConceptKind::power;
    role.safeguard = kind == ConceptKind::safeguard;
    role.offence = kind == ConceptKind::offence;
    const bool at_large = above_.back().empty() && !thesaurus.narrower(number).empty();
    role.power = role.any_power && !at_large;
    role.term = role.any_power || kind == ConceptKind::data || kind == ConceptKind::actor;
    const auto is = [&](std::string_view id) {
      const auto known = thesaurus.find(id);
      return known && (*known == number || is_narrower(number, *known));
    };
    for (const auto& [id, meaning] : actors) {
      if (kind == ConceptKind::actor && is(id)) role.addressees |= meaning;
    }
    for (const auto& [id, meaning] : data_sorts) {
      if (kind == ConceptKind::data && is(id)) role.data |= meaning;
    }
    for (const auto& [id, meaning] : others) role.*meaning = role.*meaning || is(id);
  }
  conditions_ = thesaurus.find(conditions_id);
}

bool ConceptRoles::is_narrower(std::uint32_t number, std::uint32_t than) const {
  return std::binary_search(above_[number].begin(), above_[number].end(), than);
}

}  // namespace pinlex
